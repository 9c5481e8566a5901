import { clockTime, type Language } from "#platform";
import type { SettingsLock } from "../../lock/index.ts";
import { PanicForm } from "../../panic-lock/index.ts";
import { type MessageKey, say } from "../messages.ts";

export const lockPath = "/account/lock";

export type LockPageProps = {
  language: Language;
  settings: SettingsLock;
  hasMasterKey: boolean;
  daysMin: number;
  daysMax: number;
  /** What was typed before, when it was refused. */
  typedDays?: string;
  problem?: string;
  done?: MessageKey;
};

/** The settings lock: how it is now, what it does, and what can be done with it. */
export function LockPage(props: LockPageProps) {
  const { language, settings, done, problem } = props;
  return (
    <>
      <header>
        <h1>{say(language, "title")}</h1>
        <p class="lead">{say(language, "lead")}</p>
      </header>
      {done && (
        <p class="notice tone-good" role="status">
          {say(language, done)}
        </p>
      )}
      {problem !== undefined && (
        <section
          class="notice tone-danger"
          role="alert"
          aria-label={say(language, "problem.label")}
        >
          <p>{problem}</p>
        </section>
      )}
      <State language={language} settings={settings} />
      <div class="columns">
        <Points
          language={language}
          title="blocks.title"
          points={[
            "blocks.password",
            "blocks.email",
            "blocks.master_key",
            "blocks.addresses",
            "blocks.elsewhere",
          ]}
        />
        <Points
          language={language}
          title="stays.title"
          points={["stays.money", "stays.documents", "stays.tickets", "stays.tighten"]}
        />
      </div>
      <p>
        <strong>{say(language, "stays.never")}</strong>
      </p>
      {settings.is !== "opening" && <LockForm {...props} />}
      <PanicForm language={language} />
    </>
  );
}

function State({ language, settings }: { language: Language; settings: SettingsLock }) {
  if (settings.is === "open") {
    return <p class="notice tone-caution">{say(language, "open.state")}</p>;
  }
  if (settings.is === "locked") {
    const { since, days } = settings;
    return (
      <section class="notice tone-good">
        <p>
          <strong>{say(language, "locked.state", { since })}</strong>{" "}
          {say(language, "locked.days", { days })}
        </p>
        <p>
          <a href={`${lockPath}/open`}>{say(language, "unlock.button")}</a>
        </p>
      </section>
    );
  }
  const { until } = settings;
  return (
    <section class="notice tone-caution">
      <p>
        <strong>{say(language, "opening.state", { until, time: clockTime(until) })}</strong>{" "}
        {say(language, "opening.lead")}
      </p>
      <form method="post" action={`${lockPath}/stop`}>
        <p class="actions">
          <button type="submit">{say(language, "opening.stop")}</button>
        </p>
      </form>
      <p>
        <a href={`${lockPath}/open`}>{say(language, "unlock.key.title")}</a>
      </p>
    </section>
  );
}

function LockForm(props: LockPageProps) {
  const { language, settings, hasMasterKey, daysMin, daysMax, typedDays, problem } = props;
  const isLocked = settings.is === "locked";
  const fewest = isLocked ? settings.days + 1 : daysMin;
  if (!hasMasterKey && !isLocked) {
    return (
      <section class="card" aria-labelledby="lock">
        <h2 id="lock">{say(language, "needs_key.title")}</h2>
        <p>{say(language, "needs_key.lead")}</p>
        <p>
          <a class="button" href="/account/master-key">
            {say(language, "needs_key.button")}
          </a>
        </p>
      </section>
    );
  }
  if (fewest > daysMax) return null;
  return (
    <section class="card" aria-labelledby="lock">
      <h2 id="lock">{say(language, isLocked ? "lock.longer.title" : "lock.title")}</h2>
      {isLocked && <p>{say(language, "lock.longer.lead")}</p>}
      <form method="post" action={lockPath}>
        <label for="days">{say(language, "lock.days")}</label>
        <p class="hint" id="days-hint">
          {say(language, "lock.days.hint", { min: fewest, max: daysMax })}
        </p>
        <input
          id="days"
          name="days"
          type="number"
          inputmode="numeric"
          min={fewest}
          max={daysMax}
          value={typedDays ?? String(Math.max(fewest, Math.min(7, daysMax)))}
          aria-describedby="days-hint"
          aria-invalid={problem === undefined ? undefined : "true"}
          required
        />
        <p class="actions">
          <button type="submit">
            {say(language, isLocked ? "lock.longer.button" : "lock.button")}
          </button>
        </p>
      </form>
    </section>
  );
}

type PointsProps = { language: Language; title: MessageKey; points: readonly MessageKey[] };

function Points({ language, title, points }: PointsProps) {
  return (
    <section>
      <h2>{say(language, title)}</h2>
      <ul>
        {points.map((point) => (
          <li>{say(language, point)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Hours and minutes, in UTC. */
