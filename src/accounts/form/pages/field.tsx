import type { PropsWithChildren } from "hono/jsx";
import { describedBy, Labelled, Notice } from "#platform";

type FieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** What was wrong with what was typed. */
  problem?: string | undefined;
  type?: "text" | "email" | "password";
  value?: string;
  autocomplete: string;
  /** Digits alone: phones show their keypad. */
  isNumeric?: boolean;
  lengthMax: number;
  isFocused?: boolean;
};

/** A labelled field. What was wrong with it stands at it. */
export function Field(props: FieldProps) {
  const { name, label, hint, problem, type = "text", value, autocomplete } = props;
  return (
    <Labelled name={name} label={label} hint={hint} problem={problem}>
      <input
        type={type}
        id={name}
        name={name}
        value={value}
        autocomplete={autocomplete}
        inputmode={props.isNumeric ? "numeric" : undefined}
        maxlength={props.lengthMax}
        autocapitalize="none"
        spellcheck={false}
        dir="ltr"
        required
        autofocus={props.isFocused}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={describedBy(props)}
      />
    </Labelled>
  );
}

/** What went wrong, above the form that it was sent with. */
export function Wrong({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <Notice tone="danger" label={label}>
      <p role="alert">{children}</p>
    </Notice>
  );
}

/** What was done. */
export function Done({ label, children }: PropsWithChildren<{ label: string }>) {
  return (
    <Notice tone="good" label={label}>
      <p role="status">{children}</p>
    </Notice>
  );
}
