export { beat, type Connection, connections } from "./beat.ts";
export { hangUp, hangUpForReport, markRinging } from "./hang-up.ts";
