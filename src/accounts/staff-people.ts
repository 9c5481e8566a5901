/** By what another slice knows who on the staff may do what, when, and what people are called. */
export {
  hasRole,
  isOnShift,
  type StaffMember,
  staffHere,
  staffNames,
} from "./staff/index.ts";
