export { lookDays, lookersAt, looksAbout, looksMax, pastLooks, unsealedLooks } from "./looked.ts";
export { type About, type PastLook, pastLookFrom, type Seen } from "./past-look.ts";
