export type { Bounds } from "./bands.ts";
export { draftCertificate, scopeEventKinds, scopeSigningApproval } from "./certificate/index.ts";
export type { Figures } from "./figures.ts";
export { readScopeList } from "./list.ts";
export { certificateRoutes, certificatesPanel } from "./routes-certificates.ts";
export { type Affected, affectedBy, type Scope, scopeOf } from "./scope.ts";
export { type ScopeCertificate, scopeCertificateIn } from "./verified-certificate.ts";
export { verifyScopeCommand } from "./verify-scope-command.ts";
