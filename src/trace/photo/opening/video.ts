import { randomUUID } from "node:crypto";
import { constants, type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Limits, runLimited } from "#platform";
import { type Grey, type Greys, Unopened } from "./grey.ts";
import { photoLimits } from "./limits.ts";

const limits: Limits = {
  waitMs: 20_000,
  processorSeconds: 20,
  memoryBytes: 1_024 * 1024 * 1024,
  answerBytes: 64 * 1024 * 1024,
};

/** Nothing but a video's own streams is opened: no list of other files, no network. */
const given = [
  ...["-loglevel", "error", "-protocol_whitelist", "file"],
  ...["-format_whitelist", "mov,matroska,avi", "-threads", "1"],
];
const file = "/dev/fd/3";

/**
 * Frames of a video, evenly spread, as ffmpeg decodes them: not scaled, not turned. The video lies in a file without a name
 * for that long: many have their table of contents at the end.
 * @throws {Unopened}
 */
export async function framesOf(bytes: Uint8Array): Promise<Greys> {
  await using video = await unnamed(bytes);
  const seconds = await lengthOf(video);
  const count = photoLimits.frames;
  const pictures: Grey[] = [];
  let pixelsLeft: number = photoLimits.pixels;
  for (let at = 0; at < count; at++) {
    const frame = await frameAt(video, (seconds * (at + 0.5)) / count);
    if (!frame) continue;
    pixelsLeft -= frame.levels.length;
    if (pixelsLeft < 0) break;
    pictures.push(frame);
  }
  if (pictures.length === 0) throw new Unopened("damaged");
  return { pictures, of: count };
}

async function unnamed(bytes: Uint8Array): Promise<FileHandle> {
  const path = join(tmpdir(), `holdfast-${randomUUID()}`);
  const { O_RDWR, O_CREAT, O_EXCL } = constants;
  const handle = await open(path, O_RDWR | O_CREAT | O_EXCL, 0o600);
  await rm(path);
  await handle.writeFile(bytes);
  return handle;
}

/** @returns seconds; 0 where it isn't said */
async function lengthOf({ fd }: FileHandle): Promise<number> {
  const asked = ["-show_entries", "format=duration", "-of", "csv=p=0", "-i", file];
  const said = await runLimited("ffprobe", [...given, ...asked], { fd }, limits).catch(refuse);
  return Math.max(0, Number.parseFloat(said.toString()) || 0);
}

async function frameAt({ fd }: FileHandle, second: number): Promise<Grey | undefined> {
  const words = [
    ...["-nostdin", ...given, "-noautorotate", "-ss", second.toFixed(3), "-i", file],
    ...["-map", "0:v:0", "-frames:v", "1", "-pix_fmt", "gray", "-c:v", "pgm"],
    ...["-f", "image2pipe", "pipe:1"],
  ];
  const said = await runLimited("ffmpeg", words, { fd }, limits).catch(() => undefined);
  return said && greyIn(said);
}

/** A portable grey map, as ffmpeg writes it. */
function greyIn(bytes: Buffer): Grey | undefined {
  const head = /^P5\n(\d{1,5}) (\d{1,5})\n255\n/.exec(bytes.toString("latin1", 0, 40));
  if (!head) return undefined;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = bytes.subarray(head[0].length);
  if (pixels.length !== width * height) return undefined;
  return { width, height, levels: Uint16Array.from(pixels, (level) => 256 * level) };
}

/** The shell ends with 127 where it finds no such program. */
function refuse(error: unknown): never {
  const isMissing = error instanceof Error && /ended with 127$/.test(error.message);
  throw new Unopened(isMissing ? "no_ffmpeg" : "damaged");
}
