import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { InvalidInput, readTextFile, writeNewFile } from "#platform";
import { type Policy, parsePolicy, printKey, printPolicy, Refused, type Signer } from "#tlog";

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
