export {
  canTwoDecide,
  registrationLinkKind,
  roleChangeKind,
  staffAdditionKind,
  staffKinds,
} from "./kinds.ts";
export { type LeaveHook, Leaving } from "./leave.ts";
