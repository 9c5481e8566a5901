export { stands } from "./claim/index.ts";
export { findContradictions, type Stated } from "./contradiction/index.ts";
export { groupOrigins } from "./origin/index.ts";
