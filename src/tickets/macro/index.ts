export { BadMacros, type Macro, Macros } from "./macros.ts";
