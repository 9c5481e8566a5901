type AreaProps = {
  name: string;
  label: string;
  hint: string;
  problem: string | undefined;
  value: string;
  lettersMax: number;
};

/** A text of several lines that may stay empty. */
export function Area({ name, label, hint, problem, value, lettersMax }: AreaProps) {
  const described = [problem && `${name}-problem`, `${name}-hint`].filter(Boolean);
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {problem && (
        <p class="error" id={`${name}-problem`} role="alert">
          {problem}
        </p>
      )}
      <textarea
        id={name}
        name={name}
        rows={3}
        maxlength={lettersMax}
        autofocus={problem !== undefined}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={described.join(" ")}
      >
        {value}
      </textarea>
    </div>
  );
}

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
  const described = [problem && `${name}-problem`, `${name}-hint`].filter(Boolean);
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {problem && (
        <p class="error" id={`${name}-problem`} role="alert">
          {problem}
        </p>
      )}
      <input
        type={type}
        id={name}
        name={name}
        value={value}
        autocomplete={autocomplete}
        maxlength={lettersMax}
        autofocus={problem !== undefined}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={described.join(" ")}
      />
    </div>
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
