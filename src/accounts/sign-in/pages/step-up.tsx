import type { PropsWithChildren } from "hono/jsx";
import { type Language, Linked } from "#platform";
import { PasskeyForm, PasskeyScript, Problem } from "../../passkey/index.ts";
import { say } from "../messages.ts";

type StepUpPageProps = PropsWithChildren<{
  language: Language;
  back: string;
  /** Where to go without confirming. */
  home: string;
  /** The address of the script; undefined for a client without a passkey. */
  script?: string | undefined;
  problem?: string | undefined;
}>;

/** Somebody who is signed in proves it again. `children` is a form for who has no passkey. */
export function StepUpPage(props: StepUpPageProps) {
  const { language, back, home, script, problem, children } = props;
  return (
    <>
      <header>
        <h1>{say(language, "step_up.title")}</h1>
        <p class="lead">{say(language, "step_up.lead")}</p>
      </header>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      {script && (
        <div class="card">
          <PasskeyForm
            language={language}
            asks="get"
            action="/step-up/passkey"
            back={back}
            button={say(language, "step_up.passkey.button")}
          />
          <PasskeyScript language={language} path={script} />
        </div>
      )}
      {children}
      <p>
        <Linked sentence={say(language, "step_up.not")} href={home} />
      </p>
    </>
  );
}
