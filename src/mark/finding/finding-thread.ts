import { parentPort, workerData } from "node:worker_threads";
import type { Image } from "../image.ts";
import { readPicture } from "./marks.ts";

/* One file's pictures, one thread: however long they take, nobody else waits, and what is found is told at once. */

const { pictures, key } = workerData as { pictures: Image[]; key: Uint8Array };
for (const [picture, image] of pictures.entries()) {
  const share = (own: number) => (picture + own) / pictures.length;
  const read = readPicture(image, picture, key, (own) =>
    parentPort?.postMessage({ share: share(own) }),
  );
  parentPort?.postMessage({ read });
}
