import { describedBy, Labelled } from "./labelled.tsx";

type LongTextProps = {
  /** The control's id, and its name where `field` is none. */
  name: string;
  field?: string;
  label: string;
  hint?: string | undefined;
  /** What was wrong with what was typed: it has the focus then. */
  problem?: string | undefined;
  rows?: number;
  letters?: { min?: number; max: number };
  isOptional?: boolean;
  value?: string;
};

/** A labelled field for some lines of text. */
export function LongText(props: LongTextProps) {
  const { name, field = name, label, hint, problem, rows = 2, letters, value } = props;
  return (
    <Labelled name={name} label={label} hint={hint} problem={problem}>
      <textarea
        id={name}
        name={field}
        rows={rows}
        minlength={letters?.min}
        maxlength={letters?.max}
        required={!props.isOptional}
        autofocus={problem !== undefined}
        aria-invalid={problem === undefined ? undefined : "true"}
        aria-describedby={describedBy(props)}
      >
        {value}
      </textarea>
    </Labelled>
  );
}
