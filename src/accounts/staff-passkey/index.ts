export { staffPasskeyAdded, staffPasskeyEventKinds } from "./events.ts";
export { makeRegistrationLink } from "./registration.ts";
export {
  countStaffUse,
  endStaffPasskeys,
  insertStaffPasskey,
  openStaffLink,
  type StaffLink,
  type StaffPasskey,
  staffPasskeyByCredential,
  staffPasskeysOf,
  takeStaffLink,
  voidStaffLinks,
} from "./store.ts";
