import { setInterval } from "node:timers/promises";

/**
 * Gives what the work gives, or throws what it throws, at a whole number of intervals after the call and at no other
 * moment: how long the work took within an interval, nobody learns.
 * @param intervalMs longer than the work nearly always takes
 */
export async function atWholeIntervals<Result>(
  intervalMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const ticks = setInterval(intervalMs);
  const state: { isDone: boolean } = { isDone: false };
  const result = work().finally(() => {
    state.isDone = true;
  });
  result.catch(() => {}); // thrown at the tick
  for await (const _ of ticks) if (state.isDone) break;
  return await result;
}
