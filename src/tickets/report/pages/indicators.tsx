import type { Id, Language } from "#platform";
import { isForReportsAlone, keyOf, type ReportedIndicator } from "../indicator.ts";
import { say, worded } from "../messages.ts";
import { defused } from "../takedown.ts";

export const indicatorsPath = "/staff/indicators";

const signalsMax = 5;

type IndicatorsPageProps = {
  language: Language;
  lists: Readonly<Record<"seen" | "confirmed" | "rejected", readonly ReportedIndicator[]>>;
  /** Which signals its reports showed, by `type:value`. */
  signals: ReadonlyMap<string, readonly string[]>;
  /** What colleagues are called. */
  names: ReadonlyMap<Id<"staff">, string>;
  done: "confirmed" | "rejected" | undefined;
};

/** What people reported, for who decides on it. Nothing of who reported it stands here. */
export function IndicatorsPage({ language, lists, signals, names, done }: IndicatorsPageProps) {
  return (
    <>
      <h1>{say(language, "indicators.title")}</h1>
      {done && (
        <p class="notice tone-good" role="status">
          {say(language, `indicators.done.${done}`)}
        </p>
      )}
      <p class="lead">{say(language, "indicators.lead")}</p>
      {(["seen", "confirmed", "rejected"] as const).map((standing) => (
        <section aria-labelledby={standing}>
          <h2 id={standing}>{say(language, `indicators.${standing}`)}</h2>
          {lists[standing].length === 0 && <p>{say(language, "indicators.none")}</p>}
          <div class="stack">
            {lists[standing].map((one) => (
              <Card
                language={language}
                one={one}
                signals={signals.get(keyOf(one)) ?? []}
                names={names}
              />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

type CardProps = {
  language: Language;
  one: ReportedIndicator;
  signals: readonly string[];
  names: IndicatorsPageProps["names"];
};

function Card({ language, one, signals, names }: CardProps) {
  const { type, value, standing, firstAt, lastAt } = one;
  const shown = defused(one);
  return (
    <article class="card" aria-label={`${say(language, `type.${type}`)} ${shown}`}>
      <h3>
        <samp dir="auto">{shown}</samp>
      </h3>
      <p class="muted small">{say(language, `type.${type}`)}</p>
      <p>{say(language, "indicators.counts", countsOf(one))}</p>
      <p class="muted small">
        {say(language, "indicators.days", { first: firstAt, last: lastAt })}
      </p>
      {signals.length > 0 && (
        <ul class="small">
          {signals.slice(0, signalsMax).map((code) => (
            <li>{worded(language, "signal", code)}</li>
          ))}
        </ul>
      )}
      {standing.is !== "seen" && (
        <p class="small">
          {standing.by.is === "staff"
            ? say(language, "indicators.by_staff", {
                name: names.get(standing.by.id) ?? "",
                at: standing.since,
              })
            : say(language, "indicators.by_reports", { at: standing.since })}
        </p>
      )}
      {standing.is === "seen" && !isForReportsAlone(one) && (
        <p class="small">{say(language, "indicators.not_alone")}</p>
      )}
      <div class="acts">
        {standing.is !== "confirmed" && (
          <Act language={language} of={one} act="confirm" value="confirmed" />
        )}
        {standing.is !== "rejected" && (
          <Act language={language} of={one} act="reject" value="rejected" />
        )}
        <form method="post" action={`${indicatorsPath}/pack`}>
          <input type="hidden" name="type" value={type} />
          <input type="hidden" name="value" value={value} />
          <button type="submit" class="plain small">
            {say(language, "indicators.pack")}
          </button>
        </form>
      </div>
    </article>
  );
}

function countsOf({ reports, clients, independent, guests, anonymous }: ReportedIndicator) {
  return { reports, clients, independent, guests, anonymous };
}

type ActProps = {
  language: Language;
  of: ReportedIndicator;
  act: "confirm" | "reject";
  value: "confirmed" | "rejected";
};

function Act({ language, of, act, value }: ActProps) {
  return (
    <form method="post" action={`${indicatorsPath}/decide`}>
      <input type="hidden" name="type" value={of.type} />
      <input type="hidden" name="value" value={of.value} />
      <input type="hidden" name="decision" value={value} />
      <button type="submit" class={act === "confirm" ? "small" : "plain small"}>
        {say(language, `indicators.${act}`)}
      </button>
    </form>
  );
}
