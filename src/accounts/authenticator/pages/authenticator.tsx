import { type Language, Linked } from "#platform";
import type { Factor } from "../../factor/index.ts";
import { Done, type Told, Wrong } from "../../form/index.ts";
import { say } from "../messages.ts";
import { SetUpFields, type ShownSetUp } from "./set-up.tsx";

export const authenticatorPath = "/account/authenticator";

export type AuthenticatorPageProps = {
  language: Language;
  authenticators: readonly Factor[];
  /** How many there can be. */
  most: number;
  has: { passkey: boolean; password: boolean };
  setUp: ShownSetUp;
  problem?: Told | undefined;
  done?: "added" | "removed" | undefined;
};

/** `/account/authenticator` */
export function AuthenticatorPage(props: AuthenticatorPageProps) {
  const { language, authenticators, most, has, problem, done } = props;
  const isAtCode = problem?.code === "code_refused";
  return (
    <>
      <header>
        <h1>{say(language, "authenticator.title")}</h1>
        <p class="lead">{say(language, "authenticator.lead")}</p>
      </header>
      {done && (
        <Done label={say(language, "done.label")}>
          {say(language, done === "added" ? "authenticator.done" : "authenticator.removed")}
        </Done>
      )}
      {problem && !isAtCode && (
        <Wrong label={say(language, "problem.label")}>{problem.sentence}</Wrong>
      )}
      {authenticators.length === 0 && (
        <p>{say(language, most === 0 ? "authenticator.off" : "authenticator.none")}</p>
      )}
      {authenticators.map((authenticator) => (
        <AuthenticatorCard {...props} authenticator={authenticator} />
      ))}
      {authenticators.length > 0 && !has.password && (
        <p>
          <Linked sentence={say(language, "authenticator.password")} href="/account/password" />
        </p>
      )}
      {most > 0 && <AddForm {...props} />}
    </>
  );
}

type AuthenticatorCardProps = Pick<AuthenticatorPageProps, "language" | "has"> & {
  authenticator: Factor;
};

function AuthenticatorCard({ language, has, authenticator }: AuthenticatorCardProps) {
  const { id, addedAt, usedAt } = authenticator;
  return (
    <section class="card">
      <dl class="facts">
        <dt>{say(language, "authenticator.added")}</dt>
        <dd>{say(language, "authenticator.moment", { at: addedAt })}</dd>
        <dt>{say(language, "authenticator.used")}</dt>
        <dd>
          {usedAt
            ? say(language, "authenticator.moment", { at: usedAt })
            : say(language, "authenticator.never")}
        </dd>
      </dl>
      {has.passkey ? (
        <details>
          <summary>{say(language, "authenticator.remove")}</summary>
          <p>{say(language, "authenticator.remove.lead")}</p>
          <form method="post" action={`${authenticatorPath}/${id}/remove`}>
            <p class="actions">
              <button type="submit" class="plain">
                {say(language, "authenticator.remove.button")}
              </button>
            </p>
          </form>
        </details>
      ) : (
        <p class="hint">{say(language, "authenticator.remove.last")}</p>
      )}
    </section>
  );
}

function AddForm({ language, authenticators, most, setUp, problem }: AuthenticatorPageProps) {
  const [first] = authenticators;
  const replaced = authenticators.length >= most ? first : undefined;
  const atCode = problem?.code === "code_refused" ? problem.sentence : undefined;
  return (
    <details class="card" open={authenticators.length === 0 || problem !== undefined}>
      <summary>{say(language, replaced ? "authenticator.replace" : "authenticator.add")}</summary>
      {replaced && <p>{say(language, "authenticator.replace.lead")}</p>}
      <form method="post" action={authenticatorPath}>
        <SetUpFields language={language} setUp={setUp} problem={atCode} />
        {replaced && <input type="hidden" name="replaces" value={replaced.id} />}
        <p class="actions">
          <button type="submit">
            {say(language, replaced ? "authenticator.replace.button" : "authenticator.add.button")}
          </button>
        </p>
      </form>
    </details>
  );
}
