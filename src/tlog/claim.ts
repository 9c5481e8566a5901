import type { Checkpoint } from "./checkpoint.ts";
import { parseUint64, signedMessage, timeBytes } from "./cosignature.ts";
import { isSameKey, type KeyLine } from "./key-line.ts";
import { keyForms } from "./key-type.ts";
import type { Note } from "./note.ts";
import { refuse } from "./refusal.ts";
import type { SignatureLine } from "./signature-line.ts";

/** That a known key signed a note, as one of its lines says. It holds when the signature is good for the message. */
export type Claim<Key extends KeyLine> = {
  readonly key: Key;
  /** In seconds since 1970; 0 when the signature says nothing of when. */
  readonly timestamp: number;
  readonly line: SignatureLine;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
};

/**
 * What the note's lines say of known keys, in their order. signed-note, "Signatures": signatures of unknown keys are
 * ignored, "even if they share a name or ID (but not both) with a known key".
 * Throws `signature_wrong` for a line that can't be by the key that it names, and `malformed` for clashing keys.
 */
export function claimsIn<Key extends KeyLine>(note: Note, keys: readonly Key[]): Claim<Key>[] {
  const known = new Map(keys.map((key) => [nameOf(key), key]));
  for (const key of keys) {
    // "Accidental collisions of both key name and key ID can lead to errors": nobody could say which one signed.
    const isClash = !isSameKey(known.get(nameOf(key)) ?? key, key);
    if (isClash) refuse("malformed", `Two known keys have the name and id ${nameOf(key)}.`);
  }
  return note.signatures.flatMap((line) => {
    const key = known.get(nameOf(line));
    return key === undefined ? [] : [claimOf(note.text, line, key)];
  });
}

/** An ML-DSA-44 signature leaves extension lines open: somebody must have signed them, or they could be anybody's. */
export function checkCovered({ extensions }: Checkpoint, by: readonly { key: KeyLine }[]): void {
  if (extensions.length === 0 || by.some(({ key }) => keyForms[key.type].coversText)) return;
  refuse("untrusted", "No known key signed the checkpoint's extension lines.");
}

/** "clients SHOULD reject the whole note" that has a line by a known key that isn't by it. */
export function refuseForged({ name, id }: KeyLine): never {
  return refuse(
    "signature_wrong",
    `A signature in the note says it is by ${name} (${id}), but it isn't.`,
  );
}

function claimOf<Key extends KeyLine>(text: string, line: SignatureLine, key: Key): Claim<Key> {
  const { isTimestamped, signatureBytes } = keyForms[key.type];
  const stampBytes = isTimestamped ? timeBytes : 0;
  if (line.signature.length !== stampBytes + signatureBytes) refuseForged(key);
  const timestamp = isTimestamped ? parseUint64(line.signature) : 0;
  const message = signedMessage(key, text, timestamp);
  return { key, timestamp, line, message, signature: line.signature.subarray(stampBytes) };
}

function nameOf({ name, id }: { name: string; id: string }): string {
  return `${name}+${id}`;
}
