import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { program } from "../peers/parts.ts";
import type { Shot } from "./mark-attacks.ts";

const run = promisify(execFile);
const ffmpeg = program("ffmpeg");
const framesASecond = 15;
const seconds = 4;

/** H.264 at so many bits a second, or at a constant quality. */
export const films: Readonly<Record<string, readonly string[]>> = ffmpeg
  ? {
      "h264-800k": ["-b:v", "800k"],
      "h264-400k": ["-b:v", "400k"],
      "h264-200k": ["-b:v", "200k"],
      "h264-100k": ["-b:v", "100k"],
      "h264-crf35": ["-crf", "35"],
      "h264-crf40": ["-crf", "40"],
    }
  : {};

/** A film of the screen, on which a pointer moves. @returns a frame of each second */
export async function filmed(
  { width, height, grey }: Shot,
  quality: readonly string[],
): Promise<Shot[]> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-bench-"));
  try {
    const frames = Array.from({ length: seconds * framesASecond }, (_, at) =>
      withPointer({ width, height, grey }, 400 + 4 * at, 300 + at),
    );
    const [raw, film, back] = ["in", "film.mp4", "out"].map((name) => join(directory, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(raw, Buffer.concat(frames));
    const read = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", `${width}x${height}`];
    const coded = ["-pix_fmt", "yuv420p", "-c:v", "libx264", "-threads", "1", ...quality];
    await run(ffmpeg ?? "", ["-v", "error", ...read, "-r", "15", "-i", raw, ...coded, film]);
    const each = ["-vf", `select=eq(mod(n\\,${framesASecond})\\,${framesASecond - 1})`];
    const plain = ["-vsync", "0", "-pix_fmt", "gray", "-f", "rawvideo"];
    await run(ffmpeg ?? "", ["-v", "error", "-i", film, ...each, ...plain, back]);
    const all = new Uint8Array(await readFile(back));
    return Array.from({ length: all.length / (width * height) }, (_, at) => ({
      ...{ width, height },
      grey: all.subarray(at * width * height, (at + 1) * width * height),
    }));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function withPointer({ width, grey }: Shot, left: number, top: number): Uint8Array {
  const frame = grey.slice();
  for (let y = 0; y < 18; y++)
    for (let x = 0; x < 12 - y / 2; x++) frame[(top + y) * width + left + x] = 0;
  return frame;
}
