import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { drawDemo, keyBytesMin, tile } from "#mark";
import {
  type Command,
  type CommandContext,
  english,
  orRefused,
  Progress,
  readWords,
  UsageError,
  writeNewFiles,
} from "#platform";
import { compareCommand } from "./compare-command.ts";
import { readPhotoFile } from "./opening/index.ts";
import { type PhotoReading, readPhoto, sayWhy } from "./reading.ts";
import type { PhotoDesk } from "./screens.ts";

const readUsage = `holdfast mark read FILE [--key FILE] [--json]

Reads the marks in pictures of screens: a screenshot or a photo (PNG, JPEG, WebP, AVIF, GIF), a PDF's pages, or frames of a
video (by ffmpeg). The file is read as it is, apart from everything else, in a bounded time. Ends with 1 when there is no
mark, and says why. Whose screen it was, a trace says: holdfast trace FILE, or /staff/traces.

  --key FILE  the bytes of the key that the marks are drawn by, ${keyBytesMin} or more; without it, the desk's own
  --json      one object: {"is": "read", "payload", "at", "outline", "picture", "marks", ...} or {"is": "unread", "why"}`;

const demoUsage = `holdfast mark demo FILE.png [--payload NUMBER]

Draws a made-up page with a mark, and a key for it beside: FILE.png.key. For tests of one's own.`;

/** Reaches what reads marks of this desk, also while it runs. */
export type ReachMarks = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<PhotoDesk>;

export function markCommands(reach: ReachMarks): Command[] {
  return [readCommand(reach), compareCommand(reach), demoCommand];
}

function readCommand(reach: ReachMarks): Command {
  return {
    name: "mark read",
    summary: "which marks a picture, a PDF or a video of a screen shows, or why none",
    usage: readUsage,
    async run(words, context) {
      const { positionals, options, flags } = readWords(words, ["key"], ["json"]);
      const [path] = positionals;
      if (path === undefined || positionals.length > 1) throw new UsageError("Give one FILE.");
      await using started = new AsyncDisposableStack();
      const key =
        options.key === undefined
          ? (await reach(context, started)).accounts.screenMarks.tileKey
          : await keyIn(options.key);
      const bytes = await readPhotoFile(path);
      const progress = new Progress(context, "per cent of the tries", 1);
      const reading = await readPhoto(bytes, key, {
        onProgress: (share) => progress.at(Math.round(100 * share)),
      });
      progress.end();
      context.stdout.write(
        flags.has("json") ? `${JSON.stringify(printed(reading))}\n` : sentencesOf(reading),
      );
      return reading.is === "opened" && reading.payloads.length > 0 ? 0 : 1;
    },
  };
}

const demoCommand: Command = {
  name: "mark demo",
  summary: "a made-up page with a mark, to try the reader on",
  usage: demoUsage,
  async run(words, { stdout }) {
    const { positionals, options } = readWords(words, ["payload"], []);
    const [path] = positionals;
    const payload = options.payload ?? "1234567890";
    if (path === undefined || positionals.length > 1 || !/^\d{1,16}$/.test(payload))
      throw new UsageError("Give one file to write, and a payload of at most 16 digits.");
    const key = randomBytes(32);
    await writeNewFiles([
      { file: path, content: await drawDemo(tile(BigInt(payload), key)), mode: 0o644 },
      { file: `${path}.key`, content: key, mode: 0o600 },
    ]);
    stdout.write(
      `Wrote ${path} with the payload ${payload}. Read it: holdfast mark read ${path} --key ${path}.key\n`,
    );
    return 0;
  },
};

/** @throws {UsageError} */
async function keyIn(file: string): Promise<Buffer> {
  const key = await orRefused(file, readFile(file));
  if (key.length >= keyBytesMin) return key;
  throw new UsageError(`A key has ${keyBytesMin} bytes or more, this one ${key.length}.`);
}

/** For programs. The first mark stands in front, all of them in `marks`. */
function printed(reading: PhotoReading) {
  if (reading.is === "unopened") return { is: "unopened", why: reading.why };
  const { kind, of, pictures, payloads, whyNot } = reading;
  const about = { kind, pictures: pictures.length, of };
  const marks = payloads.flatMap(({ payload, places }) =>
    places.map((place) => {
      const { width, height } = pictures[place.picture] ?? {};
      return { ...place, payload: String(payload), width, height };
    }),
  );
  const [first] = marks;
  return first
    ? { is: "read", ...first, ...about, marks }
    : { is: "unread", why: whyNot, ...about };
}

function sentencesOf(reading: PhotoReading): string {
  const why = reading.is === "unopened" ? reading.why : reading.whyNot;
  if (why !== undefined) return `No mark. ${sayWhy(english, why)}\n`;
  if (reading.is === "unopened") return "";
  const { kind, pictures, payloads } = reading;
  const what = { picture: "picture", document: "page", video: "frame" }[kind];
  const lines = payloads.flatMap(({ payload, places }) =>
    places.map(({ picture, outline }) => {
      const where = pictures.length > 1 ? `${what} ${picture + 1}, ` : "";
      return `Payload ${payload}: ${where}within ${boxOf(outline)}.\n`;
    }),
  );
  return lines.join("");
}

/** The least upright box around a line, in pixels. */
function boxOf(outline: readonly (readonly [number, number])[]): string {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [left, right, top, bottom] = [
    ...[Math.min(...xs), Math.max(...xs)],
    ...[Math.min(...ys), Math.max(...ys)],
  ];
  return `(${left}, ${top}) to (${right}, ${bottom})`;
}
