import { type Language, Linked } from "#platform";
import { CodeField } from "../../authenticator/index.ts";
import { Field, type Told, Wrong } from "../../form/index.ts";
import { say } from "../messages.ts";

const keyLettersMax = 200;

export type CodePageProps = {
  language: Language;
  back: string;
  now: Date;
  problem?: Told | undefined;
};

/** The second step of signing in: the code, or what stands in for it. */
export function CodePage({ language, back, now, problem }: CodePageProps) {
  const { code, sentence } = problem ?? {};
  const at = (one: string) => (code === one ? sentence : undefined);
  const isElsewhere = code === "wrong_recovery_code" || code === "wrong_master_key";
  const isAtField = isElsewhere || code === "code_refused";
  return (
    <>
      <header>
        <h1>{say(language, "step.title")}</h1>
        <p class="lead">{say(language, "step.lead")}</p>
      </header>
      {problem && !isAtField && (
        <Wrong label={say(language, "problem.label")}>{problem.sentence}</Wrong>
      )}
      <form class="card" method="post" action="/sign-in/code">
        <CodeField language={language} problem={at("code_refused")} isFocused={!isElsewhere} />
        <input type="hidden" name="back" value={back} />
        <p class="actions">
          <button type="submit">{say(language, "step.button")}</button>
        </p>
      </form>
      <p class="muted">{say(language, "step.clock", { now })}</p>
      <details open={isElsewhere}>
        <summary>{say(language, "step.other")}</summary>
        <Other
          language={language}
          back={back}
          kind="recovery_code"
          problem={at("wrong_recovery_code")}
        />
        <Other language={language} back={back} kind="master_key" problem={at("wrong_master_key")} />
        <p>
          <Linked sentence={say(language, "step.lost")} href="/recover" />
        </p>
      </details>
    </>
  );
}

type OtherProps = {
  language: Language;
  back: string;
  kind: "recovery_code" | "master_key";
  problem: string | undefined;
};

function Other({ language, back, kind, problem }: OtherProps) {
  return (
    <form class="card" method="post" action={`/sign-in/${kind.replace("_", "-")}`}>
      <Field
        name={kind}
        label={say(language, `step.${kind}`)}
        hint={say(language, `step.${kind}.hint`)}
        problem={problem}
        autocomplete="off"
        lengthMax={keyLettersMax}
        isFocused={problem !== undefined}
      />
      <input type="hidden" name="back" value={back} />
      <p class="actions">
        <button type="submit" class="plain">
          {say(language, `step.${kind}.button`)}
        </button>
      </p>
    </form>
  );
}

/** Until a new device is approved. The answer tells browsers to ask again. */
export function WaitingPage(props: { language: Language; back: string; until: Date }) {
  const { language, back, until } = props;
  return (
    <>
      <header>
        <h1>{say(language, "waiting.title")}</h1>
        <p class="lead">{say(language, "waiting.lead")}</p>
      </header>
      <p role="status">{say(language, "waiting.page")}</p>
      <p>{say(language, "waiting.until", { until })}</p>
      <p>
        <a class="button plain" href={`/sign-in/waiting?back=${encodeURIComponent(back)}`}>
          {say(language, "waiting.button")}
        </a>
      </p>
      <p class="muted">
        <Linked sentence={say(language, "waiting.none")} href="/sign-in" />
      </p>
    </>
  );
}
