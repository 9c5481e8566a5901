export { contain, finishBegun, release } from "./containing.ts";
export type { Containment } from "./containment.ts";
export { containmentsOf, headOver, openContainments } from "./store.ts";
