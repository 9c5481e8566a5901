import type { Language } from "#platform";
import { PasskeyForm, PasskeyNameField, PasskeyScript, Problem } from "../../passkey/index.ts";
import { say } from "../../staff/index.ts";

type DoorProps = {
  language: Language;
  /** Where to go on. */
  back: string;
  /** The address of the passkeys' script; without it, no passkey is asked for here. */
  script: string | undefined;
  problem?: string | undefined;
};

/** Where staff sign in: at the firm's identity provider, or without one with a passkey. */
export function SignInPage({ language, back, script, problem }: DoorProps) {
  return (
    <>
      <h1>{say(language, "sign_in.title")}</h1>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      <section class="card">
        {script ? (
          <>
            <p>{say(language, "sign_in.passkey")}</p>
            <PasskeyForm
              language={language}
              asks="get"
              action="/staff/sign-in/passkey"
              back={back}
              button={say(language, "sign_in.passkey.button")}
            />
            <PasskeyScript language={language} path={script} />
          </>
        ) : (
          <>
            <p>{say(language, "sign_in.provider")}</p>
            <p>
              <a class="button" href={`/staff/sign-in/provider?back=${encodeURIComponent(back)}`}>
                {say(language, "sign_in.provider.button")}
              </a>
            </p>
          </>
        )}
      </section>
      <p class="muted">{say(language, "sign_in.clients")}</p>
    </>
  );
}

export function StepUpPage({ language, back, script, problem }: DoorProps) {
  return (
    <>
      <h1>{say(language, "step_up.title")}</h1>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      {script ? (
        <section class="card">
          <p>{say(language, "step_up.lead")}</p>
          <PasskeyForm
            language={language}
            asks="get"
            action="/staff/step-up"
            back={back}
            button={say(language, "step_up.button")}
          />
          <PasskeyScript language={language} path={script} />
        </section>
      ) : (
        <section class="card">
          <p>{say(language, "step_up.none")}</p>
          <p>
            <a class="button" href="/staff/passkeys/add">
              {say(language, "add_passkey.title")}
            </a>
          </p>
        </section>
      )}
    </>
  );
}

type MakingProps = {
  language: Language;
  /** Where the answer is posted. */
  path: string;
  script: string;
  problem?: string | undefined;
};

/** What a registration link leads to. */
export function RegisterPage({ name, ...making }: MakingProps & { name: string }) {
  const { language } = making;
  return (
    <>
      <header>
        <h1>{say(language, "register.title")}</h1>
        <p class="lead">{say(language, "register.lead", { name })}</p>
      </header>
      <p>{say(language, "register.warning")}</p>
      <Making {...making} />
    </>
  );
}

export function AddPasskeyPage(making: MakingProps) {
  const { language } = making;
  return (
    <>
      <h1>{say(language, "add_passkey.title")}</h1>
      <p>{say(language, "add_passkey.lead")}</p>
      <Making {...making} />
    </>
  );
}

function Making({ language, path, script, problem }: MakingProps) {
  return (
    <section class="card">
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      <PasskeyForm
        language={language}
        asks="create"
        action={path}
        button={say(language, "register.button")}
      >
        <PasskeyNameField language={language} name="" />
      </PasskeyForm>
      <PasskeyScript language={language} path={script} />
    </section>
  );
}
