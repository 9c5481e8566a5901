import { randomBytes } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { drawDemo, keyBytesMin, type OpenedReading, readMarkIn, tile } from "#mark";
import { type Command, readWords, UsageError } from "#platform";

const fileBytesMax = 64 * 1024 * 1024;

const readUsage = `holdfast mark read FILE --key FILE [--json]

Reads the mark in a picture of a screen: a screenshot or a photo, as PNG, JPEG, WebP or AVIF. The picture is read as it
is, in a thread of its own. Ends with 1 when there is none, and says why.

  --key FILE  the bytes of the key that the marks are drawn by, ${keyBytesMin} or more
  --json      one object: {"is": "read", "payload", "at", "agreement", ...} or {"is": "unread", "why", ...}`;

const demoUsage = `holdfast mark demo FILE.png [--payload NUMBER]

Draws a made-up page with a mark, and a key for it beside: FILE.png.key. For tests of one's own.`;

export const markCommands: readonly Command[] = [
  {
    name: "mark read",
    summary: "whose screen a picture shows: the mark in it, or why there is none",
    usage: readUsage,
    async run(words, { stdout }) {
      const { positionals, options, flags } = readWords(words, ["key"], ["json"]);
      const [path] = positionals;
      if (path === undefined || positionals.length > 1 || options.key === undefined)
        throw new UsageError("Give one picture and --key FILE.");
      const [bytes, key] = await Promise.all([bytesOf(path), bytesOf(options.key)]);
      if (key.length < keyBytesMin)
        throw new UsageError(`A key has ${keyBytesMin} bytes or more, this one ${key.length}.`);
      const reading = await readMarkIn(bytes, key);
      stdout.write(`${flags.has("json") ? jsonOf(reading) : sentenceOf(reading)}\n`);
      return reading.is === "read" ? 0 : 1;
    },
  },
  {
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
      await writeFile(path, await drawDemo(tile(BigInt(payload), key)));
      await writeFile(`${path}.key`, key, { mode: 0o600 });
      stdout.write(
        `Wrote ${path} with the payload ${payload}. Read it: holdfast mark read ${path} --key ${path}.key\n`,
      );
      return 0;
    },
  },
];

/** @throws {UsageError} for what is no file, or too big a one */
async function bytesOf(path: string): Promise<Buffer> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`There is no file ${path}.`);
  if (found.size > fileBytesMax)
    throw new UsageError(`${path} has ${found.size} bytes, more than ${fileBytesMax}.`);
  return await readFile(path);
}

function jsonOf(reading: OpenedReading): string {
  return JSON.stringify(reading, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

function sentenceOf(reading: OpenedReading): string {
  if (reading.is === "read")
    return `Payload ${reading.payload}, near pixel ${reading.at[0]?.map(Math.round).join(", ")}.`;
  switch (reading.why) {
    case "too_small":
      return "No mark: the picture is too small to hold a tile of one.";
    case "no_pilots":
      return "No mark: nothing in the picture repeats like one.";
    case "too_compressed":
      return "No mark read: something like one is there, but too little of it is left. Look for an earlier copy of the picture.";
    case "wrong_key":
      return "No mark read: something like one is there, but another key drew it, or too little of it is left.";
    case "too_many_pixels":
      return "Not read: the picture has too many pixels.";
    case "too_big":
      return "Not read: the file is too big.";
    case "took_too_long":
      return "Not read: it took too long.";
    case "no_picture":
      return "Not read: this is no PNG, JPEG, WebP or AVIF, or it is damaged.";
  }
}
