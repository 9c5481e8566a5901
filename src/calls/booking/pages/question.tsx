import type { Language } from "#platform";
import { say } from "../messages.ts";
import { listPath } from "./list.tsx";

/** What comes before every booking: whoever is told to ask for a call is being robbed. */
export function QuestionPage({ language }: { language: Language }) {
  return (
    <>
      <h1>{say(language, "question.title")}</h1>
      <form method="post" action={`${listPath}/new`} class="card stack">
        <h2>{say(language, "question.ask")}</h2>
        <p>{say(language, "question.why")}</p>
        <p class="choices">
          <button type="submit" name="told" value="yes" class="danger">
            {say(language, "question.yes")}
          </button>
          <button type="submit" name="told" value="no" class="plain">
            {say(language, "question.no")}
          </button>
        </p>
      </form>
    </>
  );
}

/** For who was told to: what to do now, the first thing first. Nothing is booked from here. */
export function StopPage({ language }: { language: Language }) {
  return (
    <>
      <header class="notice tone-danger">
        <h1>{say(language, "stop.title")}</h1>
        <p class="lead">{say(language, "stop.lead")}</p>
      </header>
      <ol>
        <li>{say(language, "stop.hang_up")}</li>
        <li>{say(language, "stop.never")}</li>
        <li>{say(language, "stop.lock")}</li>
      </ol>
      <p class="choices">
        <a class="button danger" href="/account/locked">
          {say(language, "stop.lock.button")}
        </a>
        <a class="button plain" href="/report">
          {say(language, "stop.report")}
        </a>
      </p>
      <p>
        <a href={listPath}>{say(language, "stop.back")}</a>
      </p>
    </>
  );
}
