import { Worker } from "node:worker_threads";
import type { Image } from "../image.ts";
import { type OnProgress, pixelsMax, type WhyNot } from "../read.ts";
import { keyBytesMin } from "../spectrum.ts";
import type { FoundMark, PictureRead } from "./marks.ts";

const waitMsMax = 180_000;
const heapMegabytes = 1_024;

/** What a file's pictures say. */
type MarksRead = {
  marks: readonly FoundMark[];
  /** Those that were looked at, in their order. */
  pictures: readonly PictureRead[];
  /** Why there is no mark at all. */
  whyNot: WhyNot | "took_too_long" | undefined;
  /** Not every picture was looked at to its end: the time was over. */
  isCut: boolean;
};

type FindingOptions = {
  onProgress?: OnProgress;
  waitMs?: number;
  /** So many pictures, one after the other, are of one film and within seconds: they are read together. */
  together?: number;
};

/** Of several pictures that say nothing, the one tells why that says most. */
const tellingMost: readonly WhyNot[] = ["too_compressed", "wrong_key", "no_pilots", "too_small"];

/**
 * Reads every mark in the pictures of one file, in a thread of its own and a bounded time and memory. What was found when
 * the time is over counts. The pictures go with it: their levels are empty afterwards.
 * @throws {RangeError} for a key under 16 bytes, or more pixels than are read
 */
export async function findMarks(
  pictures: readonly Image[],
  key: Uint8Array,
  { onProgress = () => {}, waitMs = waitMsMax, together = 1 }: FindingOptions = {},
): Promise<MarksRead> {
  if (key.length < keyBytesMin)
    throw new RangeError(`a mark's key has ${keyBytesMin} bytes or more, not ${key.length}`);
  for (const { width, height, levels } of pictures)
    if (levels.length !== width * height || levels.length > pixelsMax)
      throw new RangeError(`a picture of ${width} x ${height} pixels and ${levels.length} levels`);
  const found: PictureRead[] = [];
  const thread = new Worker(new URL("finding-thread.ts", import.meta.url), {
    workerData: { pictures, together, key },
    transferList: [...new Set(pictures.map(({ levels }) => levels.buffer as ArrayBuffer))],
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    env: {},
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(resolve, waitMs);
      thread.on("message", (said: { share: number } | { read: PictureRead[] }) => {
        if ("share" in said) onProgress(said.share);
        else found.push(...said.read);
      });
      thread.on("error", reject);
      thread.on("exit", () => resolve());
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
  return summed(found, pictures.length);
}

function summed(pictures: readonly PictureRead[], given: number): MarksRead {
  const marks = pictures.flatMap((one) => one.marks);
  const isCut = pictures.length < given;
  const because = tellingMost.find((why) => pictures.some(({ whyNot }) => whyNot === why));
  const whyNot = marks.length > 0 ? undefined : isCut ? "took_too_long" : because;
  return { marks, pictures, whyNot, isCut };
}
