import { Away, Done, KeyList, LiveScript, Wrong } from "#accounts";
import type { Language } from "#platform";
import { isUp } from "../inbound.ts";
import { say } from "../messages.ts";
import type { ShownInbound } from "../store.ts";

export const inboundPath = "/staff/calls/inbound";
const keys = ["j", "k", "a", "question"] as const;

type InboundPageProps = {
  language: Language;
  legs: readonly ShownInbound[];
  /** The agent's own, in which all times are told. */
  timeZone: string;
  onShift: boolean;
  now: Date;
  problem?: string | undefined;
  done?: boolean;
};

/** The calls that came in, and whose owner of an account is asked: did you dial? */
export function InboundPage(props: InboundPageProps) {
  const { language, onShift, problem, done } = props;
  const listed = keys.map((key) => ({
    key: say(language, `keys.${key}`),
    does: say(language, `keys.${key}.does`),
  }));
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <Away offline={say(language, "offline")} gone={say(language, "gone")} back="/staff" />
      <p class="lead">{say(language, "lead")}</p>
      {problem !== undefined && <Wrong label={say(language, "wrong")}>{problem}</Wrong>}
      {done && <Done label={say(language, "done.label")}>{say(language, "done")}</Done>}
      <div class="stack" data-stream={`${inboundPath}/stream`}>
        <section aria-labelledby="mine">
          <h2 id="mine">{say(language, "mine")}</h2>
          <div data-live="mine" aria-live="assertive">
            <Mine {...props} />
          </div>
        </section>
        {onShift ? <ClaimForm {...props} /> : <p>{say(language, "off_shift")}</p>}
      </div>
      <KeyList title={say(language, "keys.title")} keys={listed} />
      <LiveScript />
    </>
  );
}

/** What the owners said of the calls for which the reader named an account. */
function Mine({ language, legs, timeZone }: InboundPageProps) {
  const mine = legs.filter(({ isMine }) => isMine);
  if (mine.length === 0) return <p>{say(language, "mine.none")}</p>;
  return (
    <ul class="queue">
      {mine.map(({ id, claimed, answer }) => (
        <li id={id} class={answer === "not_me" ? "notice tone-danger" : "notice"} data-row>
          <p>
            <strong>{say(language, `mine.${answer ?? "waiting"}`)}</strong>
          </p>
          {answer === "not_me" && <p>{say(language, "mine.not_me.next")}</p>}
          {claimed && (
            <p class="muted small">
              {say(language, "mine.at", { time: timeIn(language, timeZone, claimed.at) })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What is being typed stays when calls come and go: no call is chosen for the agent, and none stays chosen that is over. */
function ClaimForm({ language, legs, timeZone, now }: InboundPageProps) {
  const up = legs.filter((leg) => isUp(leg, now));
  return (
    <form method="post" action={inboundPath} class="card stack">
      <fieldset data-live="up">
        <legend>{say(language, "up.which")}</legend>
        {up.length === 0 && <p>{say(language, "up.none")}</p>}
        {up.map(({ id, beganAt, claimed }) => {
          const time = timeIn(language, timeZone, beganAt);
          return (
            <label class="tick">
              <input
                id={`radio-${id}`}
                type="radio"
                name="inbound"
                value={id}
                required
                disabled={claimed !== undefined}
              />{" "}
              <span>{say(language, claimed ? "up.taken" : "up.since", { time })}</span>
            </label>
          );
        })}
      </fieldset>
      <div class="field">
        <label for="account">{say(language, "claim.field")}</label>
        <p class="hint" id="account-hint">
          {say(language, "claim.hint")}
        </p>
        <input
          id="account"
          name="account"
          inputmode="numeric"
          autocomplete="off"
          spellcheck={false}
          maxlength={30}
          required
          data-key="a"
          aria-describedby="account-hint"
        />
      </div>
      <p class="actions">
        <button type="submit">{say(language, "claim.ask")}</button>
      </p>
    </form>
  );
}

function timeIn(language: Language, timeZone: string, at: Date): string {
  const style = {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  } as const;
  return new Intl.DateTimeFormat(language.tag, { ...style, timeZone }).format(at);
}
