export { lookDays, lookersAt, looksAbout, looksMax, pastLooks } from "./looked.ts";
export { type About, lookKinds, type PastLook, pastLookFrom, type Seen } from "./past-look.ts";
