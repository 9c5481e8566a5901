import { type Language, Linked } from "#platform";
import type { Trace } from "../case/index.ts";
import { type MessageKey, say } from "../messages.ts";
import {
  type Column,
  type Meaning,
  meaningOf,
  meaningWords,
  type Sample,
  wordOf,
} from "../sample/index.ts";
import { leftOutOf } from "../sentences.ts";
import { tracesPath } from "./path.ts";

const badShown = 20;

export type ColumnsPageProps = {
  language: Language;
  trace: Trace;
  sample: Sample;
  done?: string | undefined;
};

/** How a sample was read, for a person to correct: the meaning of each column, and what wasn't read. */
export function ColumnsPage({ language, trace, sample, done }: ColumnsPageProps) {
  const path = `${tracesPath}/${trace.id}`;
  const { rows, bad, columns, stated } = sample;
  const leftOut = leftOutOf(language, sample);
  const words = meaningWords.map((word) => [word, meaningWord(language, word)] as const);
  return (
    <>
      <h1>{say(language, "trace.title", { at: trace.begunAt })}</h1>
      <p>
        <Linked sentence={say(language, "back")} href={tracesPath} />
      </p>
      {done !== undefined && (
        <p class="notice tone-good" role="status">
          {done}
        </p>
      )}
      <h2>{say(language, "columns.title")}</h2>
      <p class="lead">{say(language, "columns.lead")}</p>
      <p>{say(language, "columns.read", { rows: rows.length, bad: stated.lines.bad })}</p>
      {leftOut.length > 0 && (
        <ul>
          {leftOut.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      {stated.cut && <p class="notice tone-caution">{say(language, "columns.cut", stated.cut)}</p>}
      <form method="post" action={`${path}/columns`} class="stack">
        <ul class="cards">
          {columns.map((column, place) => (
            <Choice language={language} column={column} place={place} words={words} />
          ))}
        </ul>
        <p class="actions">
          <button type="submit">{say(language, "columns.submit")}</button>
        </p>
      </form>
      {bad.length > 0 && (
        <details>
          <summary>{say(language, "columns.bad")}</summary>
          <ul>
            {bad.slice(0, badShown).map(({ line, because }) => (
              <li>
                {say(language, "columns.bad.item", {
                  ...{ line, why: say(language, `columns.because.${because}`) },
                })}
              </li>
            ))}
          </ul>
          {stated.lines.bad > badShown && (
            <p>{say(language, "columns.bad.more", { count: stated.lines.bad - badShown })}</p>
          )}
        </details>
      )}
    </>
  );
}

type ChoiceProps = {
  language: Language;
  column: Column;
  place: number;
  words: readonly (readonly [string, string])[];
};

function Choice({ language, column, place, words }: ChoiceProps) {
  const { name, meaning, sure, examples, filled } = column;
  const id = `column-${place}`;
  const chosen = wordOf(meaning);
  return (
    <li class="card">
      <label for={id}>{name}</label>
      <p class="hint" id={`${id}-hint`}>
        {say(language, "columns.filled", { filled })}
        {[...new Set(examples)].map((example) => (
          <>
            {" "}
            <samp>{example}</samp>
          </>
        ))}
        {!sure && (
          <>
            {" "}
            <span class="badge caution">{say(language, "columns.unsure")}</span>
          </>
        )}
      </p>
      <select id={id} name={id} aria-describedby={`${id}-hint`}>
        {words.map(([word, said]) => (
          <option value={word} selected={word === chosen}>
            {said}
          </option>
        ))}
      </select>
    </li>
  );
}

function meaningWord(language: Language, word: string): string {
  const meaning = meaningOf(word);
  return meaning ? sayMeaning(language, meaning) : word;
}

function sayMeaning(language: Language, meaning: Meaning): string {
  switch (meaning.is) {
    case "field": {
      const field = say(language, `field.${meaning.field}` as MessageKey);
      const { part } = meaning;
      return part ? say(language, "columns.part", { meaning: field, part }) : field;
    }
    case "name":
      return say(language, `meaning.name.${meaning.piece}`);
    case "foreign":
      return say(language, "meaning.foreign", { what: meaning.what });
    case "account":
    case "reference":
    case "unknown":
    case "ignored":
      return say(language, `meaning.${meaning.is}`);
  }
}
