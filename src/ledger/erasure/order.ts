import { type Erasure, type Id, isId } from "#platform";

/** A line of the erasure list may have 4,096 bytes. */
const eventsALineMax = 50;

/** What is to be erased. */
export type ErasureOrder =
  /** All of a client's events, under other ids too, and that there was such a client. */
  | { of: "client"; client: Id<"client">; formers?: readonly Id<"client">[] }
  /** All that is the client's in some events. The client is told how many. */
  | { of: "events"; client: Id<"client">; events: readonly Id<"event">[] }
  /** Who acted in some events. */
  | { of: "actor"; actor: Id<"staff">; events: readonly Id<"event">[] };

const kinds = {
  client: "ledger.client_erased",
  events: "ledger.events_erased",
  actor: "ledger.actor_erased",
} as const;

export const listedKinds = Object.values(kinds);

/** An order as the erasure list keeps it: ids alone. Of events, each with its client or with who acted. */
export function linesOf(order: ErasureOrder, at: Date): Erasure[] {
  const kind = kinds[order.of];
  if (order.of === "client") {
    const formers = (order.formers ?? []).map((id, place) => [`former_${place + 1}`, id] as const);
    return [{ kind, at, ids: { client: order.client, ...Object.fromEntries(formers) } }];
  }
  const owner = order.of === "events" ? order.client : order.actor;
  const lines: Erasure[] = [];
  for (let start = 0; start < order.events.length; start += eventsALineMax) {
    const events = order.events.slice(start, start + eventsALineMax);
    lines.push({ kind, at, ids: Object.fromEntries(events.map((event) => [event, owner])) });
  }
  return lines;
}

/** The order that a line keeps. Throws for a line that isn't ours. */
export function orderFrom({ kind, ids }: Erasure): ErasureOrder {
  const events = Object.keys(ids).filter((key) => isId("event", key));
  const [owner = "", ...others] = new Set(Object.values(ids));
  const formers = others.filter((id) => isId("client", id));
  if (kind === kinds.client && isId("client", owner) && formers.length === others.length) {
    return { of: "client", client: owner, ...(formers.length > 0 && { formers }) };
  }
  if (others.length === 0 && kind === kinds.actor && isId("staff", owner)) {
    return { of: "actor", actor: owner, events };
  }
  if (others.length === 0 && kind === kinds.events && isId("client", owner)) {
    return { of: "events", client: owner, events };
  }
  throw new Error(`an erasure of kind ${kind} can't be read`);
}
