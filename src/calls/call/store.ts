import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Topic } from "#tickets";
import type { Channel } from "../leg/index.ts";
import type { Call, CallState, Feedback, Outcome } from "./call.ts";

type CallRow = {
  client: string;
  id: string;
  topic: Topic;
  language: string;
  channel: Channel;
  time_zone: string;
  asked_at: Date;
  session: string;
  device_since: Date | null;
  agent: string;
  starts_at: Date;
  sequence: number;
  statement: string;
  signature: Buffer;
  ticket: string | null;
  ended_at: Date | null;
  outcome: Outcome | null;
  ended_by_kind: "client" | "staff" | "system" | null;
  was_right: boolean | null;
  asked_for: string[] | null;
  said_at: Date | null;
};

/** @returns false when the client has an open call already, or somebody was first to this agent's time */
export async function insertCall(joining: Transaction, call: Call): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into calls.calls (client, id, topic, language, channel, time_zone, asked_at, session, device_since, agent,
       starts_at, sequence, statement, signature)
     values ($1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::text, $7::timestamptz, $8::uuid, $9::timestamptz,
       $10::uuid, $11::timestamptz, $12::integer, $13::text, $14::bytea)
     on conflict do nothing`,
    [
      uuidOf(call.client),
      uuidOf(call.id),
      call.topic,
      call.language,
      call.channel,
      call.timeZone,
      call.askedAt,
      uuidOf(call.session),
      call.deviceSince,
      uuidOf(call.agent),
      call.startsAt,
      call.sequence,
      call.asking.statement,
      call.asking.signature,
    ],
  );
  return rowCount === 1;
}

/** What an agent is called on calls from now on, unless that is said already. @returns whether nobody else is called so */
export async function insertAlias(
  joining: Transaction,
  staff: Id<"staff">,
  alias: string,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into calls.agents (staff, alias) values ($1::uuid, $2::text)
     on conflict do nothing`,
    [uuidOf(staff), alias],
  );
  return rowCount === 1;
}

export async function aliasOf(
  queryable: Queryable,
  staff: Id<"staff">,
): Promise<string | undefined> {
  const { rows } = await queryable.query<{ alias: string }>(
    "select alias from calls.agents where staff = $1::uuid",
    [uuidOf(staff)],
  );
  return rows[0]?.alias;
}

/** A call as it is, held until the transaction ends. */
export async function holdCall(
  joining: Transaction,
  { client, id }: Pick<Call, "client" | "id">,
): Promise<Call | undefined> {
  const { rows } = await joining.query<CallRow>(
    `select client, id, topic, language, channel, time_zone, asked_at, session, device_since, agent, starts_at, sequence,
       statement, signature, ticket, ended_at, outcome, ended_by_kind, was_right, asked_for, said_at
     from calls.calls where client = $1::uuid and id = $2::uuid for update`,
    [uuidOf(client), uuidOf(id)],
  );
  return rows.map(callFrom)[0];
}

/** A call by its id alone: for staff, whose pages name no client. */
export async function callById(queryable: Queryable, id: Id<"call">): Promise<Call | undefined> {
  const { rows } = await queryable.query<CallRow>(
    `select client, id, topic, language, channel, time_zone, asked_at, session, device_since, agent, starts_at, sequence,
       statement, signature, ticket, ended_at, outcome, ended_by_kind, was_right, asked_for, said_at
     from calls.calls where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows.map(callFrom)[0];
}

/** A client's calls, the newest first. */
export async function callsOf(
  queryable: Queryable,
  client: Id<"client">,
  most: number,
): Promise<Call[]> {
  const { rows } = await queryable.query<CallRow>(
    `select client, id, topic, language, channel, time_zone, asked_at, session, device_since, agent, starts_at, sequence,
       statement, signature, ticket, ended_at, outcome, ended_by_kind, was_right, asked_for, said_at
     from calls.calls where client = $1::uuid order by ended_at is null desc, starts_at desc limit $2::integer`,
    [uuidOf(client), most],
  );
  return rows.map(callFrom);
}

/** Every call that begins within a time and wasn't cancelled, by its time. */
export async function callsBetween(queryable: Queryable, from: Date, to: Date): Promise<Call[]> {
  const { rows } = await queryable.query<CallRow>(
    `select client, id, topic, language, channel, time_zone, asked_at, session, device_since, agent, starts_at, sequence,
       statement, signature, ticket, ended_at, outcome, ended_by_kind, was_right, asked_for, said_at
     from calls.calls where starts_at >= $1::timestamptz and starts_at < $2::timestamptz
       and outcome is distinct from 'cancelled' order by starts_at, id`,
    [from, to],
  );
  return rows.map(callFrom);
}

/** The calls drawn for an agent that have no outcome yet. */
export async function openCallsOf(
  queryable: Queryable,
  agent: Id<"staff">,
): Promise<Pick<Call, "client" | "id">[]> {
  const { rows } = await queryable.query<{ client: string; id: string }>(
    "select client, id from calls.calls where agent = $1::uuid and ended_at is null order by starts_at",
    [uuidOf(agent)],
  );
  return rows.map(({ client, id }) => ({
    client: idFrom("client", client),
    id: idFrom("call", id),
  }));
}

/** Open calls that should have begun before then. */
export async function openCallsBefore(
  queryable: Queryable,
  before: Date,
): Promise<Pick<Call, "client" | "id">[]> {
  const { rows } = await queryable.query<{ client: string; id: string }>(
    "select client, id from calls.calls where starts_at < $1::timestamptz and ended_at is null order by starts_at limit 500",
    [before],
  );
  return rows.map(({ client, id }) => ({
    client: idFrom("client", client),
    id: idFrom("call", id),
  }));
}

/**
 * Books a held call anew: another time, or another agent.
 * @returns false when somebody was first to this agent's time; the transaction goes on
 */
export async function saveBooking(
  joining: Transaction,
  {
    client,
    id,
    agent,
    startsAt,
    timeZone,
    sequence,
  }: Pick<Call, "client" | "id" | "agent" | "startsAt" | "timeZone" | "sequence">,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update calls.calls set agent = $3::uuid, starts_at = $4::timestamptz, sequence = $5::integer, time_zone = $6::text
     where client = $1::uuid and id = $2::uuid and ended_at is null and not exists (select from calls.calls o
       where o.agent = $3::uuid and o.starts_at = $4::timestamptz and o.ended_at is null
         and (o.client, o.id) <> ($1::uuid, $2::uuid))`,
    [uuidOf(client), uuidOf(id), uuidOf(agent), startsAt, sequence, timeZone],
  );
  return rowCount === 1;
}

export async function saveState(
  joining: Transaction,
  { client, id, sequence }: Pick<Call, "client" | "id" | "sequence">,
  state: Extract<CallState, { is: "ended" }>,
): Promise<void> {
  await joining.query(
    `update calls.calls set ended_at = $3::timestamptz, outcome = $4::text, ended_by_kind = $5::text,
       sequence = $6::integer
     where client = $1::uuid and id = $2::uuid and ended_at is null`,
    [uuidOf(client), uuidOf(id), state.at, state.outcome, state.by, sequence],
  );
}

export async function saveTicketOf(
  joining: Transaction,
  { client, id }: Pick<Call, "client" | "id">,
  ticket: Id<"ticket">,
): Promise<void> {
  await joining.query(
    "update calls.calls set ticket = $3::uuid where client = $1::uuid and id = $2::uuid",
    [uuidOf(client), uuidOf(id), uuidOf(ticket)],
  );
}

/** @returns false when something was said already */
export async function saveFeedback(
  joining: Transaction,
  { client, id }: Pick<Call, "client" | "id">,
  { at, wasRight, askedFor }: Feedback,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update calls.calls set said_at = $3::timestamptz, was_right = $4::boolean, asked_for = $5::text[]
     where client = $1::uuid and id = $2::uuid and said_at is null`,
    [uuidOf(client), uuidOf(id), at, wasRight, askedFor],
  );
  return rowCount === 1;
}

function callFrom(row: CallRow): Call {
  const { said_at: saidAt, was_right: wasRight, asked_for: askedFor } = row;
  return {
    client: idFrom("client", row.client),
    id: idFrom("call", row.id),
    topic: row.topic,
    language: row.language,
    channel: row.channel,
    timeZone: row.time_zone,
    askedAt: row.asked_at,
    session: idFrom("session", row.session),
    deviceSince: row.device_since ?? undefined,
    agent: idFrom("staff", row.agent),
    startsAt: row.starts_at,
    sequence: row.sequence,
    asking: { statement: row.statement, signature: row.signature },
    ticket: row.ticket === null ? undefined : idFrom("ticket", row.ticket),
    state: stateFrom(row),
    said:
      saidAt && wasRight !== null ? { at: saidAt, wasRight, askedFor: askedFor ?? [] } : undefined,
  };
}

function stateFrom({ ended_at: at, outcome, ended_by_kind: by }: CallRow): CallState {
  return at && outcome && by ? { is: "ended", at, outcome, by } : { is: "booked" };
}
