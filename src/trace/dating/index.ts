export { datingOf } from "./dating.ts";
export { type Period, periodsOf, rowPeriods } from "./period.ts";
