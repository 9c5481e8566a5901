import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import { type KeyLine, nameBytesMax } from "./key-line.ts";
import { refuse } from "./refusal.ts";
import { checkSize } from "./size.ts";
import { utf8 } from "./text.ts";

/** "uint8 label[12]": tlog-cosignature, "ML-DSA-44 signed message". */
const subtreeLabel = "subtree/v1\n\0";
export const timeBytes = 8;

/**
 * The bytes that a key of this type signs for a note: signed-note "Ed25519 signatures" and tlog-cosignature.
 * `timestamp` is in seconds since 1970; a plain signature has none. Throws `malformed` when a cosignature is asked
 * for a text that isn't a checkpoint: it "is a note signature applied to a checkpoint".
 */
export function signedMessage(
  { name, type }: KeyLine,
  text: string,
  timestamp: number,
): Uint8Array {
  switch (type) {
    case "ed25519":
      return utf8(text);
    case "ed25519-cosignature":
      parseCheckpoint(text);
      // "Ed25519 signed message": a header line, a time line, "the whole note body of the cosigned checkpoint".
      return utf8(`cosignature/v1\ntime ${checkSize(timestamp, "time")}\n${text}`);
    case "ml-dsa-44-cosignature":
      return cosignedMessage(name, timestamp, parseCheckpoint(text));
  }
}

/** `struct cosigned_message`, big-endian, names behind their length. "If signing a checkpoint, [start] MUST be zero." */
function cosignedMessage(cosigner: string, timestamp: number, checkpoint: Checkpoint): Uint8Array {
  const { origin, size, root } = checkpoint;
  return Uint8Array.of(
    ...utf8(subtreeLabel),
    ...printName(cosigner),
    ...printUint64(timestamp),
    ...printName(origin),
    ...printUint64(0),
    ...printUint64(size),
    ...root,
  );
}

function printName(name: string): Uint8Array {
  const bytes = utf8(name);
  if (bytes.length === 0 || bytes.length > nameBytesMax) {
    refuse("malformed", `A cosignature holds names of 1 to ${nameBytesMax} bytes.`);
  }
  return Uint8Array.of(bytes.length, ...bytes);
}

/** "u64", big-endian: RFC 8446 section 3.3. */
export function printUint64(value: number): Uint8Array {
  const bytes = new Uint8Array(timeBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(checkSize(value, "number")));
  return bytes;
}

/** Throws `malformed` above 2^53 - 1, where tlog-cosignature allows 2^63 - 1: nobody signed in that year. */
export function parseUint64(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, timeBytes);
  return checkSize(Number(view.getBigUint64(0)), "time");
}
