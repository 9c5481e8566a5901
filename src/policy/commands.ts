import type { Command } from "#platform";
import { lintCommand } from "./lint-command.ts";
import { signPolicyCommand, verifyPolicyCommand } from "./sign-command.ts";
import { testPolicyCommand } from "./test-command.ts";

export const policyCommands: readonly Command[] = [
  lintCommand,
  signPolicyCommand,
  verifyPolicyCommand,
  testPolicyCommand,
];
