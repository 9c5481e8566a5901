import { script } from "#platform";

/** Keeps the status of calls true on every page of a signed-in client. */
export const statusScript = script(
  "call-status",
  new URL("../browser/call-status.ts", import.meta.url),
);
