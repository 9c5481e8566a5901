export { readEdtf } from "./edtf/index.ts";
