export { type ReachStaff, staffCommands } from "./commands.ts";
export {
  canTwoDecide,
  registrationLinkKind,
  roleChangeKind,
  staffAdditionKind,
  staffKinds,
} from "./kinds.ts";
export { type LeaveHook, Leaving } from "./leave.ts";
export { administrator, toldOf } from "./routes-administrator.ts";
export { staffApiRoutes } from "./routes-api.ts";
export { peopleRoutes } from "./routes-people.ts";
export { personRoutes } from "./routes-person.ts";
