import { type Language, Linked } from "#platform";
import { Done, Problem, passkeysPath } from "../../passkey/index.ts";
import type { Device, Session } from "../../session/index.ts";
import { say } from "../messages.ts";

export const sessionsPath = "/account/sessions";
export const devicesPath = "/account/devices";

type SessionsPageProps = {
  language: Language;
  /** The session that asks. */
  current: Session;
  sessions: readonly Session[];
  devices: readonly Device[];
  problem?: string | undefined;
  done?: string | undefined;
};

/** Where a client is signed in, and in which browsers they were before. */
export function SessionsPage(props: SessionsPageProps) {
  const { language, current, sessions, devices, problem, done } = props;
  return (
    <>
      <header>
        <h1>{say(language, "sessions.title")}</h1>
        <p class="lead">
          <Linked sentence={say(language, "sessions.lead")} href={passkeysPath} />
        </p>
      </header>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      {done !== undefined && <Done language={language} sentence={done} />}
      <section>
        <ul class="cards">
          {sessions.map((session) => (
            <li class="card">
              <SessionCard
                language={language}
                session={session}
                isCurrent={session.id === current.id}
              />
            </li>
          ))}
        </ul>
        <p class="muted small">{say(language, "sessions.network.note")}</p>
        {sessions.length > 1 && (
          <form method="post" action={`${sessionsPath}/end-others`}>
            <button type="submit">{say(language, "sessions.end_others")}</button>
          </form>
        )}
      </section>
      <Devices language={language} devices={devices} current={current} />
    </>
  );
}

type SessionCardProps = { language: Language; session: Session; isCurrent: boolean };

function SessionCard({ language, session, isCurrent }: SessionCardProps) {
  const { id, browser, network, startedAt, seenAt } = session;
  return (
    <>
      <h2>
        {browser} {isCurrent && <span class="badge">{say(language, "sessions.this")}</span>}
      </h2>
      <dl class="facts">
        <dt>{say(language, "sessions.network")}</dt>
        <dd>
          <samp>{network}</samp>
        </dd>
        <dt>{say(language, "sessions.started")}</dt>
        <dd>{say(language, "sessions.at", { at: startedAt })}</dd>
        <dt>{say(language, "sessions.seen")}</dt>
        <dd>{say(language, "sessions.at", { at: seenAt })}</dd>
      </dl>
      {!isCurrent && (
        <form method="post" action={`${sessionsPath}/${id}/end`}>
          <button
            type="submit"
            class="plain"
            aria-label={say(language, "sessions.end.label", { browser, network })}
          >
            {say(language, "sessions.end")}
          </button>
        </form>
      )}
    </>
  );
}

type DevicesProps = { language: Language; devices: readonly Device[]; current: Session };

function Devices({ language, devices, current }: DevicesProps) {
  return (
    <section aria-labelledby="devices">
      <h2 id="devices">{say(language, "devices.title")}</h2>
      <p>{say(language, devices.length === 0 ? "devices.empty" : "devices.lead")}</p>
      <ul class="cards">
        {devices.map(({ id, browser, network, firstSeenAt, seenAt }) => (
          <li class="card">
            <h3>
              {browser}{" "}
              {id === current.device && <span class="badge">{say(language, "sessions.this")}</span>}
            </h3>
            <dl class="facts">
              <dt>{say(language, "sessions.network")}</dt>
              <dd>
                <samp>{network}</samp>
              </dd>
              <dt>{say(language, "devices.first")}</dt>
              <dd>{say(language, "sessions.at", { at: firstSeenAt })}</dd>
              <dt>{say(language, "sessions.seen")}</dt>
              <dd>{say(language, "sessions.at", { at: seenAt })}</dd>
            </dl>
            <form method="post" action={`${devicesPath}/${id}/remove`}>
              <button
                type="submit"
                class="plain"
                aria-label={say(language, "devices.remove.label", { browser, network })}
              >
                {say(language, "devices.remove")}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {devices.length > 1 && (
        <form method="post" action={`${devicesPath}/remove-all`}>
          <button type="submit">{say(language, "devices.remove_all")}</button>
        </form>
      )}
    </section>
  );
}
