import type { Actor, Erasure, Id, Queryable, Transaction } from "#platform";
import type { Appender } from "../append.ts";
import { sealedUntil } from "../sealed-entries/index.ts";
import { type ErasureReason, entriesErased, erased, eventsAnErasureMax } from "./kinds.ts";
import { type ErasureOrder, linesOf } from "./order.ts";
import { LegalHold, NotErasable, StillSealed } from "./refusals.ts";
import {
  eraseEvents,
  forgetClient,
  type Hold,
  holdsOn,
  prepareErasure,
  type Target,
  type Whose,
} from "./store.ts";

/** Staff or the desk itself: an erasure names who did it, and must not name the client. */
export type Eraser = Exclude<Actor, { is: "client" }>;

/** Deletes what a slice below keeps of a client. It may be called several times, and for a client of whom it has nothing. */
export type ClientEraser = (joined: Transaction, client: Id<"client">) => Promise<void>;

/** Other ids under which the ledger has a client: whoever erases the client erases those too. */
export type FormerIds = (
  queryable: Queryable,
  client: Id<"client">,
) => Promise<readonly Id<"client">[]>;

/** What erasing a whole client reaches beside the client's own events. */
export type ClientErasing = {
  /** What goes with all of a client's events, in the same transaction. */
  clientErasers: readonly ClientEraser[];
  formerIds: FormerIds;
};

export type ErasingOptions = ClientErasing & {
  appender: Appender;
  /** Writes to the erasure list, which lies outside of the database: `recordErasure` of platform. */
  record(erasure: Erasure): Promise<void>;
};

/** Who erases why, in which transaction. */
export type Erasing = Omit<ErasingOptions, "record"> & {
  joined: Transaction;
  actor: Eraser;
  reason: ErasureReason;
  now: Date;
  /** Lifts the holds that are in the way, or throws. */
  onHolds(holds: readonly [Hold, ...Hold[]]): Promise<void>;
};

/**
 * Erases, and appends the events that say so. The leaves stay, and with them every proof that somebody holds. It joins
 * the transaction in which the caller uses up what approves the erasure, and must be the last thing in it: a crash
 * between the list and the commit leaves the order on the list and everything in the database. Then it is given again,
 * or the next restore carries it out.
 * @returns how many events lost a part
 * @throws {LegalHold | StillSealed | NotErasable}
 */
export async function erase(
  { record, ...own }: ErasingOptions,
  joined: Transaction,
  actor: Eraser,
  asked: ErasureOrder,
  reason: ErasureReason,
  now: Date,
): Promise<number> {
  const onHolds: Erasing["onHolds"] = async ([hold]) => {
    throw new LegalHold(hold);
  };
  const erasing: Erasing = { ...own, joined, actor, reason, now, onHolds };
  const order = await wholeOrder(erasing, asked);
  const count = await eraseFound(erasing, order, (found) => refuse(joined, order, found, now));
  for (const line of linesOf(order, now)) await record(line);
  return count;
}

async function refuse(
  joined: Transaction,
  order: ErasureOrder,
  found: number,
  now: Date,
): Promise<void> {
  if (order.of === "client") return;
  const asked = new Set(order.events).size;
  if (found < asked) throw new NotErasable(asked, found);
  if (order.of === "actor") return;
  const until = await sealedUntil(joined, order.client, order.events, now);
  if (until !== undefined) throw new StillSealed(until);
}

/** Of a client, under all ids that the ledger has: by an order of before, and by what is known now. */
export async function wholeOrder(
  { joined, formerIds }: Pick<Erasing, "joined" | "formerIds">,
  order: ErasureOrder,
): Promise<ErasureOrder> {
  if (order.of !== "client") return order;
  const known = await formerIds(joined, order.client);
  return { ...order, formers: [...new Set([...(order.formers ?? []), ...known])] };
}

/** Erases what there is of an order. Where nothing is left to erase, no event says that something was. */
export async function eraseFound(
  erasing: Erasing,
  order: ErasureOrder,
  check?: (found: number) => Promise<void>,
): Promise<number> {
  if (order.of === "client") {
    let count = 0;
    for (const id of [order.client, ...(order.formers ?? [])]) {
      count += await eraseClient(erasing, id);
    }
    return count;
  }
  const whose: Whose =
    order.of === "actor"
      ? { part: "actor", owner: order.actor }
      : { part: "client", owner: order.client };
  const targets = await prepare(erasing, whose, order.events);
  await check?.(targets.length);
  if (order.of === "events") await tellClient(erasing, order.client, targets.length);
  return await erasePart(erasing, whose, targets);
}

/** All of a client: the client's own events, who acted in others' events, the end of the chain, and what other slices keep. */
async function eraseClient(erasing: Erasing, client: Id<"client">): Promise<number> {
  let count = 0;
  for (const part of ["client", "actor"] as const) {
    const whose: Whose = { part, owner: client };
    count += await erasePart(erasing, whose, await prepare(erasing, whose));
  }
  await forgetClient(erasing.joined, client);
  for (const erase of erasing.clientErasers) await erase(erasing.joined, client);
  return count;
}

async function prepare(
  { joined, onHolds }: Erasing,
  whose: Whose,
  events?: readonly Id<"event">[],
): Promise<Target[]> {
  const targets = await prepareErasure(joined, whose, events);
  const clients = targets.flatMap(({ client }) => client ?? []);
  if (whose.part === "client") clients.push(whose.owner);
  const [hold, ...more] = await holdsOn(joined, clients);
  if (!hold) return targets;
  await onHolds([hold, ...more]);
  return await prepareErasure(joined, whose, events);
}

async function tellClient(
  { appender, joined, actor, reason, now }: Erasing,
  client: Id<"client">,
  entries: number,
): Promise<void> {
  if (entries === 0) return;
  const draft = { kind: entriesErased, client, details: { entries, reason } };
  await appender.append(actor, draft, now, joined);
}

async function erasePart(
  { appender, joined, actor, reason, now }: Erasing,
  whose: Whose,
  targets: readonly Target[],
): Promise<number> {
  for (let start = 0; start < targets.length; start += eventsAnErasureMax) {
    const some = targets.slice(start, start + eventsAnErasureMax);
    const events = some.map(({ event }) => event);
    const draft = { kind: erased, details: { events, part: whose.part, reason } };
    const receipt = await appender.append(actor, draft, now, joined);
    const count = await eraseEvents(joined, receipt.event, whose, some);
    if (count < some.length) throw new Error(`erased ${count} events of ${some.length}`);
  }
  return targets.length;
}
