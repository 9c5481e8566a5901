import { parentPort, workerData } from "node:worker_threads";
import { read } from "../read.ts";
import { openMarked } from "./opening.ts";

/* One file, one thread: what a hostile file does to it ends with it. */

const { bytes, key } = workerData as { bytes: Uint8Array; key: Uint8Array };
const opened = await openMarked(bytes);
if (opened.is === "unopened") parentPort?.postMessage({ reading: opened });
else {
  const { width, height } = opened.image;
  const reading = read(opened.image, key, (share) => parentPort?.postMessage({ share }));
  parentPort?.postMessage({ reading: { ...reading, width, height } });
}
