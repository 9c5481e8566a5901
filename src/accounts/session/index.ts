export { NotSignedIn, StepUpNeeded } from "./refusals.ts";
export { type Asking, Sessions } from "./routes-sessions.ts";
export {
  type ClientSession,
  type Holder,
  hashOf,
  isSecretOf,
  newSecret,
  type Proof,
  type Session,
  type StaffSession,
} from "./session.ts";
export { sessionsOf } from "./sessions-of.ts";
export {
  approveDevice,
  type Device,
  deviceBySecret,
  devicesOf,
  endDevices,
  endedSince,
  endSession,
  endSessions,
  holdersSignedIn,
  insertDevice,
  openSessions,
  seeDevice,
  stillOpen,
  wasSignedInSince,
} from "./store.ts";
