export { type LinkTimes, type TellingDesk, type Told, tell } from "./tell.ts";
