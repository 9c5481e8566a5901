export { type Moment, overlap, readEdtf, type Span } from "./edtf.ts";
