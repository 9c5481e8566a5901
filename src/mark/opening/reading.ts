import { Worker } from "node:worker_threads";
import type { OnProgress, Reading } from "../read.ts";
import type { CannotOpen } from "./opening.ts";

const fileBytesMax = 64 * 1024 * 1024;
const waitMsMax = 60_000;
const heapMegabytes = 768;

export type OpenedReading =
  | (Reading & { width: number; height: number })
  | { is: "unopened"; why: CannotOpen | "too_big" | "took_too_long" };

export type ReadingOptions = { onProgress?: OnProgress; waitMs?: number };
type Said = { share: number } | { reading: OpenedReading };

/**
 * Opens a file (PNG, JPEG, WebP, AVIF) and reads its mark in a thread of its own, in a bounded time and memory; nobody
 * else waits. What breaks the thread is no picture.
 * @throws {RangeError} for a key under 16 bytes
 */
export async function readMarkIn(
  bytes: Uint8Array,
  key: Uint8Array,
  { onProgress = () => {}, waitMs = waitMsMax }: ReadingOptions = {},
): Promise<OpenedReading> {
  if (bytes.length > fileBytesMax) return { is: "unopened", why: "too_big" };
  const thread = new Worker(new URL("reading-thread.ts", import.meta.url), {
    workerData: { bytes, key },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    env: {},
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<OpenedReading>((resolve, reject) => {
      timer = setTimeout(() => resolve({ is: "unopened", why: "took_too_long" }), waitMs);
      thread.on("message", (said: Said) => {
        if ("share" in said) onProgress(said.share);
        else resolve(said.reading);
      });
      thread.on("error", (error) =>
        error instanceof RangeError
          ? reject(error)
          : resolve({ is: "unopened", why: "no_picture" }),
      );
      thread.on("exit", () => resolve({ is: "unopened", why: "no_picture" }));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
