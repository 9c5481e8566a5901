export { type Fit, fitAmong } from "./fit-among.ts";
export type { ResolvingDesk } from "./holding.ts";
export { resolve } from "./resolving.ts";
export { candidatesMax } from "./standing.ts";
