/** By what another slice knows who is on the staff, and what people are called. */
export { staffAddressee, staffById, staffHere, staffNames, tellLeads } from "./staff/index.ts";
