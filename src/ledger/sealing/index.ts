export { HeadSigner } from "./head-signer.ts";
export {
  type LogKey,
  LogKeyInvalid,
  type LogSigner,
  logSignerFrom,
  makeLogKey,
} from "./log-key.ts";
export { DatabaseBehind, DatabaseForked, SignerForgot, WontSign } from "./refusals.ts";
export { type Renewed, renewLog, SealerRuns } from "./renew.ts";
export { Sealer, type SealerOptions } from "./sealer.ts";
export { HeadMoved, openSignerStore, type SignerStore } from "./signer-store.ts";
export { openLogSigner, type SealingOptions, startSealing } from "./start.ts";
