export { keepPassLooks, type PassLook, sealFrom } from "./keep.ts";
export { looksUnder, type PastLook } from "./store.ts";
