export { type Brief, briefSchema, knownBrief, openBrief } from "./brief.ts";
export { allBriefs, holdBrief } from "./store.ts";
