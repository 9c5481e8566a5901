import { encode } from "uqr";
import type { Language } from "#platform";
import { Field } from "../../form/index.ts";
import { say } from "../messages.ts";

const codeLettersMax = 20;

/** A set-up as a page shows it. */
export type ShownSetUp = {
  factor: string;
  sealed: string;
  /** In base 32. */
  key: string;
  /** The address for authenticator apps. */
  address: string;
};

type SetUpFieldsProps = { language: Language; setUp: ShownSetUp; problem?: string | undefined };

/** The key as picture, as link and as text, and the field for the first code. They stand in a form. */
export function SetUpFields({ language, setUp, problem }: SetUpFieldsProps) {
  const { factor, sealed, key, address } = setUp;
  return (
    <fieldset class="set-up">
      <legend>
        <h2>{say(language, "set_up.title")}</h2>
      </legend>
      <p>{say(language, "set_up.lead")}</p>
      <QrCode text={address} label={say(language, "set_up.picture")} />
      <p>
        <a href={address}>{say(language, "set_up.open")}</a>
      </p>
      <p>
        {say(language, "set_up.key")}
        <br />
        <samp class="key" translate="no">
          {key.match(/.{1,4}/g)?.join(" ")}
        </samp>
        <br />
        <span class="hint">{say(language, "set_up.key.hint")}</span>
      </p>
      <input type="hidden" name="factor" value={factor} />
      <input type="hidden" name="sealed" value={sealed} />
      <CodeField language={language} label={say(language, "set_up.code")} problem={problem} />
    </fieldset>
  );
}

type CodeFieldProps = {
  language: Language;
  label?: string;
  problem?: string | undefined;
  isFocused?: boolean;
};

/** The field for a code of an authenticator app. */
export function CodeField({ language, label, problem, isFocused = false }: CodeFieldProps) {
  return (
    <Field
      name="code"
      label={label ?? say(language, "code")}
      hint={say(language, "code.hint")}
      problem={problem}
      autocomplete="one-time-code"
      isNumeric
      lengthMax={codeLettersMax}
      isFocused={isFocused || problem !== undefined}
    />
  );
}

/** The form of `/step-up` for who has no passkey. */
export function StepUpCodeForm({ language, back }: { language: Language; back: string }) {
  return (
    <form class="card" method="post" action="/step-up/code">
      <CodeField language={language} isFocused />
      <input type="hidden" name="back" value={back} />
      <p class="actions">
        <button type="submit">{say(language, "step_up.button")}</button>
      </p>
    </form>
  );
}

/** Dark on white in both colour schemes: cameras need it so. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  const path = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join("")} fill="#000" />
    </svg>
  );
}
