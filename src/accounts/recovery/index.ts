export {
  beginRecovery,
  endRecovery,
  type Recovery,
  RecoveryUnderWay,
  recoveryOf,
  stopRecovery,
  tellDueRecoveries,
} from "./recovery.ts";
export { addRecoveryCodes, takeRecoveryCode } from "./recovery-codes.ts";
export { recoveryCodeRoutes, showNewCodes } from "./routes-codes.ts";
export { cancelRecovery, codesLeft, endRevivedCodes, openRecovery } from "./store.ts";
