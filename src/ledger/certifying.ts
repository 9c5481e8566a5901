/** What somebody else's certificate stands on: a head, events with their proofs, and the policy that they are judged by. */
export { NotAProof, parseEventProof } from "./event-proof.ts";
export { readPolicyFile, readServedPolicy } from "./policy-file.ts";
export {
  type EventProof,
  growthProof,
  type Proving,
  verifyEventProof,
} from "./proving/index.ts";
export { settledHead } from "./publishing/index.ts";
