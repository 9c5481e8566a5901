import { type Language, Linked, Notice, Outcome } from "#platform";
import type { Session } from "../../session/index.ts";
import { isOnShift, type StaffMember, say, sayRoles } from "../../staff/index.ts";
import type { StaffPasskey } from "../../staff-passkey/index.ts";

type HomePageProps = {
  language: Language;
  member: StaffMember;
  /** How many approvals wait for this person. */
  asked: number;
  passkeys: readonly StaffPasskey[];
  /** One was removed just now. */
  isRemoved: boolean;
  now: Date;
};

/** Who somebody on the staff is here, and what waits. */
export function HomePage({ language, member, asked, passkeys, isRemoved, now }: HomePageProps) {
  const { name, team, employer, roles } = member;
  const held = sayRoles(
    language,
    roles.map(({ role }) => role),
  );
  const facts = [
    [say(language, "person.team"), team],
    [say(language, "person.employer"), employer],
    [say(language, "person.roles"), held || say(language, "home.no_roles")],
    [
      say(language, "person.shift"),
      say(language, isOnShift(member, now) ? "shift.on" : "shift.off"),
    ],
  ] as const;
  return (
    <>
      <h1>{say(language, "home.hello", { name })}</h1>
      {asked > 0 && (
        <Notice tone="caution" label={say(language, "home.approvals")}>
          <p>
            <Linked
              sentence={say(language, "home.asked", { count: asked })}
              href="/staff/approvals"
            />
          </p>
        </Notice>
      )}
      <section class="card">
        <h2>{say(language, "home.you")}</h2>
        <dl class="facts">
          {facts.map(([label, value]) => (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Passkeys language={language} passkeys={passkeys} isRemoved={isRemoved} />
    </>
  );
}

type PasskeysProps = Pick<HomePageProps, "language" | "passkeys" | "isRemoved">;

/** The own passkeys: one of several can be ended, such as one on a stolen phone. */
function Passkeys({ language, passkeys, isRemoved }: PasskeysProps) {
  return (
    <section class="card">
      <h2>{say(language, "passkeys.title")}</h2>
      <Outcome done={isRemoved ? say(language, "passkeys.removed") : undefined} />
      {passkeys.length < 2 && <p class="hint">{say(language, "passkeys.two")}</p>}
      <ul class="parts">
        {passkeys.map((passkey) => (
          <li>
            <div>
              <strong>{passkey.name}</strong>
              <p class="muted small">
                {say(language, passkey.isSynced ? "passkeys.synced" : "passkeys.bound", {
                  added: passkey.addedAt,
                })}
              </p>
              {passkeys.length > 1 && (
                <form method="post" action={`/staff/passkeys/${passkey.id}/remove`}>
                  <button
                    type="submit"
                    class="plain"
                    aria-label={say(language, "passkeys.remove.one", { name: passkey.name })}
                  >
                    {say(language, "passkeys.remove")}
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href="/staff/passkeys/add">
          {say(language, "add_passkey.title")}
        </a>
      </p>
    </section>
  );
}

type SessionsPageProps = { language: Language; open: readonly Session[]; own: Session["id"] };

export function SessionsPage({ language, open, own }: SessionsPageProps) {
  return (
    <>
      <h1>{say(language, "sessions.title")}</h1>
      <p>{say(language, "sessions.lead")}</p>
      <ul class="parts">
        {open.map(({ id, browser, network, startedAt, seenAt }) => (
          <li>
            <div>
              <strong>{browser}</strong>
              <p class="muted small">
                {say(language, "sessions.one", { network, started: startedAt, seen: seenAt })}
              </p>
              {id === own ? (
                <p>{say(language, "sessions.own")}</p>
              ) : (
                <form method="post" action="/staff/sessions">
                  <input type="hidden" name="session" value={id} />
                  <button type="submit" class="plain">
                    {say(language, "sessions.end")}
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </ul>
      {open.length > 1 && (
        <form method="post" action="/staff/sessions">
          <button type="submit">{say(language, "sessions.end_others")}</button>
        </form>
      )}
    </>
  );
}
