import { english, isStatusAlone, type Language, type Problem } from "#platform";
import { say } from "../messages.ts";

const told = ["400", "403", "404", "413", "429", "500", "503"] as const;

type Shown = {
  language: Language;
  problem: Problem;
  /** Somebody sent a form, and it failed through no fault of theirs. */
  hasForm: boolean;
};

/**
 * What a person sees when something went wrong: what it was, what to do, and a number to quote. Where the status has no words
 * of its own, or has those of another refusal, the problem's stand there, which are English.
 */
export function ProblemPage({ language, problem, hasForm }: Shown) {
  // By itself a 403 says that the request came from another site.
  const isOther = problem.status === 403 && !isStatusAlone(problem);
  const status = isOther ? undefined : told.find((known) => known === String(problem.status));
  return (
    <>
      <h1>{say(language, "problem.title")}</h1>
      {status ? (
        <p class="lead">{say(language, `problem.${status}`)}</p>
      ) : (
        <p class="lead" lang={english.tag}>
          {problem.detail}
        </p>
      )}
      {hasForm && <p>{say(language, "problem.form")}</p>}
      <p>
        <a class="button" href="/">
          {say(language, "problem.home")}
        </a>
      </p>
      <p class="small muted">{say(language, "problem.instance", { id: problem.instance })}</p>
    </>
  );
}
