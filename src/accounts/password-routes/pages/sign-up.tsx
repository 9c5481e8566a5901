import { type Language, Linked } from "#platform";
import { SetUpFields, type ShownSetUp } from "../../authenticator/index.ts";
import { type Told, Wrong } from "../../form/index.ts";
import { AddressField, PasswordField } from "../../password/index.ts";
import { say } from "../messages.ts";

export type PasswordSignUpPageProps = {
  language: Language;
  token: string;
  /** What the address is shown as. */
  mask: string;
  email: string;
  setUp: ShownSetUp;
  script: string;
  problem?: Told | undefined;
};

/** A password and an authenticator app, set up together: neither is there without the other. */
export function PasswordSignUpPage(props: PasswordSignUpPageProps) {
  const { language, token, mask, email, setUp, script, problem } = props;
  const isWeak = problem?.code.startsWith("weak_password") ? problem.sentence : undefined;
  const atCode = problem?.code === "code_refused" ? problem.sentence : undefined;
  return (
    <>
      <header>
        <h1>{say(language, "sign_up.title")}</h1>
        <p class="lead">{say(language, "sign_up.lead", { mask })}</p>
      </header>
      {problem && !isWeak && !atCode && (
        <Wrong label={say(language, "problem.label")}>{problem.sentence}</Wrong>
      )}
      <form class="card" method="post" action={`/sign-up/password/${token}`}>
        <h2>{say(language, "sign_up.password")}</h2>
        <AddressField language={language} value={email} />
        <PasswordField language={language} name="password" problem={isWeak} script={script} />
        <SetUpFields language={language} setUp={setUp} problem={atCode} />
        <p class="actions">
          <button type="submit">{say(language, "sign_up.button")}</button>
        </p>
      </form>
      <p>
        <Linked sentence={say(language, "sign_up.passkey")} href={`/sign-up/confirm/${token}`} />
      </p>
    </>
  );
}
