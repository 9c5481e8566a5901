import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { InvalidInput, messageOf, readTextFile, writeNewFile } from "#platform";
import { type Policy, parsePolicy, printKey, printPolicy, Refused, type Signer } from "#tlog";
import { witnessesToAsk } from "./witnessing/index.ts";

export class LogPolicyInvalid extends InvalidInput {
  constructor(file: string, reason: string) {
    super("log_policy_invalid", `${file} isn't a policy for this log: ${reason}`);
  }
}

/**
 * The policy in a tlog-policy file: the log's keys, its witnesses, and how many of them make a quorum.
 * @throws {InvalidInput} `file_unreadable`, `log_policy_invalid`
 */
export async function readPolicyFile(file: string): Promise<Policy> {
  const text = await readTextFile(file);
  try {
    return parsePolicy(text);
  } catch (error) {
    if (error instanceof Refused) throw new LogPolicyInvalid(file, error.message);
    throw error;
  }
}

/**
 * The same for a server's answers: undefined before the first sealer has made one, and a file that is wrong is told to
 * our own log, not to readers.
 */
export async function readServedPolicy(file: string): Promise<Policy | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    const policy = await readPolicyFile(file);
    witnessesToAsk(policy);
    return policy;
  } catch (error) {
    throw new Error(messageOf(error));
  }
}

/** The policy as readers get it: without the addresses of witnesses, which aren't theirs to ask. */
export function publishedPolicy(policy: Policy): string {
  return printPolicy({
    ...policy,
    witnesses: policy.witnesses.map(({ name, key }) => ({ name, key })),
  });
}

/** A policy that trusts this log, without any witness. */
export async function createPolicyFile(file: string, signers: readonly Signer[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const logs = signers.map(({ key }) => ({ key }));
  const policy = { logs, witnesses: [], groups: [], quorum: undefined };
  await writeNewFile(file, printPolicy(policy), 0o644);
}

/** @throws {LogPolicyInvalid} when nobody who keeps to the policy would take these keys' word */
export function refuseUnlisted(file: string, policy: Policy, signers: readonly Signer[]): void {
  const listed = new Set(policy.logs.map(({ key }) => printKey(key)));
  const missing = signers.map(({ key }) => printKey(key)).filter((key) => !listed.has(key));
  if (missing.length === 0) return;
  const lines = missing.map((key) => `log ${key}`).join("\n");
  throw new LogPolicyInvalid(file, `it doesn't list the log's own keys. Add to it:\n${lines}`);
}
