import { type Language, Linked, Notice } from "#platform";
import { SetUpFields, type ShownSetUp } from "../../authenticator/index.ts";
import { Field, type Told, Wrong } from "../../form/index.ts";
import { PasskeyForm, PasskeyNameField, PasskeyScript } from "../../passkey/index.ts";
import { AddressField, PasswordField } from "../../password/index.ts";
import { say } from "../messages.ts";

const codeLettersMax = 60;

export type RecoverPageProps = {
  language: Language;
  days: number;
  email: string;
  problem?: Told | undefined;
};

/** `/recover`: for who has lost everything but a recovery code. */
export function RecoverPage({ language, days, email, problem }: RecoverPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "recover.title")}</h1>
        <p class="lead">{say(language, "recover.lead", { days })}</p>
      </header>
      <Notice tone="quiet" label={say(language, "recover.title")}>
        <p>
          <Linked sentence={say(language, "recover.first")} href="/sign-in" />
        </p>
      </Notice>
      {problem && <Wrong label={say(language, "problem.label")}>{problem.sentence}</Wrong>}
      <form class="card" method="post" action="/recover">
        <Field
          name="email"
          label={say(language, "email")}
          type="email"
          value={email}
          autocomplete="username"
          lengthMax={254}
        />
        <Field
          name="code"
          label={say(language, "code")}
          hint={say(language, "code.hint")}
          autocomplete="off"
          lengthMax={codeLettersMax}
        />
        <p class="actions">
          <button type="submit">{say(language, "recover.button")}</button>
        </p>
      </form>
      <p class="muted">{say(language, "recover.none")}</p>
    </>
  );
}

export function BegunPage({ language, until }: { language: Language; until: Date }) {
  return (
    <>
      <header>
        <h1>{say(language, "recover.begun.title")}</h1>
        <p class="lead">{say(language, "recover.begun.lead", { until })}</p>
      </header>
      <p>{say(language, "recover.begun.stop")}</p>
      <Notice tone="caution" label={say(language, "recover.begun.title")}>
        <p>{say(language, "recover.begun.never")}</p>
      </Notice>
    </>
  );
}

export type FinishPageProps = {
  language: Language;
  /** Where the forms go. */
  path: string;
  /** What a new passkey is called unless its owner says otherwise. */
  name: string;
  email: string;
  setUp: ShownSetUp;
  scripts: { passkey: string; password: string };
  problem?: Told | undefined;
};

/** What the link at the end of the delay opens. */
export function FinishPage(props: FinishPageProps) {
  const { language, path, name, email, setUp, scripts, problem } = props;
  const isWeak = problem?.code.startsWith("weak_password") ? problem.sentence : undefined;
  const atCode = problem?.code === "code_refused" ? problem.sentence : undefined;
  return (
    <>
      <header>
        <h1>{say(language, "finish.title")}</h1>
        <p class="lead">{say(language, "finish.lead")}</p>
      </header>
      {problem && !isWeak && !atCode && (
        <Wrong label={say(language, "problem.label")}>{problem.sentence}</Wrong>
      )}
      <section class="card" aria-labelledby="passkey">
        <h2 id="passkey">{say(language, "finish.passkey.title")}</h2>
        <p>{say(language, "finish.passkey.lead")}</p>
        <PasskeyForm
          language={language}
          asks="create"
          action={`${path}/passkey`}
          button={say(language, "finish.passkey.button")}
        >
          <PasskeyNameField language={language} name={name} />
        </PasskeyForm>
        <PasskeyScript language={language} path={scripts.passkey} />
      </section>
      <details class="card" open={Boolean(isWeak ?? atCode)}>
        <summary>{say(language, "finish.password.title")}</summary>
        <p>{say(language, "finish.password.lead")}</p>
        <form method="post" action={`${path}/password`}>
          <AddressField language={language} value={email} />
          <PasswordField
            language={language}
            name="password"
            problem={isWeak}
            script={scripts.password}
          />
          <SetUpFields language={language} setUp={setUp} problem={atCode} />
          <p class="actions">
            <button type="submit">{say(language, "finish.password.button")}</button>
          </p>
        </form>
      </details>
    </>
  );
}
