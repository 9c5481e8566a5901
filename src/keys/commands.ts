import type { Command } from "#platform";
import { auditCommand } from "./audit-command.ts";
import type { Reach } from "./command-context.ts";
import { dropCommand, listCommand, newCommand, rotateCommand } from "./keys-commands.ts";
import type { Permit } from "./permit.ts";

/** Every verb of keys. @param dataDirectoryIn HOLDFAST_DATA, as the desk finds it */
export function keysCommands(
  reach: Reach,
  dataDirectoryIn: Parameters<typeof newCommand>[0],
  permits: readonly Permit[],
): Command[] {
  return [
    newCommand(dataDirectoryIn),
    rotateCommand(reach),
    dropCommand(reach),
    listCommand(reach),
    auditCommand(reach, permits),
  ];
}
