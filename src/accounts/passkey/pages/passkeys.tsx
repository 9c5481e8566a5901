import type { Language } from "#platform";
import { say } from "../messages.ts";
import type { Passkey } from "../passkey.ts";
import { passkeyNameLettersMax } from "../passkey.ts";
import { Done, PasskeyForm, PasskeyNameField, PasskeyScript, Problem } from "./passkey-form.tsx";

/** Whether passkeys can be changed just now. */
export type Changeable =
  | { is: "open" }
  /** After a fresh proof. */
  | { is: "unproven" }
  | { is: "settings_locked"; until: Date | undefined }
  | { is: "account_locked" };

export type PasskeysPageProps = {
  language: Language;
  passkeys: readonly Passkey[];
  most: number;
  changeable: Changeable;
  /** What a new one is called unless its owner says otherwise. */
  name: string;
  script: string;
  problem?: string | undefined;
  done?: string | undefined;
};

export const passkeysPath = "/account/passkeys";

/** A client's passkeys, and what can be done with them. */
export function PasskeysPage(props: PasskeysPageProps) {
  const { language, passkeys, most, changeable, problem, done } = props;
  const count = passkeys.length;
  return (
    <>
      <header>
        <h1>{say(language, "list.title")}</h1>
        <p class="lead">{say(language, "list.lead")}</p>
      </header>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      {done !== undefined && <Done language={language} sentence={done} />}
      <Standing language={language} changeable={changeable} />
      <section>
        <p>
          {count === 0 ? say(language, "list.empty") : say(language, "list.count", { count, most })}{" "}
          {count === 1 && say(language, "list.one")}
        </p>
        <ul class="cards">
          {passkeys.map((passkey) => (
            <li class="card">
              <PasskeyCard
                language={language}
                passkey={passkey}
                isChangeable={changeable.is === "open"}
              />
            </li>
          ))}
        </ul>
      </section>
      {changeable.is === "open" && <AddForm {...props} />}
    </>
  );
}

function Standing({ language, changeable }: { language: Language; changeable: Changeable }) {
  switch (changeable.is) {
    case "open":
      return null;
    case "unproven":
      return (
        <section class="notice tone-quiet">
          <p>{say(language, "prove.lead")}</p>
          <p>
            <a class="button" href={`/step-up?back=${encodeURIComponent(passkeysPath)}`}>
              {say(language, "prove.button")}
            </a>
          </p>
        </section>
      );
    case "settings_locked": {
      const { until } = changeable;
      return (
        <p class="notice tone-caution">
          {until
            ? say(language, "locked.settings.until", { until })
            : say(language, "locked.settings")}
        </p>
      );
    }
    case "account_locked":
      return <p class="notice tone-danger">{say(language, "locked.account")}</p>;
  }
}

type PasskeyCardProps = { language: Language; passkey: Passkey; isChangeable: boolean };

function PasskeyCard({ language, passkey, isChangeable }: PasskeyCardProps) {
  const { factor, name, addedAt, usedAt } = passkey;
  return (
    <>
      <h2>{name}</h2>
      <dl class="facts">
        <dt>{say(language, "list.added")}</dt>
        <dd>{say(language, "list.moment", { at: addedAt })}</dd>
        <dt>{say(language, "list.used")}</dt>
        <dd>
          {usedAt ? say(language, "list.moment", { at: usedAt }) : say(language, "list.never")}
        </dd>
        <dt>{say(language, "list.where")}</dt>
        <dd>{say(language, whereabouts(passkey))}</dd>
      </dl>
      {isChangeable && (
        <>
          <details>
            <summary aria-label={say(language, "rename.title", { name })}>
              {say(language, "rename")}
            </summary>
            <form method="post" action={`${passkeysPath}/${factor}/name`}>
              <label for={`name-${factor}`}>{say(language, "name")}</label>
              <input
                id={`name-${factor}`}
                name="name"
                value={name}
                maxlength={passkeyNameLettersMax}
                autocomplete="off"
                required
              />
              <p class="actions">
                <button type="submit" class="plain">
                  {say(language, "rename")}
                </button>
              </p>
            </form>
          </details>
          <details>
            <summary aria-label={say(language, "remove.title", { name })}>
              {say(language, "remove")}
            </summary>
            <form method="post" action={`${passkeysPath}/${factor}/remove`}>
              <p>{say(language, "remove.lead")}</p>
              <p class="actions">
                <button type="submit" class="plain">
                  {say(language, "remove")}
                </button>
              </p>
            </form>
          </details>
        </>
      )}
    </>
  );
}

function AddForm({ language, passkeys, most, name, script }: PasskeysPageProps) {
  return (
    <section class="card" aria-labelledby="add">
      <h2 id="add">{say(language, "add.title")}</h2>
      {passkeys.length >= most ? (
        <p>{say(language, "add.full")}</p>
      ) : (
        <>
          <PasskeyForm
            language={language}
            asks="create"
            action={passkeysPath}
            button={say(language, "add.button")}
          >
            <PasskeyNameField language={language} name={name} />
          </PasskeyForm>
          <PasskeyScript language={language} path={script} />
        </>
      )}
    </section>
  );
}

function whereabouts({ isSynced, isBackedUp, isRoaming }: Passkey) {
  if (isSynced) return isBackedUp ? "list.synced" : "list.unsynced";
  return isRoaming ? "list.carried" : "list.bound";
}
