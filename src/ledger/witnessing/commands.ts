import type { Command } from "#platform";
import { witnessCommand } from "./witness-command.ts";
import { witnessKeyCommand } from "./witness-key-command.ts";

/** @param untilStopped resolves when the process is asked to end */
export function witnessCommands(untilStopped: () => Promise<unknown>): readonly Command[] {
  return [witnessCommand(untilStopped), witnessKeyCommand];
}
