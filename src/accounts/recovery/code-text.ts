import { createHmac, type KeyObject, randomBytes } from "node:crypto";
import { type Id, idBytes } from "#platform";
import { subkey } from "../subkey.ts";

/** How many codes a client gets at once. */
export const codesCount = 10;

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32: no I, L, O, U
const letters = 24;

/**
 * A new recovery code, such as `4K7Q-2M9X-0RTB-8WZE-5H3D-1VPN`: 120 random bits, from 112 of which a plain hash is enough
 * (NIST SP 800-63B-4 §3.1.2.2, OWASP ASVS 5.0 6.5.2).
 */
export function newRecoveryCode(): string {
  return grouped(Array.from(randomBytes(letters), (byte) => alphabet.charAt(byte & 31)).join(""));
}

/** The code as we write it, from what a person typed; undefined when it is none. Letters that look alike are one. */
export function recoveryCodeIn(typed: string): string | undefined {
  const plain = typed
    .slice(0, 200)
    .toUpperCase()
    .replace(/[\s\u2010-\u2015-]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
  const isCode = plain.length === letters && [...plain].every((one) => alphabet.includes(one));
  return isCode ? grouped(plain) : undefined;
}

/**
 * What a code is recognised by. It has 120 random bits, so nobody finds one by trying, and it is keyed, so that the
 * database alone can't try.
 */
export function codeHash(key: KeyObject, client: Id<"client">, code: string): Buffer {
  return createHmac("sha256", subkey(key, "recovery codes"))
    .update(idBytes(client))
    .update(code)
    .digest();
}

function grouped(text: string): string {
  return text.match(/.{4}/g)?.join("-") ?? "";
}
