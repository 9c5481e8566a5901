export { groupOrigins, type OriginBasis } from "./grouping.ts";
export { counts, Origins } from "./independence.ts";
