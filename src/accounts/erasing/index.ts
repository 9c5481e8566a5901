export { accountsPermits, clientErasure, type ErasingParts } from "./erasing.ts";
export { clientErasureAgreed } from "./erasure.ts";
export { erasingRoutes } from "./routes-erasing.ts";
export { eraseAccount } from "./store.ts";
