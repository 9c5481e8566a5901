export type { Bounds } from "./bands.ts";
export {
  askAgain,
  type Beside,
  type Certificate,
  type CertificateState,
  type Check,
  type CheckFault,
  certificateById,
  certificateIds,
  type Draft,
  draftCertificate,
  type Exported,
  exportCertificate,
  holds,
  type KeptCertificate,
  type MaySign,
  maySign,
  type Signature,
  scopeEventKinds,
  scopeSigningApproval,
  signaturesOf,
  signFirst,
  signingKind,
  type Verified,
  verifyCertificate,
  type Withdrawal,
  withdrawals,
  withdrawCertificate,
} from "./certificate/index.ts";
export { type Figures, figuresOf } from "./figures.ts";
export { type ListedClient, NotAScopeList, readScopeList, type ScopeList } from "./list.ts";
export { certificateRoutes, certificatesPanel } from "./routes-certificates.ts";
export {
  type Affected,
  affectedBy,
  type Scope,
  type ScopeQuery,
  scopeOf,
  type Watched,
} from "./scope.ts";
export { type ScopeCertificate, scopeCertificateIn } from "./verified-certificate.ts";
export { verifyScopeCommand } from "./verify-scope-command.ts";
