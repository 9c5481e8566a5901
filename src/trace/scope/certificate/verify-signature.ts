import { NotAProof, parseEventProof, verifyEventProof } from "#ledger";
import { jsonIn } from "#platform";
import { type Policy, Refused, verifyConsistency } from "#tlog";
import { type CheckFault, unless } from "./check.ts";
import { scopeSigned } from "./events.ts";
import { type Certificate, type CertificateSignature, certificateHash } from "./file.ts";

type EventProof = ReturnType<typeof parseEventProof>;
type EventVerified = ReturnType<typeof verifyEventProof>;

/** What a signature says, and what is wrong with it. What couldn't be read is missing. */
export type SignatureSeen = {
  faults: CheckFault[];
  /** What the signer is called in this certificate. */
  signer?: string;
  at?: Date;
  /** Where the event stands in the log, from 0. */
  index?: number;
  /** The names of the witnesses who saw it there. */
  witnesses?: readonly string[];
};

/**
 * Looks at one signature: that its event says so of this very certificate, that it is in the log by the policy's keys and
 * witnesses, and that the log grew to there from what was counted.
 */
export function seeSignature(
  certificate: Certificate,
  signature: CertificateSignature,
  policy: Policy,
): SignatureSeen {
  const proof = eventIn(signature);
  if ("code" in proof) return { faults: [proof] };
  const said = saidBy(proof);
  if (!said) return { faults: [{ code: "other_event", values: { kind: proof.event.kind } }] };
  const { signer } = said;
  const at = proof.event.occurredAt;
  const faults = contentFaults(certificate, said, at);
  const verified = verifiedBy(proof, policy);
  if ("code" in verified) return { faults: [...faults, verified], signer, at };
  const { index, witnessed } = verified;
  const witnesses = [...new Set(witnessed.map(({ witness: { name } }) => name))];
  const grown = growthFaults(certificate, signature, verified);
  return { faults: [...faults, ...grown], signer, at, index, witnesses };
}

function eventIn({ event }: CertificateSignature): EventProof | CheckFault {
  try {
    return parseEventProof(Buffer.from(`${JSON.stringify(event, undefined, 2)}\n`));
  } catch (error) {
    if (error instanceof NotAProof) return { code: "no_proof", values: { why: error.message } };
    throw error;
  }
}

type Said = { scope: string; certificate: string; signer: string; attested: string };

/** What the event says, when it is a signature that names nobody. In another spelling it isn't one. */
function saidBy({ event }: EventProof): Said | undefined {
  const { kind, kindVersion, details, actorPart } = event;
  const read = scopeSigned.details.safeParse(jsonIn(details));
  const isOne =
    kind === scopeSigned.name &&
    kindVersion === scopeSigned.version &&
    "commitment" in actorPart &&
    read.success &&
    JSON.stringify(read.data) === details;
  return isOne ? (read.data as Said) : undefined;
}

function contentFaults(certificate: Certificate, said: Said, at: Date): CheckFault[] {
  const hash = certificateHash(certificate).toString("base64");
  const isThis = said.certificate === hash && said.scope === certificate.id;
  const counted = certificate.counted_at;
  return [
    ...unless(isThis, "other_certificate"),
    ...unless(at.toISOString() >= counted, "signed_before", { at: at.toISOString(), counted }),
  ];
}

function verifiedBy(proof: EventProof, policy: Policy): EventVerified | CheckFault {
  try {
    return verifyEventProof(proof, policy);
  } catch (error) {
    if (error instanceof Refused) return { code: "not_in_log", values: { why: error.message } };
    throw error;
  }
}

/** What was counted stands below the certificate's head, and that head is the beginning of the log that the event is in. */
function growthFaults(
  { log }: Certificate,
  { growth }: CertificateSignature,
  { index, checkpoint }: EventVerified,
): CheckFault[] {
  if (checkpoint.origin !== log.origin) {
    return [{ code: "other_log", values: { log: checkpoint.origin, counted: log.origin } }];
  }
  if (index < log.size) return [{ code: "not_covered", values: { index, size: log.size } }];
  const counted = { size: log.size, root: Buffer.from(log.root, "base64") };
  const hashes = growth.map((hash) => Buffer.from(hash, "base64"));
  try {
    verifyConsistency(counted, checkpoint, hashes);
    return [];
  } catch (error) {
    if (error instanceof Refused) return [{ code: "not_grown", values: { why: error.message } }];
    throw error;
  }
}
