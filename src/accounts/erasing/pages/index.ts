export { ErasurePage, type ErasureTold } from "./erasure.tsx";
export type { HoldsTold } from "./holds.tsx";
