export { fitAmong } from "./fit-among.ts";
export { resolve } from "./resolving.ts";
