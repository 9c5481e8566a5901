export { screenMarkEventKinds } from "./events.ts";
export { ScreenMarks } from "./screen-marks.ts";
