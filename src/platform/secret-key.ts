import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { InvalidInput } from "./errors.ts";
import { readTextFile, writeNewFile } from "./files.ts";

const keyBytes = 32;

export class SecretKeyInvalid extends InvalidInput {
  constructor(file: string) {
    super(
      "secret_key_invalid",
      `${file} isn't a key of ${keyBytes} bytes in base64. Put the right file there: without it, nothing that it made is recognised any more.`,
    );
  }
}

/**
 * A secret of 32 random bytes that lies outside of the database, made when there is none. Processes that share a
 * database share the file. @throws {SecretKeyInvalid}
 */
export async function openSecretKey(file: string): Promise<KeyObject> {
  if (!existsSync(file)) {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeNewFile(file, `${randomBytes(keyBytes).toString("base64")}\n`, 0o600);
  }
  const text = (await readTextFile(file)).trim();
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== keyBytes || bytes.toString("base64") !== text) {
    throw new SecretKeyInvalid(file);
  }
  return createSecretKey(bytes);
}
