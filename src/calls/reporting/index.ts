export { factsOf } from "./facts.ts";
export { prepareCallReport, tellLeads } from "./reporting.ts";
