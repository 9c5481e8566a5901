import type { Command } from "#platform";
import { signPolicyCommand, verifyPolicyCommand } from "./sign-command.ts";

export const policyCommands: readonly Command[] = [signPolicyCommand, verifyPolicyCommand];
