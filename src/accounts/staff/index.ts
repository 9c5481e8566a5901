export { staffAddressee, tellLeads } from "./addressee.ts";
export { memberOf, requireFreshPasskey, requireRole } from "./authority.ts";
export { staffBackPath, staffHome } from "./back.ts";
export {
  staffEventKinds,
  staffHeld,
  staffLeft,
  staffReleased,
  staffRolesChanged,
  staffSignedIn,
} from "./events.ts";
export { addStaff, type Joined, type JoiningDesk, join, joinFirst } from "./join.ts";
export { say, sayRoles } from "./messages.ts";
export { OwnRow, RegistrationRefused, StaffUnknown } from "./refusals.ts";
export { staffPage } from "./routes-staff-page.ts";
export { days, isOnShift } from "./shift.ts";
export {
  hasRole,
  isWeighty,
  type Joiner,
  joinerSchema,
  type Role,
  roles,
  type StaffMember,
} from "./staff.ts";
export {
  beginLooks,
  endHold,
  endRoles,
  grantRoles,
  holdStaff,
  markHeld,
  markLeft,
  staffByEmail,
  staffById,
  staffBySubject,
  staffHere,
  staffNames,
  stopLooks,
} from "./store.ts";
