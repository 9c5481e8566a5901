export { accountsPermits, clientErasure } from "./erasing.ts";
export { clientErasureAgreed } from "./erasure.ts";
export { holdLift, holdsRead } from "./legal-hold.ts";
export { erasingRoutes } from "./routes-erasing.ts";
export { eraseAccount } from "./store.ts";
