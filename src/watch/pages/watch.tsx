import { LiveScript } from "#accounts";
import type { Id, Language } from "#platform";
import type { Case, KeptSignal } from "../case/index.ts";
import { say } from "../messages.ts";
import type { PictureDay } from "../picture/index.ts";
import { Away, KeyList } from "./keys.tsx";
import { watchPath } from "./path.ts";
import { Picture } from "./picture.tsx";
import { sentenceOf } from "./sentence.ts";

const sentencesMax = 4;

export type WatchPageProps = {
  language: Language;
  /** To look into now, the strongest first. */
  raised: readonly Case[];
  waiting: readonly Case[];
  closed: readonly Case[];
  signals: ReadonlyMap<Id<"case">, readonly KeptSignal[]>;
  pictures: ReadonlyMap<Id<"staff">, readonly PictureDay[]>;
  /** Whose access is on hold. */
  contained: ReadonlySet<Id<"staff">>;
  names: ReadonlyMap<Id<"staff">, string>;
  budget: { all: number; left: number };
};

/** Whom to look into, ranked, with what the desk saw of each. */
export function WatchPage(props: WatchPageProps) {
  const { language, raised, waiting, closed, budget } = props;
  const second = closed.filter(({ state }) => state.is === "closed" && !state.secondLook);
  const over = closed.filter((one) => !second.includes(one));
  return (
    <>
      <h1>{say(language, "title")}</h1>
      <Away language={language} />
      <p class="lead">{say(language, "lead")}</p>
      <div class="stack" data-stream={`${watchPath}/stream`} data-live="watch">
        <p class="hint">{say(language, "budget", budget)}</p>
        <section aria-labelledby="now">
          <h2 id="now">{say(language, "now")}</h2>
          {raised.length === 0 ? (
            <p>{say(language, "now.none")}</p>
          ) : (
            <ul class="cards">
              {raised.map((one) => (
                <Card {...props} one={one} />
              ))}
            </ul>
          )}
        </section>
        <List {...props} cases={waiting} heading="waiting" hint="waiting.hint" />
        <List {...props} cases={second} heading="second" hint="second.hint" />
        <List {...props} cases={over} heading="closed" />
      </div>
      <KeyList language={language} page="list" />
      <LiveScript />
    </>
  );
}

type CardProps = WatchPageProps & { one: Case };

function Card({ language, one, ...props }: CardProps) {
  const signals = props.signals.get(one.id) ?? [];
  const days = props.pictures.get(one.staff) ?? [];
  return (
    <li class="card" aria-labelledby={one.id}>
      <h3 id={one.id}>
        <Name {...props} one={one} language={language} />
      </h3>
      <p class="small">
        {one.isUrgent && <span class="badge danger">{say(language, "urgent")}</span>}{" "}
        {props.contained.has(one.staff) && (
          <span class="badge caution">{say(language, "contained")}</span>
        )}{" "}
        <span class="badge plain">{say(language, "score", { score: one.score })}</span>{" "}
        <span class="muted">{say(language, "since", { at: one.openedAt })}</span>
      </p>
      <ul>
        {signals.slice(0, sentencesMax).map((signal) => (
          <li>{sentenceOf(language, signal)}</li>
        ))}
      </ul>
      {signals.length > sentencesMax && (
        <p class="muted small">{say(language, "more", { count: signals.length - sentencesMax })}</p>
      )}
      <Picture language={language} days={days} />
    </li>
  );
}

type ListProps = WatchPageProps & {
  cases: readonly Case[];
  heading: "waiting" | "second" | "closed";
  hint?: "waiting.hint" | "second.hint";
};

function List({ cases, heading, hint, ...props }: ListProps) {
  const { language } = props;
  if (cases.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{say(language, heading)}</h2>
      {hint && <p class="hint">{say(language, hint)}</p>}
      <ul class="links">
        {cases.map((one) => (
          <li>
            <Name {...props} one={one} />{" "}
            <span class="muted small">
              {say(language, "score", { score: one.score })}
              {(props.signals.get(one.id) ?? [])
                .slice(0, 1)
                .map((signal) => ` · ${sentenceOf(language, signal)}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Name({ language, one, names }: Pick<CardProps, "language" | "one" | "names">) {
  return (
    <a href={`${watchPath}/${one.id}`} data-row>
      {names.get(one.staff) ?? say(language, "case.left")}
    </a>
  );
}
