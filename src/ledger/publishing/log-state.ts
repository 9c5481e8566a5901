import type { Queryable } from "#platform";
import { isQuorum, type Policy } from "#tlog";
import { readTree } from "../store.ts";
import { type LastVerification, lastVerification } from "../verifying/index.ts";
import { hasDisjointQuorums, type WitnessToAsk, witnessesToAsk } from "../witnessing/index.ts";
import { newestHead, type PublishedHead } from "./checkpoint.ts";
import {
  type HeadRow,
  newestHeads,
  type SealerRow,
  sealerRow,
  type WitnessRow,
  witnessRows,
} from "./store.ts";

/** More than a sealer takes at once. */
const manyWaiting = 20_000;
const waitingMax = 100_000;
/** Heads are kept once a minute, and witnesses are asked every two seconds. */
const lateSeconds = 300;
const goneSeconds = 3_600;
const headsMax = 48;
/** A log is verified every day. */
const verifiedSeconds = 26 * 3_600;

/** How serious a finding is. Each has a word, a colour and a shape. */
export type Light = "green" | "amber" | "red";

export type SealingState =
  | { is: "sealing"; light: "green" }
  /** More waits than is sealed at once. */
  | { is: "behind"; light: "amber" }
  /** The sealer said why it doesn't seal. */
  | { is: "troubled"; light: "red"; trouble: string }
  | { is: "stopped"; light: "red"; since: Date }
  | { is: "never"; light: "red" };

/** One witness: `lateSince` is when the oldest head that it should have cosigned was signed. */
type WitnessState = {
  /** Its names in the policy: several, when it has several keys. */
  names: readonly string[];
  keyNames: readonly string[];
  light: Light;
  last: WitnessRow["last"];
  lateSince: Date | undefined;
};

type WitnessesState =
  /** The policy lists none: nobody outside could contradict us. */
  | { is: "none"; light: "red" }
  /** There are some, but the policy needs none of them. */
  | { is: "optional"; light: "amber" }
  /** Two quorums can have no witness in common. */
  | { is: "divided"; light: "amber" }
  | { is: "enough"; light: "green" }
  /** Some are late or gone, and the others are still enough. */
  | { is: "fewer"; light: "amber" }
  | { is: "too_few"; light: "amber" | "red" };

/** The last time that the whole log was compared with what was signed. */
type Verified = Pick<LastVerification, "endedAt" | "size" | "findingsCount">;

export type VerificationState =
  | { is: "never"; light: "amber" }
  | { is: "sound"; light: "green"; last: Verified }
  /** It was sound, but that is too long ago. */
  | { is: "old"; light: "amber"; last: Verified }
  | { is: "wrong"; light: "red"; last: Verified };

export type LogState = {
  /** How many events are in the newest signed head, and when it was signed; undefined before the first. */
  head: { size: number; signedAt: Date } | undefined;
  /** The newest head that counts by the policy. */
  published: PublishedHead | undefined;
  waiting: number;
  sealing: SealingState;
  witnesses: WitnessesState;
  eachWitness: readonly WitnessState[];
  verification: VerificationState;
  /** The newest kept heads, oldest first; `cosignedAt` in the order of `eachWitness`. */
  heads: readonly HeadRow[];
};

/** All that the Log page tells. It holds no personal datum. */
export async function logState(
  queryable: Queryable,
  policy: Policy | undefined,
  now: Date,
): Promise<LogState> {
  const asked = policy ? witnessesToAsk(policy) : [];
  const urls = asked.map(({ url }) => url);
  const { head } = await readTree(queryable);
  const sealer = await sealerRow(queryable, waitingMax);
  const rows = await witnessRows(queryable, urls);
  const eachWitness = asked.map((witness, place) => witnessState(witness, rows[place], now));
  const published = policy && (await newestHead(queryable, policy));
  return {
    head,
    published,
    waiting: sealer.waiting,
    sealing: sealingState(sealer, now),
    witnesses: witnessesState(policy, eachWitness),
    eachWitness,
    verification: verificationState(await lastVerification(queryable), now),
    heads: await newestHeads(queryable, urls, headsMax),
  };
}

/** Whoever seals renews its lease at each look, so a lease that expired is a sealer that stopped. */
export function sealingState(
  { waiting, leasedUntil, trouble }: SealerRow,
  now: Date,
): SealingState {
  if (leasedUntil === undefined) return { is: "never", light: "red" };
  if (trouble !== undefined) return { is: "troubled", light: "red", trouble };
  if (leasedUntil <= now) return { is: "stopped", light: "red", since: leasedUntil };
  if (waiting >= manyWaiting) return { is: "behind", light: "amber" };
  return { is: "sealing", light: "green" };
}

export function witnessState(
  { names, keys }: WitnessToAsk,
  row: WitnessRow | undefined,
  now: Date,
): WitnessState {
  const waitedSeconds = row?.waitsSince ? (now.getTime() - row.waitsSince.getTime()) / 1_000 : 0;
  const isLate = waitedSeconds > lateSeconds;
  return {
    names,
    keyNames: [...new Set(keys.map(({ name }) => name))],
    light: waitedSeconds > goneSeconds ? "red" : isLate ? "amber" : "green",
    last: row?.last,
    lateSince: isLate ? row?.waitsSince : undefined,
  };
}

export function witnessesState(
  policy: Policy | undefined,
  each: readonly WitnessState[],
): WitnessesState {
  if (policy === undefined || each.length === 0) return { is: "none", light: "red" };
  if (policy.quorum === undefined) return { is: "optional", light: "amber" };
  const isEnough = (light: (light: Light) => boolean) =>
    isQuorum(
      policy,
      each.filter((one) => light(one.light)).flatMap(({ names }) => names),
    );
  if (each.every(({ light }) => light === "green")) {
    if (hasDisjointQuorums(policy)) return { is: "divided", light: "amber" };
    return { is: "enough", light: "green" };
  }
  if (isEnough((light) => light === "green")) return { is: "fewer", light: "amber" };
  return { is: "too_few", light: isEnough((light) => light !== "red") ? "amber" : "red" };
}

export function verificationState(last: Verified | undefined, now: Date): VerificationState {
  if (last === undefined) return { is: "never", light: "amber" };
  if (last.findingsCount > 0) return { is: "wrong", light: "red", last };
  const isOld = now.getTime() - last.endedAt.getTime() > verifiedSeconds * 1_000;
  return isOld ? { is: "old", light: "amber", last } : { is: "sound", light: "green", last };
}
