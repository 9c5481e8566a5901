export type { Contact, Directory } from "./directory.ts";
export type { Finding, Reason, Verdict } from "./verdict.ts";
