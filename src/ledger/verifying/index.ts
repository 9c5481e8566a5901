export { type LastVerification, lastVerification } from "./store.ts";
export { type VerifyReport, verifyLog } from "./verify-log.ts";
export { verifyLogCommand } from "./verify-log-command.ts";
export { verifyLogJob } from "./verify-log-job.ts";
