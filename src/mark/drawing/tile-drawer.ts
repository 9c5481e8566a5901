import { Worker } from "node:worker_threads";
import type { Tile } from "../tile.ts";

/** Draws tiles in a thread, so that nobody waits. The thread starts with the first one, and keeps no process from ending. */
export class TileDrawer {
  readonly #key: Uint8Array;
  readonly #waiting = new Map<bigint, PromiseWithResolvers<Tile>>();
  #thread: Worker | undefined;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** The tile of a payload, at the size of the page. @throws {RangeError} as `tile` does */
  async draw(payload: bigint): Promise<Tile> {
    const waiting = this.#waiting.get(payload);
    if (waiting) return await waiting.promise;
    const own = Promise.withResolvers<Tile>();
    this.#waiting.set(payload, own);
    this.#thread ??= this.#start();
    this.#thread.ref();
    this.#thread.postMessage(payload);
    return await own.promise;
  }

  #start(): Worker {
    const thread = new Worker(new URL("drawing-thread.ts", import.meta.url), {
      workerData: { key: this.#key },
      env: {},
      execArgv: [],
    });
    thread.on("message", ({ payload, drawn }: { payload: bigint; drawn: Tile }) => {
      this.#waiting.get(payload)?.resolve(drawn);
      this.#waiting.delete(payload);
      if (this.#waiting.size === 0) thread.unref();
    });
    thread.on("error", (error) => this.#stopped(error));
    return thread;
  }

  /** Whoever waited is told; who asks again has another thread. */
  #stopped(error: unknown): void {
    this.#thread = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
