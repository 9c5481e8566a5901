import { HoldfastError, type Id, type Queryable } from "#platform";
import {
  inclusionProof,
  nodesIn,
  type Policy,
  parseCheckpoint,
  parseNote,
  printProofFile,
  Refused,
  tilesForInclusion,
  verifyInclusion,
} from "#tlog";
import {
  type ActorPart,
  actorCommitmentOf,
  commitmentOf,
  type EventParts,
  leafOf,
  saltsFrom,
} from "../encoding.ts";
import type { EventProof } from "../event-proof.ts";
import { headWith } from "../publishing/index.ts";
import type { KeptEvent } from "../row.ts";
import { sealedFrom } from "../sealed-entries/index.ts";
import { fetchTiles } from "../tree.ts";
import { standingEvent } from "./store.ts";

/**
 * What there is to show of an event.
 *
 * - `proven`: a proof that needs nobody's word.
 * - `unsealed`: it is committed and in no signed head yet. While the sealer works, that takes less than a second.
 * - `unwitnessed`: no head with it has its quorum of witnesses yet. While they answer, that takes a minute or two.
 * - `erased`: what would prove it was erased. Proofs that were given out before stay valid.
 * - `withheld`: another entry of the client is sealed, and the numbers in a proof would show where it stands. The last of
 *   them opens when that day begins, in UTC, which the client is told anyway.
 */
export type Proving =
  | { is: "proven"; proof: EventProof }
  | { is: "unsealed" | "unwitnessed" | "erased" }
  | { is: "withheld"; until: string };

type ProvingOptions = {
  policy: Policy;
  /** What is sealed at this time isn't there. */
  now: Date;
  /** Names who acted. Otherwise the proof holds a commitment to who did, which says nothing alone. */
  withActor?: boolean;
};

/** The rows of an event don't fit the log: they, or it, were changed after the event was committed. */
class EventChanged extends HoldfastError {
  readonly code = "event_changed";
  readonly refusal = "unavailable";
  constructor(id: Id<"event">) {
    super(
      `What the database says of ${id} isn't what the log holds. Find out what was changed with: holdfast verify-log`,
    );
  }
}

/**
 * Proves an event to a person, by its client (undefined: it has none) and its id; undefined when there is none, or when
 * it is sealed from its client. Whether that person may have it, the caller decides.
 * @throws {EventChanged}
 */
export async function provenEvent(
  queryable: Queryable,
  client: Id<"client"> | undefined,
  id: Id<"event">,
  { policy, now, withActor = false }: ProvingOptions,
): Promise<Proving | undefined> {
  const sealed = client && (await sealedFrom(queryable, client, id, now));
  const found = sealed?.isSealed ? undefined : await standingEvent(queryable, client, id);
  if (found === undefined) return undefined;
  if (sealed) return { is: "withheld", until: sealed.until };
  const known = knownOf(found, withActor);
  if (known === undefined) return { is: "erased" };
  const { index, commitment, previousCommitment } = found;
  const previousLeaf = previousCommitment && leafOf(previousCommitment);
  const event: EventParts = { ...(previousLeaf && { previousLeaf }), ...known.event };
  const isAsCommitted =
    commitment && Buffer.from(commitmentOf(known.salt, event)).equals(commitment);
  if (!isAsCommitted) throw new EventChanged(id);
  if (index === undefined) return { is: "unsealed" };
  const head = await headWith(queryable, policy, index);
  if (head === undefined) return { is: policy.quorum ? "unwitnessed" : "unsealed" };
  const proof = await proofOf(queryable, { id, index, leaf: leafOf(commitment), ...head });
  return { is: "proven", proof: { event, salt: known.salt, proof } };
}

type Known = { event: EventParts; salt: Uint8Array };

/** What is kept of an event, unless what its leaf is made with was erased. */
function knownOf({ event, secrets }: KeptEvent, withActor: boolean): Known | undefined {
  const { actor, details, ...more } = event;
  const { salt, actorCommitment } = secrets;
  if (salt === undefined || details === undefined) return undefined;
  if (actorCommitment) {
    return { event: { ...more, details, actorPart: { commitment: actorCommitment } }, salt };
  }
  if (actor === undefined) return undefined;
  const salts = saltsFrom(salt);
  const actorPart: ActorPart = withActor
    ? { actor, salt: salts.actor }
    : { commitment: actorCommitmentOf(actor, salts.actor) };
  return { event: { ...more, details, actorPart }, salt: salts.event };
}

type Proved = { id: Id<"event">; index: number; leaf: Uint8Array; size: number; note: string };

async function proofOf(
  queryable: Queryable,
  { id, index, leaf, size, note }: Proved,
): Promise<string> {
  const tiles = await fetchTiles(queryable, tilesForInclusion(index, size));
  try {
    const proof = inclusionProof(index, size, nodesIn(tiles, size));
    verifyInclusion(leaf, index, parseCheckpoint(parseNote(note).text), proof);
    return printProofFile({ index, proof, signed: note });
  } catch (error) {
    throw error instanceof Refused ? new EventChanged(id) : error;
  }
}
