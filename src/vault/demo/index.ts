export { demoRecords } from "./records.ts";
