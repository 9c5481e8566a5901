import type { Command } from "#platform";
import { attributeCommand } from "./attribution/index.ts";
import { leaksCommands } from "./bluff/index.ts";
import { markCommands } from "./photo/index.ts";
import { verifyScopeCommand } from "./scope/index.ts";
import { simulateCommand } from "./simulation/index.ts";
import { type ReachTrace, traceCommand } from "./trace-command.ts";

/** What the command line does with leaks. */
export function traceCommands(reach: ReachTrace): Command[] {
  return [
    traceCommand(reach),
    ...leaksCommands(reach),
    attributeCommand,
    simulateCommand,
    verifyScopeCommand,
    ...markCommands(reach),
  ];
}
