import type { Language } from "#platform";
import type { Protection } from "../../lock/index.ts";
import { type MessageKey, say } from "../messages.ts";

export const masterKeyPath = "/account/master-key";

type MasterKeyPageProps = {
  language: Language;
  /** Since when there is one. */
  since: Date | undefined;
  protection: Protection;
  done?: MessageKey;
};

const uses = ["uses.unlock", "uses.reset", "uses.second", "uses.not"] as const;

/** The master key: whether there is one, what it is for, and what can be done with it. */
export function MasterKeyPage({ language, since, protection, done }: MasterKeyPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "title")}</h1>
        <p class="lead">{say(language, "lead")}</p>
      </header>
      {done && (
        <section class="notice tone-good" role="status">
          <p>{say(language, done)}</p>
          {done === "done.made" && (
            <p>
              <a href="/account/lock">{say(language, "done.lock")}</a>
            </p>
          )}
        </section>
      )}
      <p>
        <strong>{since ? say(language, "has", { at: since }) : say(language, "hasnt")}</strong>
      </p>
      <section>
        <h2>{say(language, "uses.title")}</h2>
        <ul>
          {uses.map((use) => (
            <li>{say(language, use)}</li>
          ))}
        </ul>
      </section>
      <Acts language={language} since={since} protection={protection} />
    </>
  );
}

function Acts({ language, since, protection }: Omit<MasterKeyPageProps, "done">) {
  const { account, settings } = protection;
  if (account.is === "locked") {
    return <p class="notice tone-danger">{say(language, "blocked.account")}</p>;
  }
  if (settings.is !== "open") {
    return <p class="notice tone-caution">{say(language, "blocked.settings")}</p>;
  }
  return (
    <>
      <section class="card">
        {since && <p>{say(language, "replace.lead")}</p>}
        <p>
          <a class="button" href={`${masterKeyPath}/new`}>
            {say(language, since ? "replace.begin" : "make.begin")}
          </a>
        </p>
      </section>
      {since && (
        <details>
          <summary>{say(language, "remove.title")}</summary>
          <p>{say(language, "remove.lead")}</p>
          <form method="post" action={`${masterKeyPath}/remove`}>
            <p class="actions">
              <button type="submit" class="plain">
                {say(language, "remove.button")}
              </button>
            </p>
          </form>
        </details>
      )}
    </>
  );
}

/** Before a key is shown: who is looking? */
export function NewKeyPage({ language, problem }: { language: Language; problem?: string }) {
  return (
    <>
      <header>
        <h1>{say(language, "make.title")}</h1>
        <p class="lead">{say(language, "make.lead")}</p>
      </header>
      {problem !== undefined && (
        <section
          class="notice tone-danger"
          role="alert"
          aria-label={say(language, "problem.label")}
        >
          <p>{problem}</p>
        </section>
      )}
      <form method="post" action={`${masterKeyPath}/new`}>
        <p class="actions">
          <button type="submit">{say(language, "make.button")}</button>
        </p>
      </form>
      <p>
        <a href={masterKeyPath}>{say(language, "make.cancel")}</a>
      </p>
    </>
  );
}

export type ShownKeyPageProps = {
  language: Language;
  firm: string;
  publicId: string;
  masterKey: string;
  shownAt: Date;
  /** The key as the form brings it back: nobody else can read it. */
  sealed: string;
  /** Which group is asked for, counted from 1. */
  asked: number;
  isWrong: boolean;
};

/** The key, this once: a sheet to print, and the question that shows that it was kept. */
export function ShownKeyPage(props: ShownKeyPageProps) {
  const { language, firm, publicId, masterKey, shownAt, sealed, asked, isWrong } = props;
  return (
    <>
      <header class="no-print">
        <h1>{say(language, "shown.title")}</h1>
        <p class="lead">{say(language, "shown.lead")}</p>
      </header>
      <section class="card key-sheet">
        <h2>{say(language, "sheet.title", { id: publicId })}</h2>
        <p class="key-text" translate="no">
          {masterKey.split("-").map((group, place) => (
            <span>
              <small aria-hidden="true">{place + 1}</small>
              {group}
            </span>
          ))}
        </p>
        <p>{say(language, "sheet.keep")}</p>
        <p>
          <strong>{say(language, "sheet.never", { firm })}</strong>
        </p>
        <p class="small muted">{say(language, "sheet.made", { at: shownAt })}</p>
      </section>
      <form class="card no-print" method="post" action={masterKeyPath}>
        <label for="group">{say(language, "confirm.label", { place: asked })}</label>
        <p class="hint" id="group-hint">
          {say(language, "confirm.hint")}
        </p>
        {isWrong && (
          <p class="error" id="group-error" role="alert">
            {say(language, "confirm.wrong", { place: asked })}
          </p>
        )}
        <input
          id="group"
          name="group"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxlength={12}
          aria-describedby={isWrong ? "group-hint group-error" : "group-hint"}
          aria-invalid={isWrong ? "true" : undefined}
          required
        />
        <input type="hidden" name="sealed" value={sealed} />
        <p class="actions">
          <button type="submit">{say(language, "confirm.button")}</button>
        </p>
      </form>
    </>
  );
}
