export { staffPasskeyEventKinds } from "./events.ts";
export { keepStaffPasskey, noteStaffUse, staffProvenBy } from "./proving.ts";
export { makeRegistrationLink } from "./registration.ts";
export {
  endStaffPasskeys,
  hadStaffPasskey,
  openStaffLink,
  type StaffLink,
  type StaffPasskey,
  staffPasskeysOf,
  takeStaffLink,
  voidStaffLinks,
} from "./store.ts";
