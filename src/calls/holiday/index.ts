export { holidaysCommands, type ReachHolidays } from "./commands.ts";
export { type Holiday, isDay } from "./holiday.ts";
export { deleteHoliday, holidaysBetween, saveHoliday } from "./store.ts";
