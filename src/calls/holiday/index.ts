export { holidaysCommands } from "./commands.ts";
export type { Holiday } from "./holiday.ts";
export { holidaysBetween, saveHoliday } from "./store.ts";
