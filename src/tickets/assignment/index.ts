export { assign, assignWaiting, freeAgents, isSpoken } from "./assign.ts";
export { queuesCommands } from "./commands.ts";
export { forgetMember } from "./store.ts";
