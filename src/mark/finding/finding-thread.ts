import { parentPort, workerData } from "node:worker_threads";
import type { Image } from "../image.ts";
import { readPicture, readTogether } from "./marks.ts";

/* One file's pictures, one thread: however long they take, nobody else waits, and what is found is told at once. */

const { pictures, together, key } = workerData as {
  pictures: Image[];
  together: number;
  key: Uint8Array;
};
for (let first = 0; first < pictures.length; first += together) {
  const some = pictures.slice(first, first + together);
  const onProgress = (own: number) =>
    parentPort?.postMessage({ share: (first + own * some.length) / pictures.length });
  const [image] = some;
  if (image && together === 1)
    parentPort?.postMessage({ read: [readPicture(image, first, key, onProgress)] });
  else parentPort?.postMessage({ read: readTogether(some, first, key, onProgress) });
}
