import type { Language } from "#platform";
import { isInWindow } from "../../call/index.ts";
import type { Leg } from "../../leg/index.ts";
import { spoken } from "../../words/index.ts";
import { type MessageKey, say } from "../messages.ts";
import type { ConsolePageProps } from "./console.tsx";
import { clockIn } from "./times.ts";

/** How the call stands, what to say first, and the one button. */
export function Standing(props: ConsolePageProps) {
  const { language, call, leg, isUp, windowSeconds, now } = props;
  const canCall = !isUp && isInWindow(call, windowSeconds, now);
  return (
    <>
      <p role="status">
        <strong>{say(language, stateOf(leg, isUp, call.ticket !== undefined))}</strong>
        {!isUp && (
          <>
            {" "}
            <Window {...props} />
          </>
        )}
      </p>
      {isUp && leg && <Words language={language} leg={leg} />}
      {!isUp && call.state.is === "booked" && (
        <p>
          <button
            type="button"
            data-do="call"
            data-key="c"
            data-channel={call.channel}
            id="call"
            disabled={!canCall}
            aria-describedby="call-lead"
          >
            {say(language, "call")}
          </button>{" "}
          <span class="hint" id="call-lead">
            {say(language, "call.lead")}
          </span>
        </p>
      )}
      {call.ticket !== undefined && (
        <p>
          <a href={`/staff/tickets/${call.ticket}`} target="_blank" rel="noopener">
            {say(language, "ticket")}
          </a>{" "}
          <span class="muted small">{say(language, "ticket.lead")}</span>
        </p>
      )}
    </>
  );
}

function Window({ language, call, timeZone, windowSeconds, now }: ConsolePageProps) {
  if (call.state.is === "ended") return null;
  const from = new Date(call.startsAt.getTime() - windowSeconds * 1_000);
  const to = new Date(call.startsAt.getTime() + windowSeconds * 1_000);
  const words = now < from ? "state.early" : now > to ? "state.late" : "state.now";
  const times = { from: clockIn(language, timeZone, from), to: clockIn(language, timeZone, to) };
  return <>{say(language, words, times)}</>;
}

function Words({ language, leg }: { language: Language; leg: Leg }) {
  return (
    <div>
      <p class="muted small">{say(language, "words")}</p>
      <p class="spoken-words">
        <strong lang="en">{spoken(leg.words.said)}</strong>
      </p>
      <p class="hint">{say(language, leg.words.picked?.matched ? "words.right" : "words.lead")}</p>
    </div>
  );
}

function stateOf(leg: Leg | undefined, isUp: boolean, hasTicket: boolean): MessageKey {
  if (!leg) return "state.waiting";
  const { state, channel } = leg;
  if (state.is === "ended") return `state.${state.because}`;
  if (!isUp) return "state.lapsed";
  if (channel === "browser") return `state.${state.is}`;
  if (state.is === "dialling") return "state.dialling_phone";
  if (state.is === "ringing") return "state.ringing";
  return hasTicket ? "state.approved" : "state.answered_phone";
}
