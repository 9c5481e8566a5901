import type { Language } from "#platform";
import type { Library } from "../library.ts";
import { say } from "../messages.ts";
import type { SearchAnswer } from "../search.ts";
import { SearchForm } from "./search-form.tsx";
import { Shelves } from "./shelves.tsx";

type ResultsPageProps = {
  language: Language;
  query: string;
  /** Missing when nothing was searched for. */
  answer: SearchAnswer | undefined;
  library: Library;
  /** Why nothing was searched for, when there was a question. */
  wait?: string;
};

export function ResultsPage({ language, query, answer, library, wait }: ResultsPageProps) {
  return (
    <>
      <h1>{say(language, "search.title")}</h1>
      <SearchForm language={language} query={query} />
      {answer ? (
        <Answer language={language} query={query} answer={answer} />
      ) : (
        <p>{wait ?? say(language, "search.empty")}</p>
      )}
      {(!answer || answer.results.length === 0) && (
        <>
          {answer && <p>{say(language, "search.none")}</p>}
          <Shelves language={language} library={library} />
        </>
      )}
    </>
  );
}

function Answer({
  language,
  query,
  answer,
}: {
  language: Language;
  query: string;
  answer: SearchAnswer;
}) {
  const { results, guesses, language: searched } = answer;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{say(language, "search.found", { count: results.length, query })}</h2>
      {guesses.map(({ typed, meant }) => (
        <p class="hint">{say(language, "search.meant", { typed, meant })}</p>
      ))}
      <ol class="links" lang={searched}>
        {results.map((result) => (
          <li>
            <a href={`/help/${result.slug}`}>{result.title}</a>
            <p>{result.excerpt.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
