/** By what another slice knows who on the staff may do what, and when. */
export { hasRole, isOnShift, type StaffMember } from "./staff/index.ts";
