import type { Language, Problem } from "#platform";
import { say } from "../messages.ts";

const told = ["400", "403", "404", "413", "429", "500", "503"] as const;

/** What a person sees when something went wrong: what it was, what to do, and a number to quote. */
export function ProblemPage({ language, problem }: { language: Language; problem: Problem }) {
  const status = told.find((known) => known === String(problem.status)) ?? "500";
  return (
    <>
      <h1>{say(language, "problem.title")}</h1>
      <p class="lead">{say(language, `problem.${status}`)}</p>
      <p>
        <a class="button" href="/">
          {say(language, "problem.home")}
        </a>
      </p>
      <p class="small muted">{say(language, "problem.instance", { id: problem.instance })}</p>
    </>
  );
}
