import { createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from "node:crypto";
import type { Id } from "#platform";
import { lengthPrefixed } from "./additional-data.ts";
import { seal, unseal } from "./cipher.ts";

const formatVersion = 1;
const nonceBytes = 32;
const keyBytes = 32;

/**
 * A key-encryption key, wherever it is kept: in a file, behind a passphrase, in a token, in somebody's cloud. Wrapped
 * keys lie in the database; this is what opens them. `test/key-encryption.ts` says what each adapter must do.
 */
export type KeyEncryption = {
  readonly id: Id<"kek">;
  /** `bound` is what the key is for: it unwraps for nothing else. */
  wrap(key: KeyObject, bound: Uint8Array): Promise<Buffer>;
  /** Undefined when it wasn't wrapped by this key-encryption key for this. */
  unwrap(wrapped: Uint8Array, bound: Uint8Array): Promise<KeyObject | undefined>;
};

/** HMAC-SHA-256 under the key-encryption key: all that a token has to offer. */
export type KeyedHash = (input: Uint8Array) => Promise<Buffer>;

/** What a key-encryption key's file says of it, to know it by: its hash of a constant. */
export async function checkOf(hash: KeyedHash): Promise<string> {
  return (await hash(lengthPrefixed("holdfast/check/1"))).toString("base64");
}

export async function isOf(hash: KeyedHash, check: string): Promise<boolean> {
  return timingSafeEqual(Buffer.from(await checkOf(hash)), Buffer.from(check));
}

/** A fresh random key of 256 bits. */
export function newKey(): KeyObject {
  return secretKeyFrom(randomBytes(keyBytes));
}

/** A key from its bytes, which are erased. */
export function secretKeyFrom(bytes: Buffer): KeyObject {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}

/**
 * Wraps by a keyed hash: each wrapped key is sealed (AES-256-GCM) by a key of its own, the hash of a nonce and of what it
 * is bound to. So the key-encryption key never meets a cipher, and no number of wrapped keys wears it out.
 * Wrapped: format version, nonce, IV, ciphertext, tag.
 */
export function keyEncryptionBy(id: Id<"kek">, hash: KeyedHash): KeyEncryption {
  const wrappingKey = async (nonce: Uint8Array, bound: Uint8Array) =>
    secretKeyFrom(await hash(lengthPrefixed("holdfast/wrap/1", nonce, bound)));
  return {
    id,
    wrap: async (key, bound) => {
      const nonce = randomBytes(nonceBytes);
      const bytes = key.export();
      const sealed = seal(await wrappingKey(nonce, bound), bytes, bound);
      bytes.fill(0);
      return Buffer.concat([Buffer.from([formatVersion]), nonce, sealed]);
    },
    unwrap: async (wrapped, bound) => {
      if (wrapped[0] !== formatVersion || wrapped.length <= nonceBytes) return undefined;
      const nonce = wrapped.subarray(1, 1 + nonceBytes);
      const bytes = unseal(
        await wrappingKey(nonce, bound),
        wrapped.subarray(1 + nonceBytes),
        bound,
      );
      return bytes && secretKeyFrom(bytes);
    },
  };
}
