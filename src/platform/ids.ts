import { randomUUID } from "node:crypto";
import { z } from "@hono/zod-openapi";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: no i, l, o, u
const bodyLength = 26;
const body = /^[0-9a-hjkmnp-tv-z]{26}$/;
const uuidBytes = 16;

/** What each letter stands for, by its code: ids are read many times in every request. */
const letterValues = new Uint8Array(128);
for (const [value, letter] of [...alphabet].entries()) letterValues[letter.charCodeAt(0)] = value;

/** The nil UUID (RFC 9562 §5.9): no client, the desk itself as actor, or who was erased since. */
export const nobody = "00000000-0000-0000-0000-000000000000";

/** An id says what it names: `client_01h…`. Prefixes are listed in ARCHITECTURE.md. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

/**
 * A new id: a UUIDv7 (RFC 9562 §5.7) in base 32 behind its prefix, so ids sort by the time they were made.
 * @param now the time the id carries, in whole milliseconds
 */
export function newId<Prefix extends string>(prefix: Prefix, now: Date): Id<Prefix> {
  // A random UUID has the right variant, and 74 random bits where version 7 has its own; Node draws them in bulk.
  const bytes = Buffer.from(randomUUID().replaceAll("-", ""), "hex");
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  return `${prefix}_${base32(bytes)}`;
}

/** Whether what came from outside is an id with this prefix: of an address, a form, JSON, another process. */
export function isId<Prefix extends string>(prefix: Prefix, given: unknown): given is Id<Prefix> {
  if (typeof given !== "string" || !given.startsWith(`${prefix}_`)) return false;
  return body.test(given.slice(prefix.length + 1));
}

/** An id with this prefix, in JSON. */
export function idSchema<Prefix extends string>(prefix: Prefix) {
  return z.custom<Id<Prefix>>((given) => isId(prefix, given));
}

/** An id as the database keeps it: the UUID, without the prefix that its column gives it. */
export function uuidOf(id: Id<string>): string {
  const hex = idBytes(id).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** An id from the UUID that the database kept. */
export function idFrom<Prefix extends string>(prefix: Prefix, uuid: string): Id<Prefix> {
  return `${prefix}_${base32(Buffer.from(uuid.replaceAll("-", ""), "hex"))}`;
}

/** When an id was made, in whole milliseconds: RFC 9562 §5.7, the first 48 bits. */
export function timeOf(id: Id<string>): Date {
  return new Date(idBytes(id).readUIntBE(0, 6));
}

/** The 16 bytes of an id's UUID. */
export function idBytes(id: Id<string>): Buffer {
  const bytes = Buffer.alloc(uuidBytes);
  const start = id.length - bodyLength;
  let held = 0;
  let heldBits = -2; // 26 letters have 130 bits; the first two are always 0
  let place = 0;
  for (let letter = start; letter < id.length; letter++) {
    held = ((held << 5) | (letterValues[id.charCodeAt(letter)] ?? 0)) & 0xfff;
    heldBits += 5;
    if (heldBits < 8) continue;
    heldBits -= 8;
    bytes[place++] = held >> heldBits;
  }
  return bytes;
}

function base32(bytes: Uint8Array): string {
  let held = 0;
  let heldBits = 2;
  let text = "";
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0x1fff;
    heldBits += 8;
    while (heldBits >= 5) {
      heldBits -= 5;
      text += alphabet.charAt((held >> heldBits) & 31);
    }
  }
  return text;
}
