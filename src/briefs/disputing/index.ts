export { disputeClaim } from "./disputing.ts";
export { disputesOf } from "./store.ts";
