export type { DecodeRefusal } from "./answer.ts";
export { decode } from "./decode.ts";
export { TooBusy } from "./too-busy.ts";
