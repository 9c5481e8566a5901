import { Wrong } from "#accounts";
import type { Language } from "#platform";
import { say } from "../messages.ts";
import { aboutOf, listPath } from "./list.tsx";
import { byDay, clockIn, dayIn, languageName, shortDayIn } from "./when.ts";
import { type WishCodes, WriteInstead } from "./wish.tsx";
import { ZoneForm } from "./zone.tsx";

export type OfferedSlot = { startsAt: Date };

export type TimesPageProps = {
  language: Language;
  slots: readonly OfferedSlot[];
  timeZone: string;
  /** Nobody chose it: the browser may know better. */
  isZoneGuessed: boolean;
  /** `YYYY-MM-DD` there; the first with a free time when there is none on this one. */
  day: string;
  /** Of this page, without the day. */
  path: string;
  query: WishCodes | undefined;
  /** Where the form is sent. */
  action: string;
  form: string;
  chosen: string;
  /** How far from its time a call may be. */
  windowMinutes: number;
  wrong?: { sentence: string; hasCall: boolean } | undefined;
  /** The call that gets another time. */
  moved?: { startsAt: Date; timeZone: string } | undefined;
  script: string;
};

/** The free times, one day of them at once: the nearest first. */
export function TimesPage(props: TimesPageProps) {
  const { language, slots, timeZone, moved, wrong, query } = props;
  const [nearest] = slots;
  const days = byDay(slots, timeZone);
  const day = days.has(props.day) ? props.day : ([...days.keys()][0] ?? "");
  const here = `${props.path}${addressOf(query, day)}`;
  return (
    <>
      <header>
        <h1>{say(language, moved ? "times.move" : "times.title")}</h1>
        {query && <Summary language={language} query={query} />}
        {moved && (
          <p class="lead">
            {say(language, "times.now", {
              day: dayIn(language, timeZone, moved.startsAt),
              time: clockIn(language, timeZone, moved.startsAt),
            })}
          </p>
        )}
      </header>
      {wrong && (
        <Wrong label={say(language, "wrong")}>
          {wrong.sentence}{" "}
          {wrong.hasCall && <a href={listPath}>{say(language, "times.existing")}</a>}
        </Wrong>
      )}
      <ZoneForm {...{ language, timeZone, isGuessed: props.isZoneGuessed, back: here }} />
      <script type="module" src={props.script} />
      {nearest ? (
        <>
          <Days {...props} days={days} current={day} />
          <SlotsForm {...props} nearest={nearest} slots={days.get(day) ?? []} />
        </>
      ) : (
        <>
          <p class="lead">{say(language, "times.none")}</p>
          <WriteInstead language={language} />
        </>
      )}
    </>
  );
}

function Summary({ language, query }: { language: Language; query: WishCodes }) {
  return (
    <p class="lead">
      {say(language, "times.summary", {
        topic: aboutOf(language, query.topic),
        language: languageName(language, query.language),
        channel: say(language, query.channel === "phone" ? "channel.phone" : "channel.browser"),
      })}{" "}
      <a href={`${listPath}/new/about${addressOf(query)}`}>{say(language, "times.change")}</a>
    </p>
  );
}

type DaysProps = TimesPageProps & {
  days: ReadonlyMap<string, readonly OfferedSlot[]>;
  current: string;
};

function Days({ language, days, current, timeZone, path, query }: DaysProps) {
  return (
    <nav aria-label={say(language, "times.days")}>
      <ul class="slot-days">
        {[...days].map(([date, [first]]) => (
          <li>
            <a
              href={`${path}${addressOf(query, date)}`}
              aria-current={date === current ? "true" : undefined}
            >
              {first && shortDayIn(language, timeZone, first.startsAt)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type SlotsFormProps = TimesPageProps & { nearest: OfferedSlot };

function SlotsForm(props: SlotsFormProps) {
  const { language, slots, nearest, timeZone, action, form, query, moved } = props;
  const [first] = slots;
  const soonest = {
    day: dayIn(language, timeZone, nearest.startsAt),
    time: clockIn(language, timeZone, nearest.startsAt),
  };
  const soonestValue = moved ? nearest.startsAt.toJSON() : "soonest";
  return (
    <form method="post" action={action} class="card stack">
      <label class="tick">
        <input
          type="radio"
          name="slot"
          value={soonestValue}
          checked={props.chosen === "soonest"}
          required
        />
        <span>
          <strong>{say(language, "times.soonest")}</strong>
          <br />
          <span class="muted">{say(language, "times.at", soonest)}</span>
        </span>
      </label>
      <fieldset class="set-up">
        <legend>
          <h2>{first && dayIn(language, timeZone, first.startsAt)}</h2>
        </legend>
        <div class="slots">
          {slots.map(({ startsAt }) => (
            <label>
              <input
                type="radio"
                name="slot"
                value={startsAt.toJSON()}
                checked={props.chosen === startsAt.toJSON()}
              />
              {clockIn(language, timeZone, startsAt)}
            </label>
          ))}
        </div>
      </fieldset>
      <p>{say(language, "times.rules", { minutes: props.windowMinutes })}</p>
      <p class="actions">
        <input type="hidden" name="form" value={form} />
        {Object.entries(query ?? {}).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="told" value="no" />
        <button type="submit">{say(language, moved ? "times.book.move" : "times.book")}</button>
      </p>
    </form>
  );
}

function addressOf(query: WishCodes | undefined, day?: string): string {
  const words = new URLSearchParams({ ...query, ...(day && { day }) });
  return words.size > 0 ? `?${words}` : "";
}
