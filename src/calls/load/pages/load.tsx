import type { Language } from "#platform";
import { dayPath } from "../../day/index.ts";
import { callsLeast, type LoadDay, type LoadHour } from "../load.ts";
import { type MessageKey, say } from "../messages.ts";
import type { LoadCounts } from "../store.ts";
import { countIn, durationIn, roundIn, shareIn } from "./figures.ts";
import { type Chosen, Filter } from "./filter.tsx";
import { Legend, Picture } from "./picture.tsx";
import { DaysTable, HoursTable } from "./tables.tsx";

const hourSeconds = 3_600;

export type LoadPageProps = {
  language: Language;
  /** The reader's own, in which days and hours are told. */
  timeZone: string;
  chosen: Chosen;
  languages: readonly string[];
  all: LoadCounts;
  days: readonly LoadDay[];
  hours: readonly LoadHour[];
};

/** How long clients wait, which calls didn't take place, and how the agents' hours fit the calls'. */
export function LoadPage(props: LoadPageProps) {
  const { language, timeZone, all } = props;
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <p class="lead">{say(language, "lead", { zone: timeZone })}</p>
      <p>
        <a href={dayPath}>{say(language, "back")}</a>
      </p>
      <Filter {...props} />
      {all.calls >= callsLeast ? <Pictures {...props} /> : <TooFew {...props} />}
    </>
  );
}

function TooFew({ language, all: { calls } }: LoadPageProps) {
  return (
    <p>
      {calls === 0 ? say(language, "none") : say(language, "few", { calls, least: callsLeast })}
    </p>
  );
}

function Pictures(props: LoadPageProps) {
  const { language, days, hours } = props;
  const bare = hours.filter(({ calls, agents }) => calls > 0 && agents === 0).length;
  return (
    <>
      <Figures {...props} />
      <Waiting {...props} />
      <Missed {...props} />
      <section aria-labelledby="hours">
        <h2 id="hours">{say(language, "hours.title")}</h2>
        <Hours language={language} hours={hours} />
        {bare > 0 && (
          <p class="notice tone-caution">{say(language, "hours.bare", { hours: bare })}</p>
        )}
        <HoursTable language={language} hours={hours} />
      </section>
      <DaysTable language={language} days={days} />
    </>
  );
}

function Figures({ language, all }: LoadPageProps) {
  const figures: [MessageKey, string | number][] = [
    ["calls", all.calls],
    ["waited", durationIn(language, all.waitedSeconds)],
    ["unreached", countIn(language, all.unreached, all.calls)],
    ["uncalled", countIn(language, all.uncalled, all.calls)],
    ["answered", shareIn(language, all.answered, all.tried)],
    ["length", durationIn(language, all.lengthSeconds)],
    ["stopped", countIn(language, all.stopped, all.calls)],
  ];
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{say(language, "figures")}</h2>
      <dl class="facts">
        {figures.map(([key, value]) => (
          <div>
            <dt>{say(language, key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Waiting({ language, days }: LoadPageProps) {
  const waited = days.map(({ waitedSeconds: seconds }) => seconds && seconds / hourSeconds);
  const most = Math.max(0, ...days.map(({ waitedSeconds }) => waitedSeconds ?? 0));
  const values = { span: spanOf(language, days), most: durationIn(language, most) };
  const caption = say(language, "wait.caption", values);
  return (
    <section aria-labelledby="wait">
      <h2 id="wait">{say(language, "wait.title")}</h2>
      <figure>
        <Picture label={caption} bars={[]} line={waited} />
        <figcaption class="hint">{caption}</figcaption>
      </figure>
    </section>
  );
}

function Missed({ language, days }: LoadPageProps) {
  const most = Math.max(0, ...days.map(({ uncalled, unreached }) => uncalled + unreached));
  const caption = say(language, "missed.caption", { span: spanOf(language, days), most });
  const bars = [
    { tone: "ours", values: days.map(({ uncalled }) => uncalled) },
    { tone: "theirs", values: days.map(({ unreached }) => unreached) },
  ] as const;
  return (
    <section aria-labelledby="missed">
      <h2 id="missed">{say(language, "missed.title")}</h2>
      <figure>
        <Picture label={caption} bars={bars} />
        <Legend
          entries={[
            { tone: "ours", words: say(language, "missed.uncalled") },
            { tone: "theirs", words: say(language, "missed.unreached") },
          ]}
        />
        <figcaption class="hint">{caption}</figcaption>
      </figure>
    </section>
  );
}

function Hours({ language, hours }: Pick<LoadPageProps, "language" | "hours">) {
  const most = roundIn(language, Math.max(...hours.map(({ calls }) => calls)));
  const agents = roundIn(language, Math.max(...hours.map((one) => one.agents)));
  const caption = say(language, "hours.caption", { most, agents });
  return (
    <figure>
      <Picture
        label={caption}
        bars={[{ tone: "calls", values: hours.map(({ calls }) => calls) }]}
        line={hours.map((one) => one.agents)}
      />
      <Legend
        entries={[
          { tone: "calls", words: say(language, "hours.calls") },
          { tone: "line", words: say(language, "hours.agents") },
        ]}
      />
      <figcaption class="hint">{caption}</figcaption>
    </figure>
  );
}

function spanOf(language: Language, days: readonly LoadDay[]): string {
  return say(language, "span", { from: days[0]?.day ?? "", to: days.at(-1)?.day ?? "" });
}
