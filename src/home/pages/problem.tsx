import { english, isStatusAlone, type Language, type Problem } from "#platform";
import { say } from "../messages.ts";

const told = ["400", "403", "404", "413", "429", "500", "503"] as const;

/**
 * What a person sees when something went wrong: what it was, what to do, and a number to quote. A refusal of ours says why in
 * its own words, which are English.
 */
export function ProblemPage({ language, problem }: { language: Language; problem: Problem }) {
  const status = isStatusAlone(problem)
    ? told.find((known) => known === String(problem.status))
    : undefined;
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
      <p>
        <a class="button" href="/">
          {say(language, "problem.home")}
        </a>
      </p>
      <p class="small muted">{say(language, "problem.instance", { id: problem.instance })}</p>
    </>
  );
}
