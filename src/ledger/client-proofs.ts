/** What a client takes along to prove something. */
export { printRemark } from "./proof-collection.ts";
export { countUnsealed, printEventProof, provenEvent } from "./proving/index.ts";
