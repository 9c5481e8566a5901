import type { Language } from "#platform";
import { Field } from "../../form/index.ts";
import { say } from "../messages.ts";
import { charactersMin } from "../strength.ts";

/** Longer than any that is taken, so that nothing is cut off before it is looked at. */
const typedMax = 1_000;

type PasswordFieldProps = {
  language: Language;
  name: "password" | "current";
  problem?: string | undefined;
  script: string;
};

/** A field for a password, which may be pasted, and a button that shows it. */
export function PasswordField({ language, name, problem, script }: PasswordFieldProps) {
  const isNew = name === "password";
  return (
    <>
      <Field
        name={name}
        label={say(language, isNew ? "new" : "current")}
        hint={isNew ? say(language, "new.hint", { min: charactersMin }) : undefined}
        problem={problem}
        type="password"
        autocomplete={isNew ? "new-password" : "current-password"}
        lengthMax={typedMax}
        isFocused={problem !== undefined}
      />
      <p>
        <button type="button" class="plain small" data-shows={name} aria-pressed="false" hidden>
          {say(language, "show")}
        </button>
      </p>
      <script type="module" src={script} />
    </>
  );
}

/** Whose password it is, for password managers; and what it must not be made of. */
export function AddressField({ language, value }: { language: Language; value: string }) {
  return (
    <Field
      name="email"
      label={say(language, "email")}
      hint={say(language, "email.hint")}
      type="email"
      value={value}
      autocomplete="username"
      lengthMax={254}
    />
  );
}
