export { screenMarkEventKinds } from "./events.ts";
export { type MarkFinding, type ScreenMark, ScreenMarks } from "./screen-marks.ts";
