export { ChangePage } from "./change.tsx";
export { DayPage } from "./day.tsx";
export { dayPath } from "./path.ts";
