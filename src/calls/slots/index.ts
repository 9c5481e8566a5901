export { aheadMs, callLanguages, freeSlots, slotsWithin } from "./free.ts";
export { localTime, timeZoneFrom, timeZones } from "./local-time.ts";
export { type Seat, type Slot, slotsOf, worksAt } from "./slots.ts";
