export type { DecodeRefusal } from "./answer.ts";
export { type Decoded, decode } from "./decode.ts";
export { TooBusy } from "./too-busy.ts";
