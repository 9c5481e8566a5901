import { setTimeout as sleep } from "node:timers/promises";
import { type Log, nameOf } from "#platform";
import { destroyKeysLeft, runNext } from "./case/index.ts";
import type { Tracing } from "./open.ts";

const pollMs = 500;
const leftEveryMs = 60_000;

/**
 * Runs the traces that wait, in the role `worker`, one after the other; several may run. One that is under way when it is
 * told to stop is finished.
 */
export function startTracing({ desk, run }: Tracing, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let lookedMs = Number.NEGATIVE_INFINITY;
  const turn = async (): Promise<boolean> => {
    const now = desk.clock();
    if (now.getTime() - lookedMs >= leftEveryMs) {
      lookedMs = now.getTime();
      await destroyKeysLeft(desk, now);
    }
    return await runNext(desk, run);
  };
  const going = (async () => {
    while (!signal.aborted) {
      const hasRun = await turn().catch((error: unknown) => {
        log.warn({ part: "trace", error: nameOf(error) }, "a trace didn't come to its end");
        return false;
      });
      if (!hasRun) await sleep(pollMs, undefined, { signal }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await going;
    },
  };
}
