import { parentPort, workerData } from "node:worker_threads";
import { tile } from "../tile.ts";

/* Draws tiles one after the other: each takes some 20 ms of processor time, for which no request should wait. */

const { key } = workerData as { key: Uint8Array };
parentPort?.on("message", (payload: bigint) => {
  parentPort?.postMessage({ payload, drawn: tile(payload, key) });
});
