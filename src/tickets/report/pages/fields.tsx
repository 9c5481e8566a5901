import { describedBy, Labelled } from "#platform";

type LineProps = {
  name: string;
  type: "text" | "email";
  label: string;
  hint: string;
  problem?: string | undefined;
  value: string;
  autocomplete: string;
  lettersMax: number;
};

/** A text of one line that may stay empty. */
export function Line(props: LineProps) {
  const { name, type, label, hint, problem, value, autocomplete, lettersMax } = props;
  return (
    <Labelled name={name} label={label} hint={hint} problem={problem}>
      <input
        type={type}
        id={name}
        name={name}
        value={value}
        autocomplete={autocomplete}
        maxlength={lettersMax}
        autofocus={problem !== undefined}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={describedBy(props)}
      />
    </Labelled>
  );
}

type TickProps = {
  /** Something is wrong with the choice, and this is where to mend it. */
  isFocused?: boolean;
  type: "checkbox" | "radio";
  name: string;
  value: string;
  isChosen: boolean;
  label: string;
};

/** One thing to choose. */
export function Tick({ type, name, value, isChosen, label, isFocused }: TickProps) {
  return (
    <label class="tick">
      <input type={type} name={name} value={value} checked={isChosen} autofocus={isFocused} />{" "}
      <span>{label}</span>
    </label>
  );
}
