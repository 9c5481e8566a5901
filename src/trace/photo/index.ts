export { markCommands } from "./mark-commands.ts";
export { photoKindOf, photoLimits } from "./opening/index.ts";
export { type PhotoReading, readPhoto, sayWhy } from "./reading.ts";
