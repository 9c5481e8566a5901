import { createHmac, type KeyObject } from "node:crypto";

/**
 * HMAC-SHA-256, of what may be known. It comes as letters and goes into memory that many share: one piece of memory for each
 * hash costs the collector more than the hash.
 */
export function keyedHash(key: KeyObject, input: Uint8Array): Buffer {
  return Buffer.from(createHmac("sha256", key).update(input).digest("binary"), "binary");
}
