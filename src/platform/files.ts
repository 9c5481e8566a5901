import { open, readFile } from "node:fs/promises";
import { InvalidInput } from "./errors.ts";

/** @throws {InvalidInput} `file_unreadable`, with the path as it was given */
export function readTextFile(file: string | URL): Promise<string> {
  return orRefused(String(file), readFile(file, "utf8"));
}

/** @throws {InvalidInput} `file_unreadable` or `file_not_json`, with the path as it was given */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readTextFile(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput("file_not_json", `${file} isn't JSON. Check that it is the right file.`);
  }
}

/**
 * Writes a file that must not be there yet: a key that is overwritten is lost.
 * @param mode permission bits
 * @throws {InvalidInput} `file_not_written`
 */
export async function writeNewFile(file: string, text: string, mode: number): Promise<void> {
  try {
    await using handle = await open(file, "wx", mode);
    await handle.writeFile(text);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const wrong = error.code === "EEXIST" ? "is there already" : `can't be written (${error.code})`;
    throw new InvalidInput("file_not_written", `${file} ${wrong}. Give another path.`);
  }
}

/** Turns the system's error for a file into a sentence. */
export async function orRefused<Value>(file: string, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const wrong = error.code === "ENOENT" ? "isn't there" : `can't be read (${error.code})`;
    throw new InvalidInput("file_unreadable", `${file} ${wrong}. Check the path.`);
  }
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
