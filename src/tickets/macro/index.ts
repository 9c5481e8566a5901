export { type Macro, Macros } from "./macros.ts";
