import type { Id } from "#platform";
import type { Withdrawal } from "./events.ts";
import type { Certificate } from "./file.ts";

/** Who signed, when, and by which event. */
export type Signature = { staff: Id<"staff">; at: Date; event: Id<"event"> };

/** From a draft by two signatures to a certificate, which nothing changes any more: a later one can correct it. */
export type CertificateState =
  | { is: "drafted" }
  | { is: "signed_once"; first: Signature }
  | { is: "final"; first: Signature; second: Signature }
  | { is: "withdrawn"; at: Date; by: Id<"staff">; because: Withdrawal };

/** A certificate as the desk keeps it. */
export type KeptCertificate = {
  id: Id<"scope">;
  trace: Id<"trace">;
  certificate: Certificate;
  hash: Buffer;
  /** Hides signers and the sample behind what stands for them: it leaves the desk only for who must know. */
  seed: Buffer;
  draftedAt: Date;
  draftedBy: Id<"staff">;
  /** The one whose figures it takes the place of, and the one that took its own. */
  corrects: Id<"scope"> | undefined;
  correctedBy: Id<"scope"> | undefined;
  /** By which somebody was drawn to sign as the second. */
  approval: Id<"approval"> | undefined;
  state: CertificateState;
};

type Steps = {
  signatures: readonly Signature[];
  withdrawn: { at: Date; by: Id<"staff">; because: Withdrawal } | undefined;
};

export function stateOf({ signatures: [first, second], withdrawn }: Steps): CertificateState {
  if (withdrawn) return { is: "withdrawn", ...withdrawn };
  if (first && second) return { is: "final", first, second };
  return first ? { is: "signed_once", first } : { is: "drafted" };
}

/** Who signed it, in their order. */
export function signaturesOf(state: CertificateState): Signature[] {
  if (state.is === "final") return [state.first, state.second];
  return state.is === "signed_once" ? [state.first] : [];
}
