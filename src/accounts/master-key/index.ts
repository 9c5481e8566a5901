export { newMasterKey } from "./key-text.ts";
export {
  hasMasterKey,
  isMasterKey,
  keepMasterKey,
  provesMasterKey,
  takeMasterKeyAttempt,
  WrongMasterKey,
} from "./master-key.ts";
export { masterKeyRoutes } from "./routes-master-key.ts";
