import { once } from "node:events";
import { Worker } from "node:worker_threads";

export type SealerThread = {
  /** The database's process that works for it. */
  pid: number;
  /** @returns the processor time that the thread took */
  stop(): Promise<{ cpuMs: number }>;
};

/** Starts the sealer in a thread of its own, as in a process of its own. */
export async function startSealerThread(appUrl: string): Promise<SealerThread> {
  const sealer = new Worker(new URL("sealer-thread.ts", import.meta.url), {
    workerData: appUrl,
    execArgv: ["--import", new URL("../../src/platform/tsx.ts", import.meta.url).href],
  });
  const [{ pids }] = await once(sealer, "message");
  return {
    pid: pids[0],
    stop: async () => {
      sealer.postMessage("stop");
      const [{ cpuMs }] = await once(sealer, "message");
      return { cpuMs };
    },
  };
}
