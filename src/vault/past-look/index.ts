export { lookDays, lookersAt, looksAbout, looksMax, pastLooks, unsealedLooks } from "./looked.ts";
export { type About, isShown, type PastLook, pastLookFrom, type Seen } from "./past-look.ts";
