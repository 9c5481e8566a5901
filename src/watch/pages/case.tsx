import { LiveScript } from "#accounts";
import { type Id, type Language, Linked, Outcome } from "#platform";
import type { Case, Found, KeptSignal } from "../case/index.ts";
import { type MessageKey, say } from "../messages.ts";
import type { PictureDay } from "../picture/index.ts";
import type { TimelineEvent } from "../timeline/index.ts";
import { Acts, type ShownContainment } from "./acts.tsx";
import { Away, KeyList } from "./keys.tsx";
import { watchPath } from "./path.ts";
import { Picture } from "./picture.tsx";
import { sentenceOf } from "./sentence.ts";

export type CasePageProps = {
  language: Language;
  viewer: Id<"staff">;
  of: Case;
  name: string;
  /** Where the person works; none for who left. */
  place: string | undefined;
  signals: readonly KeptSignal[];
  days: readonly PictureDay[];
  timeline: readonly TimelineEvent[];
  /** How many events there are; more than are shown. */
  events: number;
  containments: readonly ShownContainment[];
  names: ReadonlyMap<Id<"staff">, string>;
  /** How the reader wanted to close the case, and why it wasn't. */
  typed?: Found | undefined;
  problem?: string | undefined;
  done?: string | undefined;
};

/** One person's case: what the desk saw, on which events it stands, and what can be done. */
export function CasePage(props: CasePageProps) {
  const { language, of, name, place, signals, days, problem, done } = props;
  const path = `${watchPath}/${of.id}`;
  return (
    <>
      <h1>{say(language, "case.title", { name })}</h1>
      <Away language={language} />
      <p>
        <Linked sentence={say(language, "case.back")} href={watchPath} />
      </p>
      <Outcome problem={problem} done={done} />
      <div class="stack" data-stream={`${path}/stream`} data-live="case" data-up={watchPath}>
        <dl class="facts">
          {place !== undefined && (
            <div>
              <dt>{say(language, "person")}</dt>
              <dd>{place}</dd>
            </div>
          )}
          <div>
            <dt>{say(language, "state")}</dt>
            <dd>
              <State {...props} />
            </dd>
          </div>
        </dl>
        <section aria-labelledby="signals">
          <h2 id="signals">{say(language, "case.signals")}</h2>
          <ul>
            {signals.map((signal) => (
              <li>
                {sentenceOf(language, signal)}{" "}
                <span class="badge plain">
                  {say(language, "case.points", { points: signal.points })}
                </span>
              </li>
            ))}
          </ul>
          <Picture language={language} days={days} hasCaption={true} />
        </section>
        <Timeline {...props} />
      </div>
      <Acts {...props} />
      <KeyList language={language} page="case" />
      <LiveScript />
    </>
  );
}

function State({ language, of, names }: CasePageProps) {
  const { state } = of;
  if (state.is === "waiting") return <>{say(language, "state.waiting")}</>;
  if (state.is === "raised") return <>{say(language, "state.raised", { at: state.at })}</>;
  const called = (staff: Id<"staff">) => names.get(staff) ?? say(language, "case.left");
  const said = { at: state.at, by: called(state.by) };
  return (
    <>
      {say(language, `state.closed.${state.finding}`, said)}
      <br />
      {say(language, "state.reason", { reason: state.reason })}
      {state.secondLook && (
        <>
          <br />
          {say(language, state.secondLook.agrees ? "state.second" : "state.second.not", {
            by: called(state.secondLook.by),
          })}
        </>
      )}
    </>
  );
}

const eventWords = [
  "vault.revealed",
  "vault.predicate_answered",
  "vault.searched",
  "vault.doubted",
  "vault.decoy_touched",
  "vault.pass_given",
  "accounts.mark_missing",
  "trace.began",
] as const;

function Timeline({ language, timeline, events }: CasePageProps) {
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{say(language, "case.timeline")}</h2>
      {timeline.length === 0 ? (
        <p>{say(language, "case.timeline.none")}</p>
      ) : (
        <>
          <p class="hint">{say(language, "case.timeline.hint")}</p>
          <ol class="plain">
            {timeline.map((event) => (
              <li>
                <time datetime={event.at.toISOString()}>
                  {say(language, "case.at", { at: event.at })}
                </time>
                {" · "}
                {whatOf(language, event)}
                {event.client !== undefined && (
                  <>
                    {" · "}
                    {say(language, "case.client.value", { number: event.client })}
                  </>
                )}
              </li>
            ))}
          </ol>
          {events > timeline.length && (
            <p class="muted">{say(language, "case.timeline.cut", { count: timeline.length })}</p>
          )}
        </>
      )}
    </section>
  );
}

function whatOf(language: Language, { kind, field, decision = "allow" }: TimelineEvent): string {
  const known = eventWords.find((one) => one === kind);
  if (!known) return say(language, "event.other", { kind });
  const named = say(language, `field.${field ?? "none"}` as MessageKey);
  return say(language, `event.${known}`, { decision, field: named });
}
