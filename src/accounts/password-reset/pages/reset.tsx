import { type Language, Linked } from "#platform";
import { CodeField } from "../../authenticator/index.ts";
import { Field, type Told, Wrong } from "../../form/index.ts";
import { AddressField, PasswordField } from "../../password/index.ts";
import { say } from "../messages.ts";
import type { Beside } from "../reset.ts";

const keyLettersMax = 200;

type AskPageProps = { language: Language; email: string; problem?: Told | undefined };

/** `/reset-password` */
export function AskPage({ language, email, problem }: AskPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "reset.title")}</h1>
        <p class="lead">{say(language, "reset.lead")}</p>
      </header>
      {problem && <Wrong label={say(language, "problem.label")}>{problem.sentence}</Wrong>}
      <form class="card" method="post" action="/reset-password">
        <Field
          name="email"
          label={say(language, "email")}
          type="email"
          value={email}
          autocomplete="username"
          lengthMax={254}
        />
        <p class="actions">
          <button type="submit">{say(language, "reset.button")}</button>
        </p>
      </form>
      <p>
        <Linked sentence={say(language, "reset.lost")} href="/recover" />
      </p>
    </>
  );
}

type SentPageProps = { language: Language; hours: number; wait: number };

/** The same for everybody who asked. */
export function SentPage({ language, hours, wait }: SentPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "reset.sent.title")}</h1>
        <p class="lead">{say(language, "reset.sent.lead", { hours })}</p>
      </header>
      <p>{say(language, "reset.sent.none", { wait })}</p>
      <p>
        <Linked sentence={say(language, "reset.lost")} href="/recover" />
      </p>
    </>
  );
}

type OpenPageProps = {
  language: Language;
  token: string;
  beside: Beside;
  email: string;
  script: string;
  problem?: Told | undefined;
};

/** What the link opens. */
export function OpenPage({ language, token, beside, email, script, problem }: OpenPageProps) {
  const isWeak = problem?.code.startsWith("weak_password") ? problem.sentence : undefined;
  const wrongProof = beside === "code" ? "code_refused" : "wrong_master_key";
  const atProof = problem?.code === wrongProof ? problem.sentence : undefined;
  return (
    <>
      <header>
        <h1>{say(language, "reset.open.title")}</h1>
        <p class="lead">{say(language, "reset.open.lead")}</p>
      </header>
      {problem && !isWeak && !atProof && (
        <Wrong label={say(language, "problem.label")}>{problem.sentence}</Wrong>
      )}
      <form class="card" method="post" action={`/reset-password/${token}`}>
        <AddressField language={language} value={email} />
        <PasswordField language={language} name="password" problem={isWeak} script={script} />
        {beside === "code" ? (
          <CodeField language={language} problem={atProof} />
        ) : (
          <Field
            name="master_key"
            label={say(language, "reset.master_key")}
            hint={say(language, "reset.master_key.hint")}
            problem={atProof}
            autocomplete="off"
            lengthMax={keyLettersMax}
          />
        )}
        <p class="actions">
          <button type="submit">{say(language, "reset.save")}</button>
        </p>
      </form>
      <p>
        <Linked sentence={say(language, "reset.lost")} href="/recover" />
      </p>
    </>
  );
}

export function SavedPage({ language }: { language: Language }) {
  return (
    <>
      <header>
        <h1>{say(language, "reset.done.title")}</h1>
        <p class="lead">{say(language, "reset.done.lead")}</p>
      </header>
      <p>
        <a class="button" href="/sign-in">
          {say(language, "reset.done.next")}
        </a>
      </p>
    </>
  );
}
