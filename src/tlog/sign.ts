import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import { type Claim, checkCovered, claimsIn, refuseForged } from "./claim.ts";
import { printUint64, signedMessage } from "./cosignature.ts";
import { keyFrom, type VerifierKey } from "./key.ts";
import { type KeyType, keyForms } from "./key-type.ts";
import { type Note, parseNote, printNote } from "./note.ts";
import { refuse } from "./refusal.ts";
import type { SignatureLine } from "./signature-line.ts";
import type { TextSource } from "./text.ts";

/** Signs in the name of a key. The private key may live wherever node:crypto can use it from. */
export type Signer = { readonly key: VerifierKey; readonly privateKey: KeyObject };

/** Throws `malformed` when the private key isn't one for the type. */
export function signerFrom(name: string, type: KeyType, privateKey: KeyObject): Signer {
  const { publicBytes, spkiStart } = keyForms[type];
  const spki = createPublicKey(privateKey as never).export({ format: "der", type: "spki" });
  const isOfType = spkiStart.every((byte, place) => spki[place] === byte);
  if (!isOfType) refuse("malformed", `The private key isn't a key for ${type}.`);
  return { key: keyFrom(name, type, Uint8Array.from(spki.subarray(-publicBytes))), privateKey };
}

/**
 * A signature line over a text. `time` is now, or 0 for an ML-DSA-44 signature that says nothing of when
 * (tlog-cosignature, "ML-DSA-44 signed message"); a plain Ed25519 signature has no time.
 * Throws `malformed` when a cosigner is given a text that isn't a checkpoint, or one that it would sign in part.
 */
export function signText({ key, privateKey }: Signer, text: string, time: Date): SignatureLine {
  const { coversText, isTimestamped } = keyForms[key.type];
  if (!coversText && parseCheckpoint(text).extensions.length > 0) {
    refuse("malformed", `A signature with ${key.type} wouldn't cover the extension lines.`);
  }
  const timestamp = isTimestamped ? Math.floor(time.getTime() / 1000) : 0;
  const signature = sign(null, signedMessage(key, text, timestamp), privateKey);
  // `struct timestamped_signature`: the time, then the signature.
  const stamp = isTimestamped ? printUint64(timestamp) : [];
  return { name: key.name, id: key.id, signature: Uint8Array.of(...stamp, ...signature) };
}

/** The note of a text, signed by each signer in turn. */
export function signNote(text: string, signers: readonly Signer[], time: Date): string {
  const note: Note = { text, signatures: signers.map((signer) => signText(signer, text, time)) };
  return printNote(note);
}

/** A signature that is by that key. */
export type Verified = Omit<Claim<VerifierKey>, "message" | "signature">;

/**
 * Which of the known keys signed the note, in the order of its lines. Signatures of unknown keys are ignored.
 * Throws `untrusted` when no known key signed ("clients MUST reject the note"), and `signature_wrong` when a line with
 * a known name and id isn't by that key ("clients SHOULD reject the whole note").
 */
export function verifyNote(note: Note, keys: readonly VerifierKey[]): Verified[] {
  const claims = claimsIn(note, keys);
  const verified = claims.map(({ message, signature, ...verified }) => {
    const { publicKey } = verified.key;
    return verify(null, message, publicKey, signature) ? verified : refuseForged(verified.key);
  });
  if (verified.length === 0) refuse("untrusted", "No known key signed the note.");
  return verified;
}

/** A checkpoint that at least one of the known keys signed. Throws what `verifyNote` and `parseCheckpoint` throw. */
export function openCheckpoint(
  signed: TextSource,
  keys: readonly VerifierKey[],
): { checkpoint: Checkpoint; note: Note; verified: Verified[] } {
  const note = parseNote(signed);
  const verified = verifyNote(note, keys);
  const checkpoint = parseCheckpoint(note.text);
  checkCovered(checkpoint, verified);
  return { checkpoint, note, verified };
}
