import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import type { Settings, Values } from "#platform";
import type { Unlocking } from "./keyring.ts";
import { readPrivateFile } from "./private-file.ts";

const path = z.string().min(1).optional();

export const keysSettings = {
  KEYKEEPER_DIRECTORY: {
    schema: path,
    about: "the keykeeper's key-encryption keys and journals; unset, keykeeper in HOLDFAST_DATA",
    remedy: "Give the path of a directory that only the keykeeper may enter, or leave it unset.",
  },
  KEYKEEPER_SOCKET: {
    schema: path,
    about: "unix socket of a keykeeper in a process of its own; unset, it is in this process",
    remedy: "Give the path of a socket in a directory that others can't enter, or leave it unset.",
  },
  KEK_PASSPHRASE_FILE: {
    schema: path,
    about:
      "file with the passphrase of the key-encryption key, one a line; the first is for new keys",
    remedy: "Give the path of a file that only the keykeeper may read, or leave it unset.",
  },
  KEK_PIN_FILE: {
    schema: path,
    about: "file with the PIN of the token that holds the key-encryption key",
    remedy: "Give the path of a file that only the keykeeper may read, or leave it unset.",
  },
} satisfies Settings;

export type KeysConfig = Values<typeof keysSettings>;

export function keykeeperDirectory(config: KeysConfig, dataDirectory: string): string {
  return config.KEYKEEPER_DIRECTORY ?? join(dataDirectory, "keykeeper");
}

/** @throws {OpenToOthers} {OthersFile} and what says that a file can't be read */
export async function readUnlocking(config: KeysConfig): Promise<Unlocking> {
  const passphrases = await readLinesOf(config.KEK_PASSPHRASE_FILE);
  const [pin] = await readLinesOf(config.KEK_PIN_FILE);
  return { passphrases, ...(pin !== undefined && { pin }) };
}

async function readLinesOf(file: string | undefined): Promise<string[]> {
  if (file === undefined) return [];
  return (await readPrivateFile(file)).split(/\r?\n/).filter((line) => line !== "");
}
