import { type Language, Notice } from "#platform";
import { Done, type Told, Wrong } from "../../form/index.ts";
import { say } from "../messages.ts";

export type ClosePageProps = {
  language: Language;
  /** How long it can be kept. */
  hours: number;
  /** It is about to be closed. */
  closesAt?: Date | undefined;
  isKept: boolean;
  problem?: Told | undefined;
};

/** `/account/close`: what it means, and the button; or the way back. */
export function ClosePage({ language, hours, closesAt, isKept, problem }: ClosePageProps) {
  return (
    <>
      <header>
        <h1>{say(language, closesAt ? "close.begun.title" : "close.title")}</h1>
        <p class="lead">
          {closesAt ? say(language, "keep.lead", { until: closesAt }) : say(language, "close.lead")}
        </p>
      </header>
      {isKept && <Done label={say(language, "done.label")}>{say(language, "keep.done")}</Done>}
      {problem && <Wrong label={say(language, "problem.label")}>{problem.sentence}</Wrong>}
      {closesAt ? (
        <form class="card" method="post" action="/account/close/keep">
          <p class="actions">
            <button type="submit">{say(language, "keep.button")}</button>
          </p>
        </form>
      ) : (
        <CloseForm language={language} hours={hours} />
      )}
    </>
  );
}

function CloseForm({ language, hours }: { language: Language; hours: number }) {
  return (
    <>
      <ul>
        <li>{say(language, "close.now")}</li>
        <li>{say(language, "close.until", { hours })}</li>
        <li>{say(language, "close.then")}</li>
      </ul>
      <Notice tone="caution" label={say(language, "close.title")}>
        <p>{say(language, "close.never")}</p>
      </Notice>
      <form class="card" method="post" action="/account/close">
        <label class="tick">
          <input type="checkbox" name="understood" value="yes" required />{" "}
          {say(language, "close.confirm")}
        </label>
        <p class="actions">
          <button type="submit" class="danger">
            {say(language, "close.button")}
          </button>
        </p>
      </form>
    </>
  );
}

export function BegunPage({ language, until }: { language: Language; until: Date }) {
  return (
    <>
      <header>
        <h1>{say(language, "close.begun.title")}</h1>
        <p class="lead">{say(language, "close.begun.lead", { until })}</p>
      </header>
      <p>
        <a class="button plain" href="/">
          {say(language, "close.begun.next")}
        </a>
      </p>
    </>
  );
}
