/** What somebody else's certificate stands on: a head, and events with their proofs. */
export { NotAProof, parseEventProof } from "./event-proof.ts";
export { growthProof, verifyEventProof } from "./proving/index.ts";
export { settledHead } from "./publishing/index.ts";
