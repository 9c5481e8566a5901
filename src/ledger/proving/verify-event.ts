import { type Policy, parseProofFile, verifyProofFile } from "#tlog";
import { commitmentOf, leafOf } from "../encoding.ts";
import type { EventProof } from "../event-proof.ts";

/** What a proof of an event shows: in which tree the event is the entry of that index, and who saw that tree. */
export type EventVerified = ReturnType<typeof verifyProofFile> & { index: number };

/**
 * Verifies a proof of an event by the keys of a policy, and by nobody's word. Throws the `Refused` of #tlog for what is
 * missing.
 */
export function verifyEventProof(
  { event, salt, proof }: EventProof,
  policy: Policy,
): EventVerified {
  const file = parseProofFile(proof);
  const leaf = leafOf(commitmentOf(salt, event));
  return { ...verifyProofFile(file, leaf, policy), index: file.index };
}
