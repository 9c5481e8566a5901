import type { Command } from "#platform";
import { lintCommand } from "./lint-command.ts";
import { signPolicyCommand, verifyPolicyCommand } from "./sign-command.ts";

export const policyCommands: readonly Command[] = [
  lintCommand,
  signPolicyCommand,
  verifyPolicyCommand,
];
