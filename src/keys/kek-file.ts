import { createHmac, type KeyObject, randomBytes } from "node:crypto";
import { z } from "@hono/zod-openapi";
import type { Id } from "#platform";
import {
  type KeyEncryption,
  type KeyedHash,
  keyEncryptionBy,
  secretKeyFrom,
} from "./key-encryption.ts";

const keyBytes = 32;

/** A key-encryption key that lies open in its file: whoever reads the file has it. */
export const fileKek = z.strictObject({
  kind: z.literal("file"),
  key: z.base64().length(44),
});

export function makeFileKek(): z.infer<typeof fileKek> {
  return { kind: "file", key: randomBytes(keyBytes).toString("base64") };
}

export function openFileKek(id: Id<"kek">, { key }: z.infer<typeof fileKek>): KeyEncryption {
  return keyEncryptionBy(id, hashBy(secretKeyFrom(Buffer.from(key, "base64"))));
}

/** HMAC-SHA-256 in this process. */
export function hashBy(key: KeyObject): KeyedHash {
  return async (input) => createHmac("sha256", key).update(input).digest();
}
