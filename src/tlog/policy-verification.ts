import type { Checkpoint } from "./checkpoint.ts";
import type { Hash } from "./hash.ts";
import { verifyInclusion } from "./inclusion.ts";
import { verifierKeyOf } from "./key.ts";
import { judgeByPolicy, keysOf, type Policy, type Witnessed } from "./policy.ts";
import { readPolicy } from "./policy-parsing.ts";
import type { ProofFile } from "./proof-file.ts";
import { openCheckpoint } from "./sign.ts";
import type { TextSource } from "./text.ts";

/** Throws `malformed`, `too_large` or `unsupported_key`. */
export function parsePolicy(source: TextSource): Policy {
  const { logs, witnesses, ...more } = readPolicy(source);
  return {
    ...more,
    logs: logs.map((log) => ({ ...log, key: verifierKeyOf(log.key) })),
    witnesses: witnesses.map((witness) => ({ ...witness, key: verifierKeyOf(witness.key) })),
  };
}

/** A checkpoint that is valid by the policy. Throws what `openCheckpoint` and `judgeByPolicy` throw. */
export function verifyByPolicy(
  signed: TextSource,
  policy: Policy,
): { checkpoint: Checkpoint; witnessed: Witnessed[] } {
  const { checkpoint, verified } = openCheckpoint(signed, keysOf(policy));
  return { checkpoint, witnessed: judgeByPolicy(checkpoint, verified, policy) };
}

/**
 * What a proof file shows, without anybody's word but the policy's: a log of the policy signed a tree that holds the
 * leaf at that index, and the quorum of its witnesses cosigned it. Throws what is missing.
 */
export function verifyProofFile(
  file: ProofFile,
  leaf: Hash,
  policy: Policy,
): { checkpoint: Checkpoint; witnessed: Witnessed[] } {
  const { checkpoint, witnessed } = verifyByPolicy(file.signed, policy);
  verifyInclusion(leaf, file.index, checkpoint, file.proof);
  return { checkpoint, witnessed };
}
