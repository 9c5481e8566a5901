import { setTimeout as sleep } from "node:timers/promises";

/** What goes on until it is stopped; what is under way then is finished. */
export type Repeating = { stop(): Promise<void> };

/** Works again and again, with a pause after each time. What fails, the next time does. */
export function repeat(everyMs: number, work: () => Promise<void>): Repeating {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      await work().catch(() => {});
      await sleep(everyMs, undefined, { signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
