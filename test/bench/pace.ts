import { setTimeout as sleep } from "node:timers/promises";

/** How many a second, always the same number under way. */
export async function rate(
  act: () => Promise<void>,
  inFlight: number,
  roundMs: number,
): Promise<number> {
  const until = performance.now() + roundMs;
  let count = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (performance.now() < until) {
        await act();
        count += 1;
      }
    }),
  );
  return (count * 1_000) / (performance.now() - start);
}

/** How long each takes, in milliseconds, when they come at a steady pace whether or not the ones before are done. */
export async function steady(
  act: () => Promise<void>,
  perSecond: number,
  seconds: number,
): Promise<number[]> {
  const taken: number[] = [];
  const waiting: Promise<void>[] = [];
  const start = performance.now();
  for (let due = 0; due < perSecond * seconds; ) {
    const dueNow = ((performance.now() - start) * perSecond) / 1_000;
    for (; due < dueNow; due++) {
      const dueAt = start + (due * 1_000) / perSecond;
      waiting.push(act().then(() => void taken.push(performance.now() - dueAt)));
    }
    await sleep(1);
  }
  await Promise.all(waiting);
  return taken;
}
