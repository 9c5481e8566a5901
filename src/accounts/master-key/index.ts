export { masterKeyIn, newMasterKey } from "./key-text.ts";
export {
  hasMasterKey,
  isMasterKey,
  keepMasterKey,
  NoMasterKey,
  provesMasterKey,
  removeMasterKey,
  takeMasterKeyAttempt,
  WrongMasterKey,
} from "./master-key.ts";
export { masterKeyRoutes } from "./routes-master-key.ts";
export { masterKeyOf } from "./store.ts";
