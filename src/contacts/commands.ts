import type { Command } from "#platform";
import { checkCommand } from "./check-command.ts";
import { signCommand, txtCommand, verifyDirectoryCommand } from "./directory-commands.ts";

/** The command line of this slice; `main.ts` composes it with the others. */
export const contactsCommands: readonly Command[] = [
  checkCommand,
  signCommand,
  verifyDirectoryCommand,
  txtCommand,
];
