export { type ReachStaff, staffCommands } from "./commands.ts";
export { staffKinds } from "./kinds.ts";
export { Leaving } from "./leave.ts";
export { administrator, provenMember, toldOf } from "./routes-administrator.ts";
export { staffApiRoutes } from "./routes-api.ts";
export { peopleRoutes } from "./routes-people.ts";
export { personRoutes } from "./routes-person.ts";
