type OutcomeProps = { problem?: string | undefined; done?: string | undefined };

/** What was wrong with what a form sent, which has the focus then, and what was done. */
export function Outcome({ problem, done }: OutcomeProps) {
  return (
    <>
      {problem !== undefined && (
        <p class="notice tone-danger" role="alert" tabindex={-1} autofocus={true}>
          {problem}
        </p>
      )}
      {done !== undefined && (
        <p class="notice tone-good" role="status">
          {done}
        </p>
      )}
    </>
  );
}
