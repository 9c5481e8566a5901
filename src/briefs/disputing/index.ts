export { disputeClaim } from "./disputing.ts";
export { type Dispute, disputesOf } from "./store.ts";
