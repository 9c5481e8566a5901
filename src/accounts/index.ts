export { addresseeOf } from "./account/index.ts";
export { type ReachStaff, staffCommands } from "./administration/index.ts";
export { type ApprovalKind, type Described, NobodyEligible } from "./approval/index.ts";
export { demoPath, demoPeople, demoRoutes } from "./demo/index.ts";
export type { Desk } from "./desk.ts";
export { accountsEventKinds } from "./events.ts";
export { type Accounts, openAccounts } from "./open.ts";
export { providerOptions } from "./provider/index.ts";
export { accountsRoutes } from "./routes.ts";
export { type Holder, NotSignedIn, type Session, StepUpNeeded } from "./session/index.ts";
export { accountsKeyFile, accountsSettings } from "./settings.ts";
export { home, wayOn } from "./sign-in/index.ts";
export {
  requireFreshPasskey,
  requireRole,
  StaffFrame,
  staffHere,
  staffPage,
  stillHere,
} from "./staff/index.ts";
