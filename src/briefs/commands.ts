import type { Command } from "#platform";
import {
  checkCommand,
  claimsCommand,
  importCommand,
  listCommand,
  newCommand,
  questionsCommand,
  type ReachBriefs,
  sourcesCommand,
} from "./command/index.ts";
import type { ReadDocument } from "./source/index.ts";

/**
 * The verbs of briefs.
 * @param readDocument the words of a PDF, read where it can do no harm
 */
export function briefsCommands(reach: ReachBriefs, readDocument: ReadDocument): Command[] {
  return [
    newCommand(reach),
    listCommand(reach),
    importCommand(reach, readDocument),
    sourcesCommand(reach),
    claimsCommand(reach),
    questionsCommand(reach),
    checkCommand(reach),
  ];
}
