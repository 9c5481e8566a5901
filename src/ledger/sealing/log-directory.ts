import { existsSync } from "node:fs";
import { mkdir, readdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readJsonFile, writeNewFile } from "#platform";
import { type LogSigner, logSignerFrom, makeLogKey } from "./log-key.ts";

const keyName = "key.json";

/** The log's key. The sealer reads it from the directory in which it also keeps what it has signed. */
export async function readLogSigner(directory: string): Promise<LogSigner> {
  const file = join(directory, keyName);
  return logSignerFrom(await readJsonFile(file), file);
}

export function hasLogKey(directory: string): boolean {
  return existsSync(join(directory, keyName));
}

/** Makes a key for a log of that name. Nothing is overwritten. */
export async function createLogKey(directory: string, origin: string): Promise<LogSigner> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeNewFile(join(directory, keyName), `${JSON.stringify(makeLogKey(origin))}\n`, 0o600);
  return await readLogSigner(directory);
}

/** Puts a key and the heads that it signed aside, beside the directory, so that a new log can begin in it. */
export async function putLogAside(directory: string): Promise<string> {
  const siblings = await readdir(dirname(directory));
  const numbers = siblings.map((name) => Number(/^log-before-(\d+)$/.exec(name)?.[1] ?? 0));
  const aside = join(dirname(directory), `log-before-${Math.max(0, ...numbers) + 1}`);
  await rename(directory, aside);
  return aside;
}
