import { randomBytes } from "node:crypto";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: no i, l, o, u
const bodyLength = 26;

/** An id says what it names: `client_01h…`. Prefixes are listed in ARCHITECTURE.md. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

/**
 * A new id: a UUIDv7 (RFC 9562 §5.7) in base 32 behind its prefix, so ids sort by the time they were made.
 * @param now the time the id carries, in whole milliseconds
 */
export function newId<Prefix extends string>(prefix: Prefix, now: Date): Id<Prefix> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return `${prefix}_${base32(bytes)}`;
}

export function isId<Prefix extends string>(prefix: Prefix, text: string): text is Id<Prefix> {
  const body = text.slice(prefix.length + 1);
  return (
    text.startsWith(`${prefix}_`) &&
    body.length === bodyLength &&
    [...body].every((letter) => alphabet.includes(letter))
  );
}

function base32(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  let text = "";
  for (let place = 0; place < bodyLength; place++) {
    text = alphabet.charAt(Number(number & 31n)) + text;
    number >>= 5n;
  }
  return text;
}
