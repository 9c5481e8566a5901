import { Done, Wrong } from "#accounts";
import { type Language, Linked } from "#platform";
import { isTopic } from "#tickets";
import type { Call } from "../../call/index.ts";
import { AfterLink } from "../../feedback/index.ts";
import { say } from "../messages.ts";
import { clockIn, dayIn, languageName, zoneName } from "./when.ts";

export const listPath = "/account/calls";

export type DoneKey = "asked" | "rebooked" | "cancelled";

type ListPageProps = {
  language: Language;
  calls: readonly Call[];
  done?: DoneKey | undefined;
  wrong?: string | undefined;
};

/** The calls that a client asked for: the one that is open, and earlier ones. */
export function CallsPage({ language, calls, done, wrong }: ListPageProps) {
  const open = calls.find(({ state }) => state.is === "booked");
  const past = calls.filter(({ state }) => state.is === "ended");
  return (
    <>
      <header>
        <h1>{say(language, "list.title")}</h1>
        <p class="lead">{say(language, calls.length > 0 ? "list.lead" : "list.empty")}</p>
        <p>
          <Linked sentence={say(language, "list.status")} href="/call" />
        </p>
      </header>
      {done && <Done label={say(language, "done")}>{say(language, `done.${done}`)}</Done>}
      {wrong && <Wrong label={say(language, "wrong")}>{wrong}</Wrong>}
      {open ? (
        <OpenCall language={language} call={open} />
      ) : (
        <p>
          <a class="button" href={`${listPath}/new`}>
            {say(language, "list.ask")}
          </a>
        </p>
      )}
      {past.length > 0 && <PastCalls language={language} calls={past} />}
    </>
  );
}

/** What a topic is called within a sentence. */
export function aboutOf(language: Language, topic: string): string {
  return say(language, `about.${isTopic(topic) ? topic : "other"}`);
}

function whenOf(language: Language, { startsAt, timeZone }: Call): string {
  return say(language, "list.time", {
    day: dayIn(language, timeZone, startsAt),
    time: clockIn(language, timeZone, startsAt),
    zone: zoneName(timeZone),
  });
}

function OpenCall({ language, call }: { language: Language; call: Call }) {
  const { id, channel, topic, timeZone, askedAt } = call;
  const path = `${listPath}/${id}`;
  const asked = {
    day: dayIn(language, timeZone, askedAt),
    time: clockIn(language, timeZone, askedAt),
  };
  return (
    <section class="card stack" aria-labelledby="open">
      <div>
        <h2 id="open">{say(language, "list.open")}</h2>
        <p class="lead">
          <strong>{whenOf(language, call)}</strong>
        </p>
      </div>
      <dl class="facts">
        <dt>{say(language, "list.about")}</dt>
        <dd>{aboutOf(language, topic)}</dd>
        <dt>{say(language, "list.channel")}</dt>
        <dd>{say(language, `channel.${channel}`)}</dd>
        <dt>{say(language, "list.language")}</dt>
        <dd>{languageName(language, call.language)}</dd>
        <dt>{say(language, "list.asked")}</dt>
        <dd>{say(language, "list.asked.at", asked)}</dd>
      </dl>
      <p>{say(language, `list.${channel}`)}</p>
      <p class="choices">
        {channel === "browser" && (
          <a class="button" href={`${path}/talk`}>
            {say(language, "list.talk")}
          </a>
        )}
        <a class="button plain" href={`${path}/times`}>
          {say(language, "list.move")}
        </a>
        <a class="button plain" href={`${path}/call.ics`} download>
          {say(language, "list.calendar")}
        </a>
      </p>
      <form method="post" action={`${path}/cancel`}>
        <p class="actions">
          <button type="submit" class="danger">
            {say(language, "list.cancel")}
          </button>
        </p>
      </form>
    </section>
  );
}

function PastCalls({ language, calls }: { language: Language; calls: readonly Call[] }) {
  return (
    <section aria-labelledby="past">
      <h2 id="past">{say(language, "list.past")}</h2>
      <ul class="links">
        {calls.map((call) => (
          <li>
            <span>{whenOf(language, call)}</span>
            <span class="muted small">
              {[
                aboutOf(language, call.topic),
                ...(call.state.is === "ended"
                  ? [say(language, `outcome.${call.state.outcome}`)]
                  : []),
              ].join(" · ")}
            </span>
            <AfterLink language={language} call={call} />
          </li>
        ))}
      </ul>
    </section>
  );
}
