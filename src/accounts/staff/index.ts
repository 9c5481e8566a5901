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
export {
  addStaff,
  type CanTwoDecide,
  type Joined,
  type JoiningDesk,
  join,
  joinFirst,
} from "./join.ts";
export { say, sayRoles } from "./messages.ts";
export { StaffFrame } from "./pages/index.ts";
export { OwnRow, RegistrationRefused, RoleNeeded, StaffUnknown } from "./refusals.ts";
export { staffPage } from "./routes-staff-page.ts";
export { days, isOnShift } from "./shift.ts";
export {
  hasRole,
  isStaffId,
  isWeighty,
  type Joiner,
  joinerSchema,
  type Role,
  roles,
  type StaffMember,
} from "./staff.ts";
export {
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
} from "./store.ts";
