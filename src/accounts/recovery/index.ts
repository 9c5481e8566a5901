export {
  beginRecovery,
  endRecovery,
  type Recovery,
  RecoveryUnderWay,
  recoveryOf,
  stopRecovery,
  tellDueRecoveries,
} from "./recovery.ts";
export {
  addRecoveryCodes,
  makeRecoveryCodes,
  takeRecoveryCode,
  WrongRecoveryCode,
} from "./recovery-codes.ts";
export { recoveryCodeRoutes, showNewCodes } from "./routes-codes.ts";
export { codesLeft, openRecovery } from "./store.ts";
