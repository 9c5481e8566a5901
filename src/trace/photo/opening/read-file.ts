import { createReadStream } from "node:fs";
import { buffer } from "node:stream/consumers";
import { orRefused } from "#platform";
import { photoLimits } from "./limits.ts";

/**
 * A file's bytes for a reading, which takes so many at most: one byte more is read, by which the reading sees that there was more.
 * @throws {InvalidInput} `file_unreadable`
 */
export async function readPhotoFile(path: string): Promise<Buffer> {
  return await orRefused(path, buffer(createReadStream(path, { end: photoLimits.bytes })));
}
