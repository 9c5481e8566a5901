export type { Finding, FindingCode, Where } from "./finding.ts";
export { recordVerification } from "./record.ts";
export type { Remark } from "./remark.ts";
export { type LastVerification, lastVerification } from "./store.ts";
export { type VerifyOptions, type VerifyReport, verifyLog } from "./verify-log.ts";
export { type OpenLedger, verifyLogCommand } from "./verify-log-command.ts";
export { verifyLogJob } from "./verify-log-job.ts";
