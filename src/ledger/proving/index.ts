export { EventChanged, type Proving, type ProvingOptions, provenEvent } from "./proven-event.ts";
export { type EventVerified, verifyEventProof } from "./verify-event.ts";
