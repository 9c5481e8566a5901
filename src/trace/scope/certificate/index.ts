export { scopeSigningApproval } from "./approval.ts";
export type { Check, CheckFault } from "./check.ts";
export { type Draft, draftCertificate } from "./drafting.ts";
export { scopeEventKinds, type Withdrawal, withdrawals } from "./events.ts";
export { type Exported, exportCertificate } from "./exporting.ts";
export type { Certificate } from "./file.ts";
export { type MaySign, maySign } from "./may-sign.ts";
export { CertificateUnknown, LogBehind, NotProvenYet } from "./refusals.ts";
export { askAgain, isAsked, signFirst, signingKind, withdrawCertificate } from "./signing.ts";
export {
  type CertificateState,
  type KeptCertificate,
  type Signature,
  signaturesOf,
} from "./state.ts";
export { certificateById, certificateIds, correctableFor } from "./store.ts";
export { type Beside, holds, type Verified, verifyCertificate } from "./verify.ts";
