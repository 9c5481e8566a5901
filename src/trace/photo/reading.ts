import { type FoundMark, findMarks, type Mosaic } from "#mark";
import type { Language } from "#platform";
import { say } from "./messages.ts";
import { type CannotOpen, openPhoto, type PhotoKind, photoLimits } from "./opening/index.ts";

const waitMsMax = 180_000;

/** Why no mark was read. */
export type WhyNoMark = Exclude<Awaited<ReturnType<typeof findMarks>>["whyNot"], undefined>;

/** A payload that was read, and where: in which of the file's pictures, those first where it was read best. */
export type ReadPayload = { payload: bigint; places: readonly FoundMark[] };

/** What the pictures of a file say. */
export type PhotoReading =
  | { is: "unopened"; why: CannotOpen }
  | {
      is: "opened";
      kind: PhotoKind;
      /** Those that were looked at, of so many that the file has. */
      pictures: readonly Mosaic[];
      of: number;
      /** In the order of how many pictures say them. */
      payloads: readonly ReadPayload[];
      /** Why there is none. */
      whyNot: WhyNoMark | undefined;
    };

export type ReadingOptions = { waitMs?: number; onProgress?: (share: number) => void };

/**
 * Reads every mark in a file: a picture, the pages of a PDF, frames of a video. A bounded time, in processes and threads of
 * its own; the key goes to where nothing is decoded any more.
 */
export async function readPhoto(
  bytes: Uint8Array,
  key: Uint8Array,
  { waitMs = waitMsMax, onProgress = () => {} }: ReadingOptions = {},
): Promise<PhotoReading> {
  const opened = await openPhoto(bytes);
  if (opened.is === "unopened") return opened;
  const { kind, of, together } = opened;
  const read = await findMarks(opened.pictures, key, { waitMs, onProgress, together });
  const payloads = [...Map.groupBy(read.marks, ({ payload }) => payload)]
    .map(([payload, places]) => ({
      payload,
      places: places.toSorted((one, other) => other.agreement - one.agreement),
    }))
    .sort((one, other) => other.places.length - one.places.length);
  const pictures = read.pictures.map(({ mosaic }) => mosaic);
  return { is: "opened", kind, pictures, of, payloads, whyNot: read.whyNot };
}

/** Why nothing was read, in a sentence that says what to do. */
export function sayWhy(language: Language, why: CannotOpen | WhyNoMark): string {
  return say(language, `why.${why}`, {
    megabytes: photoLimits.bytes / 1_000_000,
    megapixels: photoLimits.pixels / 1_000_000,
  });
}
