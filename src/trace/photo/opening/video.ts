import { randomUUID } from "node:crypto";
import { constants, type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import { jsonIn, type Limits, runLimited } from "#platform";
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

/** Of a video that is longer, bursts are taken: its mark changes with the minute. */
const oneBurstSeconds = 12;
const framesASecond = 2;

const aboutVideo = z.object({
  streams: z.array(z.object({ width: z.int().positive(), height: z.int().positive() })).min(1),
  format: z.object({ duration: z.coerce.number().nonnegative().catch(0) }),
});

/**
 * Frames of a video as ffmpeg decodes them, not scaled, not turned: bursts of some frames within seconds, evenly spread. The
 * video lies in a file without a name for that long: many have their table of contents at the end.
 * @throws {Unopened}
 */
export async function framesOf(bytes: Uint8Array): Promise<Greys> {
  await using video = await unnamed(bytes);
  const { seconds, pixels } = await about(video);
  const bursts = seconds <= oneBurstSeconds ? 1 : photoLimits.bursts;
  const fitting = Math.min(photoLimits.frames, Math.floor(photoLimits.pixels / pixels));
  const together = Math.floor(fitting / bursts);
  if (together < 1) throw new Unopened("too_many_pixels");
  const rate = bursts === 1 ? together / Math.max(1, seconds) : framesASecond;
  const pictures: Grey[] = [];
  for (let at = 0; at < bursts; at++) {
    const start = bursts === 1 ? 0 : (seconds * (at + 0.5)) / bursts;
    pictures.push(...(await burstAt(video, { start, rate, count: together })));
  }
  if (pictures.length === 0) throw new Unopened("damaged");
  return { pictures, of: pictures.length, together };
}

async function unnamed(bytes: Uint8Array): Promise<FileHandle> {
  const path = join(tmpdir(), `holdfast-${randomUUID()}`);
  const { O_RDWR, O_CREAT, O_EXCL } = constants;
  const handle = await open(path, O_RDWR | O_CREAT | O_EXCL, 0o600);
  await rm(path);
  await handle.writeFile(bytes);
  return handle;
}

/** How long it is, 0 where it doesn't say, and how many pixels a frame has. @throws {Unopened} */
async function about({ fd }: FileHandle): Promise<{ seconds: number; pixels: number }> {
  const entries = "stream=width,height:format=duration";
  const asked = ["-select_streams", "v:0", "-show_entries", entries, "-of", "json", "-i", file];
  const said = await runLimited("ffprobe", [...given, ...asked], { fd }, limits).catch(refuse);
  const read = aboutVideo.safeParse(jsonIn(said.toString())).data;
  const [stream] = read?.streams ?? [];
  if (!read || !stream) throw new Unopened("damaged");
  return { seconds: read.format.duration, pixels: stream.width * stream.height };
}

type Burst = { start: number; rate: number; count: number };

async function burstAt({ fd }: FileHandle, { start, rate, count }: Burst): Promise<Grey[]> {
  const words = [
    ...["-nostdin", ...given, "-noautorotate", "-ss", start.toFixed(3), "-i", file],
    ...["-map", "0:v:0", "-vf", `fps=${rate.toFixed(3)}`, "-frames:v", String(count)],
    ...["-pix_fmt", "gray", "-c:v", "pgm", "-f", "image2pipe", "pipe:1"],
  ];
  const said = await runLimited("ffmpeg", words, { fd }, limits).catch(() => Buffer.alloc(0));
  return [...greysIn(said)].slice(0, count);
}

/** Portable grey maps one after the other, as ffmpeg writes them. */
function* greysIn(bytes: Buffer): Generator<Grey> {
  for (let start = 0; start < bytes.length; ) {
    const head = /^P5\n(\d{1,5}) (\d{1,5})\n255\n/.exec(
      bytes.toString("latin1", start, start + 40),
    );
    if (!head) return;
    const [width, height] = [Number(head[1]), Number(head[2])];
    const pixels = bytes.subarray(start + head[0].length, start + head[0].length + width * height);
    if (pixels.length !== width * height) return;
    start += head[0].length + pixels.length;
    yield { width, height, levels: Uint16Array.from(pixels, (level) => 256 * level) };
  }
}

/** The shell ends with 127 where it finds no such program. */
function refuse(error: unknown): never {
  const isMissing = error instanceof Error && /ended with 127$/.test(error.message);
  throw new Unopened(isMissing ? "no_ffmpeg" : "damaged");
}
