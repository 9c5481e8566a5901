export { groupOrigins, type OriginBasis, type OriginGroup } from "./grouping.ts";
export { counts, Origins } from "./independence.ts";
