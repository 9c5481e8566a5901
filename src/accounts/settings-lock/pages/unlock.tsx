import type { Language } from "#platform";
import { say } from "../messages.ts";
import { lockPath } from "./lock.tsx";

export type UnlockPageProps = {
  language: Language;
  /** Missing when it is opening already: then only the master key is left. */
  days: number | undefined;
  problem?: string;
};

/** The two ways to open the settings lock. There is no third. */
export function UnlockPage({ language, days, problem }: UnlockPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "unlock.title")}</h1>
        <p class="lead">{say(language, "unlock.lead")}</p>
      </header>
      {days !== undefined && (
        <section class="card" aria-labelledby="wait">
          <h2 id="wait">{say(language, "unlock.wait.title")}</h2>
          <p>{say(language, "unlock.wait.lead", { days })}</p>
          <form method="post" action={`${lockPath}/open`}>
            <p class="actions">
              <button type="submit">{say(language, "unlock.wait.button")}</button>
            </p>
          </form>
        </section>
      )}
      <section class="card" aria-labelledby="by-key">
        <h2 id="by-key">{say(language, "unlock.key.title")}</h2>
        <form method="post" action={`${lockPath}/open-now`}>
          <label for="master-key">{say(language, "unlock.key.label")}</label>
          <p class="hint" id="master-key-hint">
            {say(language, "unlock.key.hint")}
          </p>
          {problem !== undefined && (
            <p class="error" id="master-key-error" role="alert">
              {problem}
            </p>
          )}
          <input
            id="master-key"
            name="master_key"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxlength={80}
            aria-describedby={
              problem === undefined ? "master-key-hint" : "master-key-hint master-key-error"
            }
            aria-invalid={problem === undefined ? undefined : "true"}
            required
          />
          <p class="actions">
            <button type="submit">{say(language, "unlock.key.button")}</button>
          </p>
        </form>
      </section>
      <p>
        <a href={lockPath}>{say(language, "unlock.back")}</a>
      </p>
    </>
  );
}
