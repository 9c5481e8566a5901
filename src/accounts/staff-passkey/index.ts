export { staffPasskeyEventKinds, staffPasskeyRemoved } from "./events.ts";
export { keepStaffPasskey, noteStaffUse, staffProvenBy } from "./proving.ts";
export { makeRegistrationLink } from "./registration.ts";
export {
  endStaffPasskey,
  endStaffPasskeys,
  hadStaffPasskey,
  holdStaffPasskeys,
  openStaffLink,
  type StaffLink,
  type StaffPasskey,
  staffPasskeysOf,
  takeStaffLink,
  voidStaffLinks,
} from "./store.ts";
