import {
  type Id,
  idFrom,
  nobody,
  type Queryable,
  type Transaction,
  timeOf,
  uuidOf,
} from "#platform";

/** An event that is to lose a part, and its client. */
export type Target = { event: Id<"event">; client: Id<"client"> | undefined };

/** Whose part of events: the client's, or that of who acted. */
export type Whose =
  | { part: "client"; owner: Id<"client"> }
  | { part: "actor"; owner: Id<"client"> | Id<"staff"> };

/**
 * Holds up whatever would meet an erasure until the transaction ends: roll-ups, other erasures, the clients' chains.
 * @returns the events that have this owner: of those asked for, or all
 */
export async function prepareErasure(
  transaction: Transaction,
  { part, owner }: Whose,
  events?: readonly Id<"event">[],
): Promise<Target[]> {
  const { rows } = await transaction.query<{ event: string; event_client: string }>(
    `select event, event_client from ledger.prepare_erasure($1::text, $2::uuid, $3::uuid[])
     order by event`,
    [part, uuidOf(owner), events?.map(uuidOf)],
  );
  return rows.map(({ event, event_client }) => ({
    event: idFrom("event", event),
    client: event_client === nobody ? undefined : idFrom("client", event_client),
  }));
}

/** Erases what the event `erasure` says, of these events. @returns how many lost the part */
export async function eraseEvents(
  transaction: Transaction,
  erasure: Id<"event">,
  { owner }: Whose,
  targets: readonly Target[],
): Promise<number> {
  const { rows } = await transaction.query<{ erased: string }>(
    `select ledger.erase($1::uuid, $2::timestamptz, $3::uuid, $4::uuid[], $5::timestamptz[],
       $6::uuid[]) as erased`,
    [
      uuidOf(erasure),
      timeOf(erasure),
      uuidOf(owner),
      targets.map(({ event }) => uuidOf(event)),
      targets.map(({ event }) => timeOf(event).toISOString()),
      targets.map(({ client }) => (client ? uuidOf(client) : nobody)),
    ],
  );
  return Number(rows[0]?.erased);
}

/** Forgets that there was such a client. It fails while an event names the client. */
export async function forgetClient(transaction: Transaction, client: Id<"client">): Promise<void> {
  await transaction.query("select ledger.forget_client($1::uuid)", [uuidOf(client)]);
}

type HoldRow = { client: string; event: string; reason: string; placed_at: Date };

export type Hold = { client: Id<"client">; hold: Id<"event">; reason: string; placedAt: Date };

/** The holds on these clients that nobody has lifted, the oldest first. */
export async function holdsOn(
  queryable: Queryable,
  clients: readonly Id<"client">[],
): Promise<Hold[]> {
  const { rows } = await queryable.query<HoldRow>(
    `select client, event, reason, placed_at from ledger.legal_holds
     where client = any ($1::uuid[]) and lifted_at is null order by placed_at, event`,
    [clients.map(uuidOf)],
  );
  return rows.map(holdFrom);
}

/** A hold that nobody has lifted, and who of the staff placed it, where that wasn't erased. */
export type StandingHold = Hold & { placedBy: Id<"staff"> | undefined };

/** The oldest of the holds that nobody has lifted: of all, on one client, or that one. */
export async function standingHolds(
  queryable: Queryable,
  { client, hold, limit }: { client?: Id<"client">; hold?: Id<"event">; limit: number },
): Promise<StandingHold[]> {
  const { rows } = await queryable.query<HoldRow & { placed_by: string | null }>(
    `select h.client, h.event, h.reason, h.placed_at,
       case when e.actor_kind = 'staff' then nullif(e.actor, $3::uuid) end as placed_by
     from ledger.legal_holds h
     left join ledger.events e on e.client = h.client and e.occurred_at = h.placed_at and e.id = h.event
     where h.lifted_at is null and ($1::uuid is null or h.client = $1::uuid)
       and ($2::uuid is null or h.event = $2::uuid)
     order by h.placed_at, h.event limit $4::integer`,
    [client && uuidOf(client), hold && uuidOf(hold), nobody, limit],
  );
  return rows.map((row) => ({
    ...holdFrom(row),
    placedBy: row.placed_by === null ? undefined : idFrom("staff", row.placed_by),
  }));
}

/** Waits for whoever places a hold on this client, and lets nobody place one until the transaction ends. */
export async function lockHolds(queryable: Queryable, client: Id<"client">): Promise<void> {
  await queryable.query("select ledger.lock_holds($1::uuid)", [uuidOf(client)]);
}

/** Places the hold that the event of kind ledger.hold_placed says. */
export async function insertHold(
  transaction: Transaction,
  client: Id<"client">,
  event: Id<"event">,
): Promise<void> {
  await transaction.query("select ledger.place_hold($1::uuid, $2::uuid, $3::timestamptz)", [
    uuidOf(client),
    uuidOf(event),
    timeOf(event),
  ]);
}

/** Lifts the hold that the event of kind ledger.hold_lifted says. @returns whether there was one to lift */
export async function endHold(
  transaction: Transaction,
  client: Id<"client">,
  hold: Id<"event">,
  event: Id<"event">,
): Promise<boolean> {
  const { rows } = await transaction.query<{ lifted: boolean }>(
    "select ledger.lift_hold($1::uuid, $2::uuid, $3::uuid, $4::timestamptz) as lifted",
    [uuidOf(client), uuidOf(hold), uuidOf(event), timeOf(event)],
  );
  return rows[0]?.lifted ?? false;
}

function holdFrom({ client, event, reason, placed_at: placedAt }: HoldRow): Hold {
  return { client: idFrom("client", client), hold: idFrom("event", event), reason, placedAt };
}
