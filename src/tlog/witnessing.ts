import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import { verifyConsistency } from "./consistency.ts";
import { isSame } from "./hash.ts";
import { emptyRoot } from "./hashing.ts";
import type { TreeHead } from "./inclusion.ts";
import type { VerifierKey } from "./key.ts";
import { type Note, parseNote, printNote } from "./note.ts";
import { Refused } from "./refusal.ts";
import { openCheckpoint, verifyNote } from "./sign.ts";
import type { SignatureLine } from "./signature-line.ts";
import type { WitnessAnswer } from "./witness-answer.ts";
import type { AddCheckpoint } from "./witness-request.ts";

/** What a witness does: store `checkpoint` and then cosign it, or give another answer. */
export type Witnessing =
  | { is: "consistent"; checkpoint: Checkpoint; note: Note }
  | Exclude<WitnessAnswer, { is: "cosigned" }>;

/** What a witness knows of a log: its keys, and the latest checkpoint that it cosigned, if it ever did. */
export type WitnessedLog = { keys: readonly VerifierKey[]; latest?: TreeHead };

/**
 * Judges a request as tlog-witness, "add-checkpoint", does; `logOf` gives what is known of a log by its origin. The
 * caller must compare and store "atomically": when the latest checkpoint is another one by the time that this one is
 * stored, the judgement is void, and what was stored since would be rolled back.
 */
export function witness(
  request: AddCheckpoint,
  logOf: (origin: string) => WitnessedLog | undefined,
): Witnessing {
  try {
    const { origin } = parseCheckpoint(parseNote(request.signed).text);
    const log = logOf(origin);
    // "If the checkpoint origin is unknown, the witness MUST respond with a 404 Not Found HTTP status code."
    if (log === undefined) return { is: "unknown", reason: "The log isn't known here." };
    const { checkpoint, note } = openCheckpoint(request.signed, log.keys);
    return refusalOf(request, checkpoint, log.latest) ?? { is: "consistent", checkpoint, note };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const is = answers[error.code];
    return { is, reason: error.message };
  }
}

/** "If none of the signatures verify against a trusted public key", 403; "if the [proof] doesn't verify", 422. */
const answers = {
  malformed: "malformed",
  too_large: "malformed",
  unsupported_key: "malformed",
  signature_wrong: "forged",
  untrusted: "forged",
  proof_wrong: "unproven",
} as const;

/**
 * The note with the cosignatures that known witnesses gave, in place of older ones by the same keys. Others are
 * ignored: "The client MUST ignore any cosignatures from unknown keys". Throws what `verifyNote` throws.
 */
export function withCosignatures(
  note: Note,
  answer: readonly SignatureLine[],
  witnesses: readonly VerifierKey[],
): string {
  const verified = verifyNote({ text: note.text, signatures: answer }, witnesses);
  const fresh = new Map(verified.map(({ line }) => [`${line.name}+${line.id}`, line]));
  const kept = note.signatures.filter(({ name, id }) => !fresh.has(`${name}+${id}`));
  return printNote({ text: note.text, signatures: [...kept, ...fresh.values()] });
}

function refusalOf(
  { oldSize, proof }: AddCheckpoint,
  checkpoint: Checkpoint,
  latest: TreeHead = { size: 0, root: emptyRoot },
): Witnessing | undefined {
  const { size, root } = checkpoint;
  // "The old size MUST be equal to or lower than the checkpoint size."
  if (oldSize > size) return { is: "malformed", reason: `The old size is above ${size}.` };
  // "(or zero if it never cosigned a checkpoint for that origin)".
  if (oldSize !== latest.size) return { is: "stale", latestSize: latest.size };
  // The root of a tree without leaves is known: another one could be followed by anything.
  if (size === 0 && !isSame(root, emptyRoot)) {
    return { is: "unproven", reason: "The root of a tree without leaves is the hash of nothing." };
  }
  // "If the old size matches the checkpoint size, the witness MUST check that the root hashes are also identical."
  if (oldSize === size && !isSame(root, latest.root)) {
    return { is: "forked", reason: `Another root was cosigned for the size ${size}.` };
  }
  // "The proof MUST be empty if the old size is zero."
  if (oldSize === 0 && proof.length > 0) {
    return { is: "unproven", reason: "From size 0 there is nothing to prove." };
  }
  if (oldSize > 0) verifyConsistency(latest, checkpoint, proof);
  return undefined;
}
