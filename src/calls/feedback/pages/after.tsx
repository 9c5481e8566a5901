import { Wrong } from "#accounts";
import { type Language, Linked, LongText } from "#platform";
import type { Worded } from "#policy";
import type { Call, Feedback } from "../../call/index.ts";
import { say as sayCalls } from "../../messages.ts";
import { momentIn } from "../../reporting/index.ts";
import { say } from "../messages.ts";

export const textLettersMax = 1_000;

/** What was typed, to be given back. */
export type Typed = { right: string; asked: readonly string[]; text: string };

type AfterPageProps = {
  language: Language;
  call: Pick<Call, "id" | "topic" | "startsAt" | "timeZone">;
  neverAsk: readonly Worded<string>[];
  typed: Typed;
  problem?: string | undefined;
};

/** After a call: was it all right, and was anything asked that we never ask for? */
export function AfterPage({ language, call, neverAsk, typed, problem }: AfterPageProps) {
  const when = momentIn(language, call.timeZone, call.startsAt);
  const topic = sayCalls(language, `topic.${call.topic}`);
  const text = { name: "text", label: say(language, "text"), hint: say(language, "text.hint") };
  return (
    <>
      <header>
        <h1>{say(language, "title")}</h1>
        <p class="lead">{say(language, "lead", { when, topic })}</p>
      </header>
      {problem !== undefined && <Wrong label={say(language, "wrong")}>{problem}</Wrong>}
      <form method="post" action={`/account/calls/${call.id}/after`} class="card stack">
        <fieldset>
          <legend>{say(language, "right")}</legend>
          {(["yes", "no"] as const).map((right) => (
            <label class="tick">
              <input
                type="radio"
                name="right"
                value={right}
                required={true}
                checked={typed.right === right}
              />{" "}
              <span>{say(language, `right.${right}`)}</span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{say(language, "asked")}</legend>
          <p class="hint">{say(language, "asked.hint")}</p>
          {neverAsk.map(({ id, short, language: its }) => (
            <label class="tick">
              <input
                type="checkbox"
                name={`asked_${id}`}
                value="yes"
                checked={typed.asked.includes(id)}
              />{" "}
              <span lang={its}>{short}</span>
            </label>
          ))}
        </fieldset>
        <p>
          <Linked sentence={say(language, "given")} href="/report" />
        </p>
        <LongText
          {...text}
          rows={3}
          letters={{ max: textLettersMax }}
          isOptional={true}
          value={typed.text}
        />
        <p class="actions">
          <button type="submit">{say(language, "send")}</button>
        </p>
      </form>
    </>
  );
}

type ThanksPageProps = { language: Language; said: Feedback; isReported: boolean };

/** What was said, and what becomes of it. */
export function ThanksPage({ language, said, isReported }: ThanksPageProps) {
  return (
    <>
      <h1>{say(language, "thanks")}</h1>
      <p class="lead">{say(language, said.wasRight ? "thanks.right" : "thanks.wrong")}</p>
      {isReported && (
        <p>
          {say(language, "thanks.report")} <a href="/account/tickets">{say(language, "tickets")}</a>
        </p>
      )}
      <p>
        <a class="button plain" href="/account/calls">
          {say(language, "calls")}
        </a>
      </p>
    </>
  );
}
