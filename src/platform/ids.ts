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

/** An id as the database keeps it: the UUID, without the prefix that its column gives it. */
export function uuidOf(id: Id<string>): string {
  const body = id.slice(id.indexOf("_") + 1);
  let number = 0n;
  for (const letter of body) number = (number << 5n) | BigInt(alphabet.indexOf(letter));
  return number
    .toString(16)
    .padStart(32, "0")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** An id from the UUID that the database kept. */
export function idFrom<Prefix extends string>(prefix: Prefix, uuid: string): Id<Prefix> {
  return `${prefix}_${base32(Buffer.from(uuid.replaceAll("-", ""), "hex"))}`;
}

/** When an id was made, in whole milliseconds: RFC 9562 §5.7, the first 48 bits. */
export function timeOf(id: Id<string>): Date {
  return new Date(Number.parseInt(uuidOf(id).replaceAll("-", "").slice(0, 12), 16));
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
