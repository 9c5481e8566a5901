export { DayPage } from "./day.tsx";
export { dayPath } from "./path.ts";
