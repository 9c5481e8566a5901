import { clockTime, type Language } from "#platform";
import type { AccountLock } from "../../lock/index.ts";
import { say } from "../messages.ts";

export const lockedPath = "/account/locked";

/** The account as a whole is locked: since when, what to look at, and how it is unlocked. */
export function LockedPage({ language, account }: { language: Language; account: AccountLock }) {
  if (account.is === "none") {
    return (
      <>
        <h1>{say(language, "locked_account.open")}</h1>
        <p>{say(language, "locked_account.open.lead")}</p>
        <PanicForm language={language} />
      </>
    );
  }
  const { since } = account;
  const time = clockTime(since);
  return (
    <>
      <header>
        <h1>{say(language, "locked_account.title")}</h1>
        <p class="lead">{say(language, "locked_account.since", { since, time })}</p>
      </header>
      <p>{say(language, "locked_account.look")}</p>
      <p>
        <a href="/account">{say(language, "locked_account.check")}</a>
      </p>
      <section class="card" aria-labelledby="unlock">
        <h2 id="unlock">{say(language, "locked_account.unlock.title")}</h2>
        <p>{say(language, "locked_account.unlock.lead")}</p>
        <form method="post" action={`${lockedPath}/unlock`}>
          <p class="actions">
            <button type="submit">{say(language, "locked_account.unlock.button")}</button>
          </p>
        </form>
      </section>
    </>
  );
}

/** One button that locks the account, for who is signed in. */
export function PanicForm({ language }: { language: Language }) {
  return (
    <section class="card" aria-labelledby="panic">
      <h2 id="panic">{say(language, "panic.title")}</h2>
      <p>{say(language, "panic.lead")}</p>
      <form method="post" action={lockedPath}>
        <p class="actions">
          <button type="submit" class="danger">
            {say(language, "panic.button")}
          </button>
        </p>
      </form>
    </section>
  );
}
