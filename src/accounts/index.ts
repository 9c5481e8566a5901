export type { Desk } from "./desk.ts";
export { accountsEventKinds } from "./events.ts";
export { type Accounts, openAccounts } from "./open.ts";
export { accountsRoutes } from "./routes.ts";
export { type Holder, NotSignedIn, type Session, StepUpNeeded } from "./session/index.ts";
export { accountsKeyFile, accountsSettings } from "./settings.ts";
