import type { Id } from "#platform";

const lengthBytes = 4;

/** One version of a client's field, where it is stored: what a ciphertext is bound to. */
export type FieldVersion = {
  /** Such as `vault.fields`. */
  table: string;
  /** Such as `email`. */
  field: string;
  client: Id<"client">;
  /** Of the value, from 1. */
  version: number;
};

/** The place alone, of what may hold more beside it. */
export function placeOf({ table, field, client, version }: FieldVersion): FieldVersion {
  return { table, field, client, version };
}

type Part = string | number | Uint8Array;

/** Texts and bytes as one run of bytes that no other list gives: each stands behind its length, 4 bytes big-endian. */
export function lengthPrefixed(...parts: Part[]): Buffer {
  return writtenInto(Buffer.allocUnsafe, parts);
}

/**
 * The same, for who hashes it or seals with it at once: it stands until the next one is asked for. Thousands a second in
 * pieces of memory of their own cost more than what is done with them.
 */
export function passingPrefixed(...parts: Part[]): Buffer {
  return writtenInto((size) => passing.subarray(0, size), parts);
}

/** What is longer gets memory of its own: `subarray` would cut it off. */
const passing = Buffer.alloc(16_384);

function writtenInto(room: (size: number) => Buffer, parts: readonly Part[]): Buffer {
  const given = parts.map((part) => (typeof part === "number" ? String(part) : part));
  let size = 0;
  for (const part of given) size += lengthBytes + Buffer.byteLength(part);
  const bytes = size > passing.length ? Buffer.allocUnsafe(size) : room(size); // all of it is written
  let at = 0;
  for (const part of given) {
    const start = at + lengthBytes;
    if (typeof part === "string") at = start + bytes.write(part, start);
    else {
      bytes.set(part, start);
      at = start + part.length;
    }
    bytes.writeUInt32BE(at - start, start - lengthBytes);
  }
  return bytes;
}

/** What a field's ciphertext is bound to: moved to another place, client, version or key, it doesn't open. Passing. */
export function boundToField(place: FieldVersion, keyNumber: number): Buffer {
  const { table, field, client, version } = place;
  return passingPrefixed("holdfast/field/1", table, field, client, version, keyNumber);
}

/** What a client's wrapped data key is bound to. */
export function boundToClient(client: Id<"client">, keyNumber: number, kek: Id<"kek">): Buffer {
  return lengthPrefixed("holdfast/dek/1", client, keyNumber, kek);
}

/** What the wrapped key of a blind index is bound to. */
export function boundToIndex(name: string, kek: Id<"kek">): Buffer {
  return lengthPrefixed("holdfast/index-key/1", name, kek);
}
