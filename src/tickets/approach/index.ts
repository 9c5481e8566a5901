export { recordProvenApproach } from "./approaches.ts";
export { approachRoutes } from "./routes-approach.ts";
