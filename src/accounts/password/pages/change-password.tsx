import { type Language, Linked } from "#platform";
import { Done, type Told, Wrong } from "../../form/index.ts";
import { say } from "../messages.ts";
import { AddressField, PasswordField } from "./password-fields.tsx";

export type ChangePasswordPageProps = {
  language: Language;
  has: { password: boolean; authenticator: boolean };
  script: string;
  email?: string;
  problem?: Told | undefined;
  isDone?: boolean;
};

/** `/account/password` */
export function ChangePasswordPage(props: ChangePasswordPageProps) {
  const { language, has, script, email = "", problem, isDone = false } = props;
  const isWeak = problem?.code.startsWith("weak_password");
  return (
    <>
      <header>
        <h1>{say(language, "change.title")}</h1>
        <p class="lead">{say(language, has.password ? "change.lead" : "change.none")}</p>
      </header>
      {isDone && <Done label={say(language, "done.label")}>{say(language, "change.done")}</Done>}
      {problem && !isWeak && (
        <Wrong label={say(language, "problem.label")}>{problem.sentence}</Wrong>
      )}
      {has.authenticator ? (
        <form class="card" method="post" action="/account/password">
          <AddressField language={language} value={email} />
          {has.password && <PasswordField language={language} name="current" script={script} />}
          <PasswordField
            language={language}
            name="password"
            script={script}
            problem={isWeak ? problem?.sentence : undefined}
          />
          <p class="actions">
            <button type="submit">{say(language, "change.button")}</button>
          </p>
        </form>
      ) : (
        <p>
          <Linked sentence={say(language, "change.needs")} href="/account/authenticator" />
        </p>
      )}
      {has.password && (
        <p>
          <Linked sentence={say(language, "change.forgotten")} href="/reset-password" />
        </p>
      )}
    </>
  );
}
