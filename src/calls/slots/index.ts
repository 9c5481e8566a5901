export { aheadMs, callLanguages, freeSlots, slotsWithin } from "./free.ts";
export { type Slot, worksAt } from "./slots.ts";
export { timeZoneFrom, timeZones } from "./time-zone.ts";
