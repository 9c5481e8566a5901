import type { PropsWithChildren } from "hono/jsx";

type Labels = {
  /** The control's id and name. */
  name: string;
  hint?: string | undefined;
  /** What was wrong with what was typed. */
  problem?: string | undefined;
};

/** Around a control: its label, what belongs into it, and what was wrong with what was typed. */
export function Labelled(props: PropsWithChildren<Labels & { label: string }>) {
  const { name, label, hint, problem, children } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="error" id={`${name}-problem`} role="alert">
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}

/** The control's `aria-describedby`: what `Labelled` says of it, the problem first. */
export function describedBy({ name, hint, problem }: Labels): string | undefined {
  const ids = [problem && `${name}-problem`, hint && `${name}-hint`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
