import type { Command } from "#platform";
import { attributeCommand } from "./attribution/index.ts";
import { verifyScopeCommand } from "./scope/index.ts";
import { simulateCommand } from "./simulation/index.ts";

/** What the command line does with leaks; none needs a database. */
export const traceCommands: readonly Command[] = [
  attributeCommand,
  simulateCommand,
  verifyScopeCommand,
];
