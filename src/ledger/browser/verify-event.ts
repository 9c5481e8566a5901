import { type Subtle, verifyProofInWeb } from "#tlog";
import { actorBytes, eventBytes } from "../event-bytes.ts";
import { parseEventProof } from "../event-proof.ts";
import type { Shown } from "../proof-words.ts";
import { idBytes } from "./id-bytes.ts";

/**
 * `verifyEventProof` for a page: by Web Crypto alone. Throws `NotAProof`, and the `Refused` of #tlog for what is
 * missing.
 */
export async function verifyEvent(
  subtle: Subtle,
  source: Uint8Array,
  policy: string,
): Promise<Shown> {
  const { event, salt, proof } = parseEventProof(source);
  const { actorPart } = event;
  const actorCommitment =
    "commitment" in actorPart
      ? actorPart.commitment
      : await sha256(subtle, actorBytes(actorPart.salt, actorPart.actor, idBytes));
  const commitment = await sha256(subtle, eventBytes(salt, { ...event, actorCommitment }, idBytes));
  return { event, ...(await verifyProofInWeb(subtle, proof, commitment, policy)) };
}

async function sha256(subtle: Subtle, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await subtle.digest("SHA-256", bytes));
}
