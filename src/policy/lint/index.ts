export { linkablePaths } from "./broken-link.ts";
export { gather } from "./gather.ts";
export type { Finding } from "./material.ts";
export { lint } from "./rules.ts";
