import type { Clock } from "../time/index.ts";

/** How old an answer may be that is given again. */
const heldMs = 1_000;

/**
 * What many ask for at once, computed once: who asks shares the computation under way, or is given its answer until
 * that is a second old, counted from when the computation began. A failure is told to those who wait for it, and the
 * next one to ask begins anew.
 */
export function held<Answer>(
  clock: Clock,
  compute: (now: Date) => Promise<Answer>,
): () => Promise<Answer> {
  let last: { answer: Promise<Answer>; atMs: number; isUnderWay: boolean } | undefined;
  return () => {
    const now = clock();
    const ageMs = now.getTime() - (last?.atMs ?? Number.NEGATIVE_INFINITY);
    if (last?.isUnderWay || (last && ageMs >= 0 && ageMs < heldMs)) return last.answer;
    const begun = { answer: compute(now), atMs: now.getTime(), isUnderWay: true };
    last = begun;
    begun.answer.then(
      () => {
        begun.isUnderWay = false;
      },
      () => {
        last = undefined;
      },
    );
    return begun.answer;
  };
}
