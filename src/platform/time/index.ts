export { type Clock, systemClock } from "./clock.ts";
export { clockTime, dayMs, dayOf, hourMs, minuteMs, startOf } from "./day.ts";
export { isTimeZone, type LocalTime, localTime } from "./local-time.ts";
