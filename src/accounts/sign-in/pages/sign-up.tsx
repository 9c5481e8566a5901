import { type Language, Linked } from "#platform";
import { PasskeyForm, PasskeyNameField, PasskeyScript, Problem } from "../../passkey/index.ts";
import { say } from "../messages.ts";

export type SignUpPageProps = {
  language: Language;
  /** What was typed. */
  email?: string;
  problem?: string | undefined;
};

export function SignUpPage({ language, email = "", problem }: SignUpPageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "sign_up.title")}</h1>
        <p class="lead">{say(language, "sign_up.lead")}</p>
      </header>
      <form class="card" method="post" action="/sign-up">
        <label for="email">{say(language, "email")}</label>
        <p class="hint" id="email-hint">
          {say(language, "sign_up.email.hint")}
        </p>
        {problem !== undefined && (
          <p class="error" id="email-problem" role="alert">
            {problem}
          </p>
        )}
        <input
          type="email"
          id="email"
          name="email"
          value={email}
          autocomplete="email"
          maxlength={254}
          dir="ltr"
          required
          aria-invalid={problem === undefined ? undefined : "true"}
          aria-describedby={problem === undefined ? "email-hint" : "email-problem email-hint"}
        />
        <p class="actions">
          <button type="submit">{say(language, "sign_up.button")}</button>
        </p>
      </form>
      <p>
        <Linked sentence={say(language, "sign_up.old")} href="/sign-in" />
      </p>
    </>
  );
}

/** The same for everybody who asked, whether or not the address has an account. */
export function SentPage({ language, hours }: { language: Language; hours: number }) {
  return (
    <>
      <header>
        <h1>{say(language, "sign_up.sent.title")}</h1>
        <p class="lead">{say(language, "sign_up.sent.lead", { hours })}</p>
      </header>
      <p>
        <Linked sentence={say(language, "sign_up.sent.none")} href="/sign-up" />
      </p>
    </>
  );
}

export type ChoosePageProps = {
  language: Language;
  token: string;
  /** What the address is shown as. */
  mask: string;
  /** What the passkey is called unless its owner says otherwise. */
  name: string;
  script: string;
  problem?: string | undefined;
};

/** What the link in the first mail opens: how its owner will sign in. */
export function ChoosePage({ language, token, mask, name, script, problem }: ChoosePageProps) {
  return (
    <>
      <header>
        <h1>{say(language, "sign_up.choose.title")}</h1>
        <p class="lead">{say(language, "sign_up.choose.lead", { mask })}</p>
      </header>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      <div class="columns">
        <section class="card" aria-labelledby="passkey">
          <h2 id="passkey">{say(language, "sign_up.passkey.title")}</h2>
          <p>{say(language, "sign_up.passkey.lead")}</p>
          <PasskeyForm
            language={language}
            asks="create"
            action={`/sign-up/confirm/${token}`}
            button={say(language, "sign_up.passkey.button")}
          >
            <PasskeyNameField language={language} name={name} />
          </PasskeyForm>
          <PasskeyScript language={language} path={script} />
        </section>
        <section class="card" aria-labelledby="by-password">
          <h2 id="by-password">{say(language, "sign_up.password.title")}</h2>
          <p>{say(language, "sign_up.password.lead")}</p>
          <p>
            <a class="button plain" href={`/sign-up/password/${token}`}>
              {say(language, "sign_up.password.link")}
            </a>
          </p>
        </section>
      </div>
    </>
  );
}
