import type { Checkpoint } from "./checkpoint.ts";
import type { VerifierKey } from "./key.ts";
import { isIdentical, type KeyLine, printKey } from "./key-line.ts";
import { refuse } from "./refusal.ts";

export type Log<Key extends KeyLine = VerifierKey> = { key: Key; url?: string };
export type Witness<Key extends KeyLine = VerifierKey> = { name: string; key: Key; url?: string };
/** Has witnessed a checkpoint when `threshold` of its members have, each a witness or an earlier group. */
export type Group = { name: string; threshold: number; members: readonly string[] };

/** tlog-policy: whose checkpoints count. `quorum` names a witness or a group; undefined is `quorum none`. */
export type Policy<Key extends KeyLine = VerifierKey> = {
  logs: readonly Log<Key>[];
  witnesses: readonly Witness<Key>[];
  groups: readonly Group[];
  quorum: string | undefined;
};

/** The policy file, without comments and with numbers as thresholds: `parsePolicy` reads the same policy back. */
export function printPolicy({ logs, witnesses, groups, quorum = "none" }: Policy<KeyLine>): string {
  const lines = [
    ...logs.map(({ key, url }) => ["log", printKey(key), url ?? ""]),
    ...witnesses.map(({ name, key, url }) => ["witness", name, printKey(key), url ?? ""]),
    ...groups.map(({ name, threshold, members }) => ["group", name, String(threshold), ...members]),
    ["quorum", quorum],
  ];
  return lines.map((line) => `${line.join(" ").trimEnd()}\n`).join("");
}

/** A witness whose cosignature is good; `timestamp` in seconds since 1970, 0 when it says nothing of when. */
export type Witnessed<Key extends KeyLine = VerifierKey> = {
  readonly witness: Witness<Key>;
  readonly timestamp: number;
};

/**
 * The names of witnesses and groups that have witnessed a checkpoint when these witnesses have. tlog-policy, "Defining
 * a witness group": a group refers to what stands above it, so one pass from the top decides.
 */
export function witnessedNames(
  { groups }: Pick<Policy, "groups">,
  witnesses: Iterable<string>,
): Set<string> {
  const names = new Set(witnesses);
  for (const { name, threshold, members } of groups) {
    const count = members.filter((member) => names.has(member)).length;
    if (count >= threshold) names.add(name);
  }
  return names;
}

/** Whether these witnesses are enough. `quorum none` needs nobody. */
export function isQuorum(
  policy: Pick<Policy, "groups" | "quorum">,
  witnesses: Iterable<string>,
): boolean {
  return policy.quorum === undefined || witnessedNames(policy, witnesses).has(policy.quorum);
}

/**
 * tlog-policy, "What is a policy?": "a checkpoint is considered valid if it is signed by any one of the listed logs,
 * and it is cosigned by witnesses according to the defined quorum rule". Throws `untrusted` when one of them is
 * missing. `verified` says whose signatures are good.
 */
export function judgeByPolicy<Key extends KeyLine>(
  { origin }: Checkpoint,
  verified: readonly { key: Key; timestamp: number }[],
  policy: Policy<Key>,
): Witnessed<Key>[] {
  // "This name MUST correspond to the log's origin line": another log's key says nothing of this one.
  const isByLog = verified.some(
    ({ key }) => key.name === origin && policy.logs.some((log) => isIdentical(log.key, key)),
  );
  if (!isByLog) refuse("untrusted", `No log of the policy signed the checkpoint of ${origin}.`);
  const witnessed = policy.witnesses.flatMap((witness) => {
    const cosigned = verified.filter(({ key }) => isIdentical(key, witness.key));
    const timestamp = Math.max(...cosigned.map((line) => line.timestamp));
    return cosigned.length === 0 ? [] : [{ witness, timestamp }];
  });
  const names = witnessed.map(({ witness }) => witness.name);
  if (isQuorum(policy, names)) return witnessed;
  return refuse(
    "untrusted",
    `The quorum ${policy.quorum} isn't reached: ${names.join(", ") || "nobody"} cosigned.`,
  );
}

/** Every key that a policy names. */
export function keysOf<Key extends KeyLine>({ logs, witnesses }: Policy<Key>): Key[] {
  return [...logs, ...witnesses].map(({ key }) => key);
}
