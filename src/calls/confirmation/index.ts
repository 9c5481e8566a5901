export { type LinkTimes, tell } from "./tell.ts";
