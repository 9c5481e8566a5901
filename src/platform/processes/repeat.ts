import { setTimeout as sleep } from "node:timers/promises";
import { nameOf } from "../errors.ts";
import type { Log } from "../log.ts";

/** What goes on until it is stopped; what is under way then is finished. */
export type Repeating = { stop(): Promise<void> };

/**
 * Works again and again, with a pause after each time. What fails, the next time does; the log says which part it was.
 * @param part such as `watch`
 */
export function repeat(
  { part, everyMs, log }: { part: string; everyMs: number; log: Log },
  work: () => Promise<void>,
): Repeating {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      await work().catch((error: unknown) => {
        log.warn({ part, error: nameOf(error) }, "failed; it is tried again");
      });
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
