export { linkablePaths } from "./broken-link.ts";
export { gather } from "./gather.ts";
export type { Finding, Material, OfficialContacts, RuleId } from "./material.ts";
export { lint } from "./rules.ts";
