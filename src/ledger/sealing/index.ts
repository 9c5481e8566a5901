export { HeadSigner } from "./head-signer.ts";
export { logSignerFrom, makeLogKey } from "./log-key.ts";
export { renewLog } from "./renew.ts";
export { Sealer } from "./sealer.ts";
export { openSignerStore, type SignerStore } from "./signer-store.ts";
export { openLogSigner, startSealing } from "./start.ts";
