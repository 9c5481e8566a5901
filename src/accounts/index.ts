export { addresseeOf } from "./account/index.ts";
export { type ApprovalKind, type Described, NobodyEligible } from "./approval/index.ts";
export { accountsCommands, type ReachSignOut, type ReachStaff } from "./commands.ts";
export { demoPath, demoPeople, demoRoutes } from "./demo/index.ts";
export type { Desk } from "./desk.ts";
export { accountsEventKinds } from "./events.ts";
export { accountsJobs } from "./jobs.ts";
export { type Accounts, openAccounts } from "./open.ts";
export { accountsRoutes } from "./routes.ts";
export type { StaffSession } from "./session/index.ts";
export { type Holder, NotSignedIn, type Session, StepUpNeeded } from "./session/index.ts";
export { accountsKeyFile, accountsSettings, providerOptions } from "./settings.ts";
export { home, wayOn } from "./sign-in/index.ts";
export {
  requireFreshPasskey,
  requireRole,
  StaffFrame,
  staffHere,
  staffNames,
  staffPage,
  stillHere,
} from "./staff/index.ts";
