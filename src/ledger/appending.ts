/** What appends events, and what it answers with. */
export { Appender } from "./append.ts";
export { openAppender } from "./open-appender.ts";
export type { Receipt } from "./receipt.ts";
