import type { Command } from "#platform";
import {
  certificateCommand,
  checkCommand,
  claimsCommand,
  disputesCommand,
  draftCommand,
  importCommand,
  listCommand,
  newCommand,
  publishCommand,
  questionsCommand,
  type ReachBriefs,
  type ReadAdvice,
  renderCommand,
  sourcesCommand,
  translateCommand,
  verifyBriefCommand,
} from "./command/index.ts";
import type { ReadDocument } from "./source/index.ts";

/**
 * The verbs of briefs.
 * @param readDocument the words of a PDF, read where it can do no harm
 * @param readAdvice what readers should do now, in the policy's words
 */
export function briefsCommands(
  reach: ReachBriefs,
  readDocument: ReadDocument,
  readAdvice: ReadAdvice,
): Command[] {
  return [
    newCommand(reach),
    listCommand(reach),
    importCommand(reach, readDocument),
    sourcesCommand(reach),
    certificateCommand(reach),
    claimsCommand(reach),
    questionsCommand(reach),
    checkCommand(reach),
    draftCommand(reach, readAdvice),
    translateCommand(reach),
    renderCommand(reach, readAdvice),
    publishCommand(reach, readAdvice),
    disputesCommand(reach),
    verifyBriefCommand,
  ];
}
