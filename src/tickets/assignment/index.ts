export { assign, assignWaiting, freeAgents } from "./assign.ts";
export { queuesCommands } from "./commands.ts";
export { forgetMember } from "./store.ts";
