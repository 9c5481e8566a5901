export { overlap, readEdtf, type Span } from "./edtf.ts";
