export { mailReportCommand, type ReachReporting } from "./commands.ts";
export { type Recorded, type Reporting, recordReport } from "./record.ts";
