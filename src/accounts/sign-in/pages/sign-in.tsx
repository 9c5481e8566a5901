import { type Language, Linked } from "#platform";
import { PasskeyForm, PasskeyScript, Problem } from "../../passkey/index.ts";
import { say } from "../messages.ts";
import { PasswordForm } from "./password-form.tsx";

type SignInPageProps = {
  language: Language;
  /** Where to go on. */
  back: string;
  /** The address of the script. */
  script: string;
  problem?: string | undefined;
  /** What was typed. */
  email?: string | undefined;
};

/** Where everybody signs in: with a passkey, or with a password and an authenticator's code. */
export function SignInPage({ language, back, script, problem, email }: SignInPageProps) {
  return (
    <>
      <h1>{say(language, "sign_in.title")}</h1>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      <div class="columns">
        <section class="card" aria-labelledby="passkey">
          <h2 id="passkey">{say(language, "sign_in.passkey.title")}</h2>
          <p>{say(language, "sign_in.passkey.lead")}</p>
          <PasskeyForm
            language={language}
            asks="get"
            action="/sign-in/passkey"
            back={back}
            button={say(language, "sign_in.passkey.button")}
            offersInField
          />
          <PasskeyScript language={language} path={script} />
        </section>
        <section class="card" aria-labelledby="by-password">
          <h2 id="by-password">{say(language, "sign_in.password.title")}</h2>
          <p>{say(language, "sign_in.password.lead")}</p>
          <PasswordForm language={language} back={back} email={email} />
        </section>
      </div>
      <div>
        <p>
          <Linked sentence={say(language, "sign_in.new")} href="/sign-up" />
        </p>
        <p>
          <Linked sentence={say(language, "sign_in.forgotten")} href="/reset-password" />
        </p>
        <p>
          <Linked sentence={say(language, "sign_in.lost")} href="/recover" />
        </p>
        <p class="muted">{say(language, "sign_in.never")}</p>
      </div>
    </>
  );
}
