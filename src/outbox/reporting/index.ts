export { mailReportCommand } from "./commands.ts";
export { recordReport } from "./record.ts";
