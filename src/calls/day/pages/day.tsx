import { Away, Done, KeyList, LiveScript } from "#accounts";
import type { Language } from "#platform";
import type { Unserved } from "../../booking/index.ts";
import { say as sayOfCalls } from "../../messages.ts";
import type { Day, DayCall } from "../day.ts";
import { type MessageKey, say } from "../messages.ts";
import { dayPath } from "./path.ts";
import { clockIn, timeIn, untilThen } from "./times.ts";

const keys = ["j", "k", "c", "enter", "question"] as const;

type DayPageProps = {
  language: Language;
  day: Day;
  /** The agent's own, in which all times are told. */
  timeZone: string;
  windowSeconds: number;
  isLead: boolean;
  /** Calls come in by a provider, and its reader takes them. */
  hasInbound: boolean;
  /** For leads: booked calls whose agents don't work then any more. */
  unserved: readonly Unserved[];
  done: "time" | "cancel" | undefined;
  now: Date;
};

/** An agent's calls: the next one large, with the one button that calls. */
export function DayPage(props: DayPageProps) {
  const { language, day, timeZone, isLead, hasInbound, unserved, done } = props;
  const { next, later, past } = day;
  const listed = keys.map((key) => ({
    key: say(language, `keys.${key}`),
    does: say(language, `keys.${key}.does`),
  }));
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <Away
        offline={say(language, "live.offline")}
        gone={say(language, "live.gone")}
        back="/staff"
      />
      {done && <Done label={say(language, "done.label")}>{say(language, `done.${done}`)}</Done>}
      <p class="lead">{say(language, "lead", { zone: timeZone })}</p>
      <p class="actions">
        {hasInbound && <a href={`${dayPath}/inbound`}>{say(language, "inbound")}</a>}
        {isLead && <a href={`${dayPath}/load`}>{say(language, "load")}</a>}
      </p>
      <div class="stack" data-stream={`${dayPath}/stream`} data-live="calls">
        <section aria-labelledby="next">
          <h2 id="next">{say(language, "next")}</h2>
          {next ? <Next {...props} {...next} /> : <p>{say(language, "next.none")}</p>}
        </section>
        {unserved.length > 0 && <UnservedList {...props} />}
        <List {...props} calls={later} heading="later" />
        <List {...props} calls={past} heading="past" />
      </div>
      <KeyList title={say(language, "keys.title")} keys={listed} />
      <LiveScript />
    </>
  );
}

function Next(props: DayPageProps & { call: DayCall; isOpen: boolean }) {
  const { language, timeZone, windowSeconds, now, call, isOpen } = props;
  const { id, topic, channel, startsAt, publicId, isUp } = call;
  const opensAt = new Date(startsAt.getTime() - windowSeconds * 1_000);
  return (
    <div class="card next-call">
      <p class="time">
        <time datetime={startsAt.toISOString()}>{timeIn(language, timeZone, startsAt, now)}</time>{" "}
        <span class="muted">{untilThen(language, startsAt, now)}</span>
      </p>
      <dl class="facts">
        <div>
          <dt>{say(language, "about")}</dt>
          <dd>{sayOfCalls(language, `topic.${topic}`)}</dd>
        </div>
        <div>
          <dt>{say(language, "language")}</dt>
          <dd>{languageName(language, call.language)}</dd>
        </div>
        <div>
          <dt>{say(language, "channel")}</dt>
          <dd>{sayOfCalls(language, `channel.${channel}`)}</dd>
        </div>
        <div>
          <dt>{say(language, "account")}</dt>
          <dd>{publicId ?? say(language, "account.none")}</dd>
        </div>
      </dl>
      {isUp || isOpen ? (
        <a class="button" href={`${dayPath}/${id}`} data-row data-key="c">
          {say(language, isUp ? "call.open" : "call")}
        </a>
      ) : (
        <>
          <button type="button" disabled aria-describedby="opens">
            {say(language, "call")}
          </button>
          <p class="hint" id="opens">
            {say(language, "call.from", {
              time: clockIn(language, timeZone, opensAt),
              minutes: Math.round((2 * windowSeconds) / 60),
            })}
          </p>
        </>
      )}
      {!isUp && <ChangeLink language={language} id={id} />}
    </div>
  );
}

function ChangeLink({ language, id }: Pick<DayPageProps, "language"> & Pick<DayCall, "id">) {
  return (
    <p class="small">
      <a href={`${dayPath}/${id}/change`} data-row>
        {say(language, "change")}
      </a>
    </p>
  );
}

/** Calls that nobody would place: a lead sees to them. */
function UnservedList({ language, timeZone, unserved, now }: DayPageProps) {
  return (
    <section class="notice tone-caution" aria-labelledby="unserved">
      <h2 id="unserved">{say(language, "unserved")}</h2>
      <p>{say(language, "unserved.lead")}</p>
      <ul>
        {unserved.map(({ call, holiday }) => (
          <li>
            {timeIn(language, timeZone, call.startsAt, now)}{" "}
            {sayOfCalls(language, `topic.${call.topic}`)}
            {holiday && ` · ${say(language, "unserved.holiday", { name: holiday.name })}`}
            <ChangeLink language={language} id={call.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type ListProps = DayPageProps & { calls: readonly DayCall[]; heading: "later" | "past" };

function List({ language, timeZone, now, calls, heading }: ListProps) {
  if (calls.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{say(language, heading)}</h2>
      <ul class="queue">
        {calls.map((call) => (
          <li>
            <p>
              <time datetime={call.startsAt.toISOString()}>
                {timeIn(language, timeZone, call.startsAt, now)}
              </time>{" "}
              {sayOfCalls(language, `topic.${call.topic}`)}{" "}
              {heading === "past" && <Outcome language={language} call={call} />}
            </p>
            <p class="muted small">
              {[
                languageName(language, call.language),
                sayOfCalls(language, `channel.${call.channel}`),
                call.publicId ?? say(language, "account.none"),
              ].join(" · ")}
            </p>
            {heading === "later" && <ChangeLink language={language} id={call.id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outcome({ language, call }: { language: Language; call: DayCall }) {
  const { state, ticket } = call;
  const tone = state.is === "ended" && state.outcome === "stopped" ? "danger" : "plain";
  return (
    <>
      <span class={`badge ${tone}`}>{say(language, outcomeOf(call))}</span>{" "}
      {ticket && <a href={`/staff/tickets/${ticket}`}>{say(language, "ticket")}</a>}
    </>
  );
}

function outcomeOf({ state, wasTried }: DayCall): MessageKey {
  if (state.is === "booked") return "state.booked";
  if (state.outcome === "missed") return wasTried ? "state.missed" : "state.missed_untried";
  if (state.outcome !== "cancelled") return `state.${state.outcome}`;
  return state.by === "client" ? "state.cancelled_client" : "state.cancelled_staff";
}

function languageName(language: Language, tag: string): string {
  return new Intl.DisplayNames([language.tag], { type: "language" }).of(tag) ?? tag;
}
