export { assign, assignWaiting, freeAgents } from "./assign.ts";
