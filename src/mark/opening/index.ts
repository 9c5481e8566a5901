export { drawDemo } from "./demo.ts";
export { openMarked } from "./opening.ts";
export { type OpenedReading, type ReadingOptions, readMarkIn } from "./reading.ts";
