export { printEventProof } from "../event-proof.ts";
export { growthProof } from "./growth.ts";
export { provenEvent } from "./proven-event.ts";
export { countUnsealed } from "./store.ts";
export { verifyEventProof } from "./verify-event.ts";
export { verifyProofCommand } from "./verify-proof-command.ts";
export { writeProof } from "./write-proof.ts";
