import { script } from "#platform";

/** What calls and talks in the agent's page. */
export const consoleScript = script(
  "console",
  new URL("../browser/console-page.ts", import.meta.url),
);
