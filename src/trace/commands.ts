import type { Command } from "#platform";
import { attributeCommand } from "./attribution/index.ts";
import { simulateCommand } from "./simulation/index.ts";

/** What the command line does with leaks; neither needs a database. */
export const traceCommands: readonly Command[] = [attributeCommand, simulateCommand];
