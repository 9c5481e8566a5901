import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";
import { type Id, idBytes } from "#platform";
import { subkey } from "../subkey.ts";

const nonceBytes = 12;
const tagBytes = 16;

/** Whose key it is: sealed for one client's factor, it opens for no other. */
export type KeyPlace = { client: Id<"client">; factor: Id<"factor"> };

/** Encrypts authenticators' keys (AES-256-GCM) under a key that the database doesn't hold. */
export class KeySealing {
  readonly #key: KeyObject;

  constructor(key: KeyObject) {
    this.#key = subkey(key, "authenticator secrets");
  }

  /** Nonce, ciphertext, tag. */
  seal(authenticatorKey: string, place: KeyPlace): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv("aes-256-gcm", this.#key, nonce).setAAD(placeBytes(place));
    const ciphertext = Buffer.concat([cipher.update(authenticatorKey, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]);
  }

  /** Undefined for what wasn't sealed for this place. */
  open(sealed: Buffer, place: KeyPlace): string | undefined {
    if (sealed.length <= nonceBytes + tagBytes) return undefined;
    const nonce = sealed.subarray(0, nonceBytes);
    const decipher = createDecipheriv("aes-256-gcm", this.#key, nonce, {
      authTagLength: tagBytes,
    });
    decipher.setAAD(placeBytes(place)).setAuthTag(sealed.subarray(-tagBytes));
    try {
      const text = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
      return Buffer.concat([text, decipher.final()]).toString("utf8");
    } catch {
      return undefined;
    }
  }
}

function placeBytes({ client, factor }: KeyPlace): Buffer {
  return Buffer.concat([idBytes(client), idBytes(factor)]);
}
