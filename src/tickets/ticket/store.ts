import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Frozen } from "../frozen.ts";
import { requesterFrom, type TicketRow, ticketFrom } from "./row.ts";
import type { Ticket } from "./ticket.ts";
import type { Queue } from "./topic.ts";

export async function insertTicket(joining: Transaction, ticket: Ticket): Promise<void> {
  const { requester, opening, status, name } = ticket;
  await joining.query(
    `insert into tickets.tickets (client, id, reference, requester_kind, topic, queue, language, priority, tags,
       key_ciphertext, name_salt, name_sealed, opened_at, opened_via, opened_session, opened_proof, opened_proven_at,
       status, status_since, status_by_kind, status_by, waiting_since, updated_at, opening_statement,
       opening_signature, given_priority)
     values ($1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::text, $7::text, $8::text, $9::text[],
       $10::bytea, $11::bytea, $12::bytea, $13::timestamptz, $14::text, $15::uuid, $16::text, $17::timestamptz,
       $18::text, $19::timestamptz, $20::text, $21::uuid, $22::timestamptz, $23::timestamptz, $24::text,
       $25::bytea, $26::text)`,
    [
      uuidOf(requester.id),
      uuidOf(ticket.id),
      ticket.reference,
      requester.is,
      ticket.topic,
      ticket.queue,
      ticket.language,
      ticket.priority,
      ticket.tags,
      ticket.keyCiphertext,
      name?.salt,
      name?.sealed,
      ticket.openedAt,
      opening.via,
      opening.session && uuidOf(opening.session),
      opening.proven?.by,
      opening.proven?.at,
      status.is,
      status.since,
      status.by.is,
      status.by.is === "system" ? null : uuidOf(status.by.id),
      ticket.waitingSince,
      ticket.updatedAt,
      ticket.act?.statement,
      ticket.act?.signature,
      ticket.given.priority,
    ],
  );
}

/**
 * Writes everything of a held ticket that changes; its revision is one more. That it ended stays written down: what its
 * opening and what was approved before let staff see ends there, also when the ticket is opened again. The opening's proof goes
 * when the ticket ends or is transferred: no row that somebody changes later brings it back.
 */
export async function updateTicket(joining: Transaction, ticket: Ticket, now: Date): Promise<void> {
  const { requester, status, assignee } = ticket;
  await joining.query(
    `update tickets.tickets set queue = $3::text, priority = $4::text, tags = $5::text[], status = $6::text,
       status_since = $7::timestamptz, status_by_kind = $8::text, status_by = $9::uuid, merged_into = $10::uuid,
       assignee = $11::uuid, assigned_at = $12::timestamptz, first_replied_at = $13::timestamptz,
       waiting_since = $14::timestamptz, revision = revision + 1, updated_at = $15::timestamptz,
       given_away_by = $16::uuid[], into_revision = $17::integer, open_before = $18::text,
       given_priority = $19::text, given_revision = $20::integer, settled_revision = $21::integer,
       settled_before = $22::integer,
       ended_at = case when $6::text in ('solved', 'closed') then $15::timestamptz else ended_at end,
       opening_signature = case when $6::text in ('solved', 'closed') or cardinality($16::uuid[]) > 0 then null
         else opening_signature end
     where client = $1::uuid and id = $2::uuid`,
    [
      uuidOf(requester.id),
      uuidOf(ticket.id),
      ticket.queue,
      ticket.priority,
      ticket.tags,
      status.is,
      status.since,
      status.by.is,
      status.by.is === "system" ? null : uuidOf(status.by.id),
      status.is === "closed" && status.into ? uuidOf(status.into) : null,
      assignee && uuidOf(assignee.staff),
      assignee?.since,
      ticket.firstRepliedAt,
      ticket.waitingSince,
      now,
      ticket.givenAwayBy.map(uuidOf),
      status.is === "closed" ? status.intoRevision : null,
      status.is === "open" ? status.before : null,
      ticket.given.priority,
      ticket.given.revision,
      ticket.settledRevision,
      status.is === "open" ? status.settledBefore : null,
    ],
  );
}

export async function ticketById(
  queryable: Queryable,
  id: Id<"ticket">,
): Promise<Ticket | undefined> {
  const { rows } = await queryable.query<TicketRow>(
    `select client, id, reference, requester_kind, topic, queue, language, priority, tags, key_ciphertext, name_salt,
       name_sealed, opened_at, opened_via, opened_session, opened_proof, opened_proven_at, status, status_since,
       status_by_kind, status_by, merged_into, assignee, assigned_at, first_replied_at, waiting_since, revision,
       updated_at, given_away_by, into_revision, open_before, given_priority, given_revision, settled_revision,
       settled_before
     from tickets.tickets where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0] && ticketFrom(rows[0]);
}

/**
 * The same, and until the transaction ends nobody else changes it. Whoever acts in tickets holds them before the first event of their
 * requester: who did it the other way round would wait for who waits for that.
 */
export async function holdTicket(
  joining: Transaction,
  { requester, id }: Pick<Ticket, "requester" | "id">,
): Promise<Ticket> {
  const { rows } = await joining.query<TicketRow>(
    `select client, id, reference, requester_kind, topic, queue, language, priority, tags, key_ciphertext, name_salt,
       name_sealed, opened_at, opened_via, opened_session, opened_proof, opened_proven_at, status, status_since,
       status_by_kind, status_by, merged_into, assignee, assigned_at, first_replied_at, waiting_since, revision,
       updated_at, given_away_by, into_revision, open_before, given_priority, given_revision, settled_revision,
       settled_before
     from tickets.tickets where client = $1::uuid and id = $2::uuid for update`,
    [uuidOf(requester.id), uuidOf(id)],
  );
  if (!rows[0]) throw new Error(`there is no ${id}`);
  return ticketFrom(rows[0]);
}

/** A requester's tickets, the newest first, from one on or from the newest: all, or those alone that are open or over. */
export async function ticketsOf(
  queryable: Queryable,
  requester: Id<"client">,
  countMax: number,
  before?: Id<"ticket">,
  which?: "live" | "over",
): Promise<Ticket[]> {
  const { rows } = await queryable.query<TicketRow>(
    `select client, id, reference, requester_kind, topic, queue, language, priority, tags, key_ciphertext, name_salt,
       name_sealed, opened_at, opened_via, opened_session, opened_proof, opened_proven_at, status, status_since,
       status_by_kind, status_by, merged_into, assignee, assigned_at, first_replied_at, waiting_since, revision,
       updated_at, given_away_by, into_revision, open_before, given_priority, given_revision, settled_revision,
       settled_before
     from tickets.tickets where client = $1::uuid and ($3::uuid is null or id < $3::uuid)
       and ($4::boolean is null or (status not in ('solved', 'closed')) = $4::boolean)
     order by id desc limit $2::integer`,
    [uuidOf(requester), countMax, before && uuidOf(before), which && which === "live"],
  );
  return rows.map(ticketFrom);
}

/** Tickets that go on in one, by themselves or through others, the oldest first. */
export async function mergedTickets(
  queryable: Queryable,
  { requester, id }: Pick<Ticket, "requester" | "id">,
): Promise<Ticket[]> {
  const { rows } = await queryable.query<TicketRow>(
    `with recursive merged (ticket) as (
       select $2::uuid
       union
       select t.id from tickets.tickets t join merged on t.client = $1::uuid and t.merged_into = merged.ticket)
     select client, id, reference, requester_kind, topic, queue, language, priority, tags, key_ciphertext, name_salt,
       name_sealed, opened_at, opened_via, opened_session, opened_proof, opened_proven_at, status, status_since,
       status_by_kind, status_by, merged_into, assignee, assigned_at, first_replied_at, waiting_since, revision,
       updated_at, given_away_by, into_revision, open_before, given_priority, given_revision, settled_revision,
       settled_before
     from tickets.tickets where client = $1::uuid and id in (select ticket from merged) and id <> $2::uuid
     order by opened_at, id`,
    [uuidOf(requester.id), uuidOf(id)],
  );
  return rows.map(ticketFrom);
}

/**
 * All tickets, the newest first, from one on or from the newest: for the firm's own systems. Who told of an offer is
 * told to no system.
 */
export async function allTickets(
  queryable: Queryable,
  countMax: number,
  before?: Id<"ticket">,
): Promise<Ticket[]> {
  const { rows } = await queryable.query<TicketRow>(
    `select client, id, reference, requester_kind, topic, queue, language, priority, tags, key_ciphertext, name_salt,
       name_sealed, opened_at, opened_via, opened_session, opened_proof, opened_proven_at, status, status_since,
       status_by_kind, status_by, merged_into, assignee, assigned_at, first_replied_at, waiting_since, revision,
       updated_at, given_away_by, into_revision, open_before, given_priority, given_revision, settled_revision,
       settled_before
     from tickets.tickets where topic <> 'approach' and ($2::uuid is null or id < $2::uuid)
     order by id desc limit $1::integer`,
    [countMax, before && uuidOf(before)],
  );
  return rows.map(ticketFrom);
}

/** Whose tickets are listed, of which queue, and after which one of the list. */
export type Listed = {
  assignee?: Id<"staff"> | undefined;
  queue?: Queue | undefined;
  after?: Pick<Ticket, "id" | "waitingSince"> | undefined;
  /** Of who looks: what a freeze keeps from that person isn't listed. */
  freezes?: readonly Frozen[];
};

/** What is still to be done; who waits longest stands first, and who waits for nothing last. */
export async function liveTickets(
  queryable: Queryable,
  countMax: number,
  { assignee, queue, after, freezes = [] }: Listed = {},
): Promise<Ticket[]> {
  const { rows } = await queryable.query<TicketRow>(
    `select client, id, reference, requester_kind, topic, queue, language, priority, tags, key_ciphertext, name_salt,
       name_sealed, opened_at, opened_via, opened_session, opened_proof, opened_proven_at, status, status_since,
       status_by_kind, status_by, merged_into, assignee, assigned_at, first_replied_at, waiting_since, revision,
       updated_at, given_away_by, into_revision, open_before, given_priority, given_revision, settled_revision,
       settled_before
     from tickets.tickets t
     where status not in ('solved', 'closed') and ($2::uuid is null or assignee = $2::uuid)
       and not exists (select from unnest($6::uuid[]) f (client) where coalesce(f.client, t.client) = t.client)
       and ($3::text is null or queue = $3::text)
       and ($5::uuid is null or (coalesce(waiting_since, 'infinity'::timestamptz), id)
         > (coalesce($4::timestamptz, 'infinity'::timestamptz), $5::uuid))
     order by coalesce(waiting_since, 'infinity'::timestamptz), id limit $1::integer`,
    [
      ...[countMax, assignee && uuidOf(assignee), queue, after?.waitingSince],
      ...[after && uuidOf(after.id), freezes.map(({ client }) => client && uuidOf(client))],
    ],
  );
  return rows.map(ticketFrom);
}

/** Tickets that were solved before a time and lie still since. */
export async function solvedBefore(
  queryable: Queryable,
  before: Date,
  countMax: number,
): Promise<Pick<Ticket, "id" | "requester">[]> {
  const { rows } = await queryable.query<Pick<TicketRow, "client" | "id" | "requester_kind">>(
    `select client, id, requester_kind from tickets.tickets
     where status = 'solved' and status_since < $1::timestamptz order by id limit $2::integer`,
    [before, countMax],
  );
  return rows.map((row) => ({ id: idFrom("ticket", row.id), requester: requesterFrom(row) }));
}

/**
 * Something that stands beside a ticket has changed: pages that show it are told, as of a change of its own. Without a ticket
 * each of the client's, or of these clients', is meant, whatever became of it, in the order of their ids.
 */
export async function touchTicket(
  joining: Transaction,
  { client, ticket }: { client: Id<"client"> | readonly Id<"client">[]; ticket?: Id<"ticket"> },
  now: Date,
): Promise<void> {
  await joining.query(
    `with held as (select client, id from tickets.tickets
       where client = any ($1::uuid[]) and ($2::uuid is null or id = $2::uuid) order by id for no key update)
     update tickets.tickets t set revision = revision + 1, updated_at = $3::timestamptz
     from held h where t.client = h.client and t.id = h.id`,
    [[client].flat().map(uuidOf), ticket && uuidOf(ticket), now],
  );
}

/** The same for several at once, taken in the order of their ids, as by everybody who takes many. */
export async function touchTickets(
  joining: Transaction,
  tickets: readonly Id<"ticket">[],
  now: Date,
): Promise<void> {
  await joining.query(
    `with held as (select client, id from tickets.tickets where id = any ($1::uuid[]) order by id for no key update)
     update tickets.tickets t set revision = revision + 1, updated_at = $2::timestamptz
     from held h where t.client = h.client and t.id = h.id`,
    [tickets.map(uuidOf), now],
  );
}

export type TicketChange = {
  id: Id<"ticket">;
  requester: Id<"client">;
  assignee: Id<"staff"> | undefined;
  revision: number;
};

/** Which tickets changed since a time. */
export async function changedSince(queryable: Queryable, since: Date): Promise<TicketChange[]> {
  const { rows } = await queryable.query<
    Pick<TicketRow, "client" | "id" | "assignee" | "revision">
  >(
    `select client, id, assignee, revision from tickets.tickets where updated_at >= $1::timestamptz`,
    [since],
  );
  return rows.map(({ client, id, assignee, revision }) => ({
    id: idFrom("ticket", id),
    requester: idFrom("client", client),
    assignee: assignee === null ? undefined : idFrom("staff", assignee),
    revision,
  }));
}

/** What somebody still has to do, held in the order of the ids. */
export async function holdTicketsOf(joining: Transaction, staff: Id<"staff">): Promise<Ticket[]> {
  const { rows } = await joining.query<TicketRow>(
    `select client, id, reference, requester_kind, topic, queue, language, priority, tags, key_ciphertext, name_salt,
       name_sealed, opened_at, opened_via, opened_session, opened_proof, opened_proven_at, status, status_since,
       status_by_kind, status_by, merged_into, assignee, assigned_at, first_replied_at, waiting_since, revision,
       updated_at, given_away_by, into_revision, open_before, given_priority, given_revision, settled_revision,
       settled_before
     from tickets.tickets
     where assignee = $1::uuid and status not in ('solved', 'closed') order by id for no key update`,
    [uuidOf(staff)],
  );
  return rows.map(ticketFrom);
}

/** Deletes everything that a client asked and was answered. */
export async function eraseTickets(joined: Transaction, client: Id<"client">): Promise<void> {
  const owner = [uuidOf(client)];
  await joined.query("delete from tickets.writers where client = $1::uuid", owner);
  await joined.query("delete from tickets.stopped_messages where client = $1::uuid", owner);
  await joined.query("delete from tickets.messages where client = $1::uuid", owner);
  await joined.query("delete from tickets.tickets where client = $1::uuid", owner);
  await joined.query("delete from tickets.guest_visits where client = $1::uuid", owner);
  await joined.query("delete from tickets.links where client = $1::uuid", owner);
  await joined.query("delete from tickets.unproven where client = $1::uuid", owner);
  await joined.query("delete from tickets.addresses where client = $1::uuid", owner);
}
