import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from "node:crypto";

const algorithm = "aes-256-gcm";
const ivBytes = 12; // NIST SP 800-38D §8.2.2: random, so a key seals well under 2^32 messages
const tagBytes = 16;
const options = { authTagLength: tagBytes };
const noHead = new Uint8Array();

/** IVs are no secret, and one draw of many costs as much as a draw of one. */
const ivs = Buffer.alloc(ivBytes * 256);
let nextIv = ivs.length;

/**
 * Authenticated encryption with a fresh random IV: IV, ciphertext, tag. `bound` is authenticated, not stored.
 * @param head stands before it, as it is
 */
export function seal(
  key: KeyObject,
  plain: Uint8Array,
  bound: Uint8Array,
  head: Uint8Array = noHead,
): Buffer {
  const iv = freshIv();
  const cipher = createCipheriv(algorithm, key, iv, options).setAAD(bound);
  return Buffer.concat([head, iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What was sealed; undefined when it wasn't sealed by this key, or not for what it is bound to. */
export function unseal(key: KeyObject, sealed: Uint8Array, bound: Uint8Array): Buffer | undefined {
  if (sealed.length < ivBytes + tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes), options)
    .setAAD(bound)
    .setAuthTag(sealed.subarray(-tagBytes));
  const plain = decipher.update(sealed.subarray(ivBytes, -tagBytes));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    plain.fill(0);
    return undefined;
  }
}

/** No IV is given twice: what was drawn is used from its start to its end, then drawn anew. */
function freshIv(): Buffer {
  if (nextIv === ivs.length) {
    randomFillSync(ivs);
    nextIv = 0;
  }
  nextIv += ivBytes;
  return Buffer.from(ivs.subarray(nextIv - ivBytes, nextIv));
}
