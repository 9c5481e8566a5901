import type { Queryable } from "#platform";
import {
  isQuorum,
  type Policy,
  parseCheckpoint,
  parseNote,
  printNote,
  Refused,
  verifyByPolicy,
} from "#tlog";
import { prefixOf } from "../log-name.ts";
import { readTree } from "../store.ts";
import { witnessesToAsk } from "../witnessing/index.ts";
import { type CosignedHead, headsUpTo, headsWith, witnessedSizes } from "./store.ts";

/** How many heads are looked at, before the next best is taken: almost always the first one counts. */
const headsMax = [1, 32];

/** A signed head that readers are given: `note` carries the cosignatures of the policy's witnesses. */
export type PublishedHead = { size: number; note: string; signedAt: Date };

/**
 * The newest head that counts by the policy: with a quorum, the newest kept one that it accepts; without, the newest
 * that is signed. Undefined while there is none.
 */
export async function newestHead(
  queryable: Queryable,
  policy: Policy,
): Promise<PublishedHead | undefined> {
  if (policy.quorum === undefined) return (await readTree(queryable)).head;
  const size = await quorumSize(queryable, policy);
  if (size === undefined) return undefined;
  return await firstAccepted((most) => headsUpTo(queryable, size, most), policy);
}

/**
 * The head that proves a leaf best: the first that counts by the policy and holds it, since its witnesses saw the leaf
 * soonest. Undefined while no head that counts holds it.
 */
export async function headWith(
  queryable: Queryable,
  policy: Policy,
  index: number,
): Promise<PublishedHead | undefined> {
  const first = await firstAccepted((most) => headsWith(queryable, index, most), policy);
  const head = first ?? (await newestHead(queryable, policy));
  return head && head.size > index ? head : undefined;
}

/** Where the log that signed this head is served. */
export function prefixOfHead({ note }: { note: string }): string {
  return prefixOf(parseCheckpoint(parseNote(note).text).origin);
}

/** The largest size that enough witnesses have reached: no larger head can have its quorum. */
async function quorumSize(queryable: Queryable, policy: Policy): Promise<number | undefined> {
  const witnesses = witnessesToAsk(policy);
  const sizes = await witnessedSizes(
    queryable,
    witnesses.map(({ url }) => url),
  );
  const largestFirst = [...new Set(sizes.values())].sort((a, b) => b - a);
  return largestFirst.find((size) => {
    const there = witnesses.filter(({ url }) => (sizes.get(url) ?? -1) >= size);
    return isQuorum(
      policy,
      there.flatMap(({ names }) => names),
    );
  });
}

async function firstAccepted(
  read: (headsMax: number) => Promise<CosignedHead[]>,
  policy: Policy,
): Promise<PublishedHead | undefined> {
  for (const most of headsMax) {
    for (const head of await read(most)) {
      const note = acceptedNote(head, policy);
      if (note !== undefined) return { size: head.size, note, signedAt: head.signedAt };
    }
  }
  return undefined;
}

function acceptedNote(head: CosignedHead, policy: Policy): string | undefined {
  try {
    const note = withLines(head, policy);
    verifyByPolicy(note, policy);
    return note;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** The head's note with the lines of the policy's witnesses. What others signed says nothing to its readers. */
function withLines({ note, cosignatures }: CosignedHead, { witnesses }: Policy): string {
  if (cosignatures.length === 0) return note;
  const known = new Set(witnesses.map(({ key: { name, id } }) => `${name}+${id}`));
  const { text, signatures } = parseNote(note);
  const answered = cosignatures.flatMap((lines) => parseNote(`${text}\n${lines}`).signatures);
  const ours = answered.filter(({ name, id }) => known.has(`${name}+${id}`));
  return printNote({ text, signatures: [...signatures, ...ours] });
}
