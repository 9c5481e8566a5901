import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { HoldfastError, InvalidInput } from "./errors.ts";

const secretKeyBytes = 32;
const byteOrderMark = /^\uFEFF/;

/**
 * The text of a file. A byte order mark, which some editors put before it, is no part of it.
 * @throws {InvalidInput} `file_unreadable`, with the path as it was given
 */
export async function readTextFile(file: string | URL): Promise<string> {
  return (await orRefused(String(file), readFile(file, "utf8"))).replace(byteOrderMark, "");
}

/** @throws {InvalidInput} `file_unreadable` or `file_not_json`, with the path as it was given */
export async function readJsonFile(file: string): Promise<unknown> {
  const json = jsonIn(await readTextFile(file));
  if (json !== undefined) return json;
  throw new InvalidInput("file_not_json", `${file} isn't JSON. Check that it is the right file.`);
}

/** What a text says in JSON; undefined when it isn't JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Writes a file that must not be there yet: a key that is overwritten is lost.
 * @param mode permission bits
 * @throws {InvalidInput} `file_not_written`
 */
export async function writeNewFile(
  file: string,
  content: string | Uint8Array,
  mode: number,
): Promise<void> {
  await writeNewFiles([{ file, content, mode }]);
}

/** A file that isn't there yet, with its permission bits. */
export type NewFile = { file: string; content: string | Uint8Array; mode: number };

/**
 * Writes files that belong together and must not be there yet: all of them, or none.
 * @throws {InvalidInput} `file_not_written`
 */
export async function writeNewFiles(files: readonly NewFile[]): Promise<void> {
  const made: string[] = [];
  for (const { file, content, mode } of files) {
    try {
      await using handle = await open(file, "wx", mode);
      made.push(file);
      await handle.writeFile(content);
    } catch (error) {
      for (const one of made) await rm(one, { force: true });
      if (!isSystemError(error)) throw error;
      const wrong =
        error.code === "EEXIST" ? "is there already" : `can't be written (${error.code})`;
      throw new InvalidInput("file_not_written", `${file} ${wrong}. Give another path.`);
    }
  }
}

/**
 * Replaces a file whole and durably: a crash at any moment leaves the old text or the new one, and when this returns,
 * the new one outlives a power cut. When it throws, the file holds either.
 * @param mode permission bits
 * @param fresh where the text is written first: on the same disk, and nobody else's while this runs
 */
export async function replaceFile(
  file: string,
  text: string,
  mode: number,
  fresh = `${file}.new`,
): Promise<void> {
  try {
    await rm(fresh, { force: true });
    await using handle = await open(fresh, "wx", mode);
    await handle.writeFile(text);
    await handle.sync();
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
  await syncFile(dirname(file));
}

/** Waits until what was written to a file, or renamed in a directory, outlives a power cut. */
export async function syncFile(path: string): Promise<void> {
  await using handle = await open(path);
  await handle.sync();
}

/** Turns the system's error for a file into a sentence; what was refused of it stays as it is. */
export async function orRefused<Value>(file: string, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof HoldfastError || !isSystemError(error)) throw error;
    const wrong = error.code === "ENOENT" ? "isn't there" : `can't be read (${error.code})`;
    throw new InvalidInput("file_unreadable", `${file} ${wrong}. Check the path.`);
  }
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

export class SecretKeyInvalid extends InvalidInput {
  constructor(file: string) {
    super(
      "secret_key_invalid",
      `${file} isn't a key of ${secretKeyBytes} bytes in base64. Put the right file there: without it, nothing that it made is recognised any more.`,
    );
  }
}

/**
 * A secret of 32 random bytes that lies outside of the database, made when there is none. Processes that share a
 * database share the file; of several that make it at once, all have the one that was there first.
 * @throws {SecretKeyInvalid}
 */
export async function openSecretKey(file: string): Promise<KeyObject> {
  if (!existsSync(file)) await makeSecretKey(file);
  const text = (await readTextFile(file)).trim();
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== secretKeyBytes || bytes.toString("base64") !== text) {
    throw new SecretKeyInvalid(file);
  }
  return createSecretKey(bytes);
}

/** The key is there whole and durably, or not at all. After a crash a file beside it may be left, which nothing reads. */
async function makeSecretKey(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomBytes(8).toString("hex")}`;
  try {
    await writeNewFile(fresh, `${randomBytes(secretKeyBytes).toString("base64")}\n`, 0o600);
    await syncFile(fresh);
    await link(fresh, file);
  } catch (error) {
    if (!isSystemError(error) || error.code !== "EEXIST") throw error;
  } finally {
    await rm(fresh, { force: true });
  }
  await syncFile(dirname(file));
}
