import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { AccessFacts, FieldName } from "#policy";
import { type Contact, topicOf } from "../grant/index.ts";
import type { AccessRequest, RequestState } from "./request.ts";

const daySeconds = 86_400;

/** A client's contact with everything that the rules know of it for one viewer, but what was counted. */
export type FoundContact = {
  client: Id<"client">;
  ticket: Id<"ticket">;
  contact: Contact;
  freeze: AccessFacts["freeze"];
  clientClass: AccessFacts["clientClass"];
  /** Restricted fields that a second person agreed to. */
  agreed: readonly FieldName[];
};

type ContactRow = {
  client: string;
  topic: string;
  assignee: string | null;
  status: string;
  opened_at: Date;
  opening_statement: string | null;
  opening_signature: Buffer | null;
  is_bound: boolean;
  freeze: AccessFacts["freeze"];
  class: AccessFacts["clientClass"] | null;
  agreed: FieldName[];
};

/** Undefined for a ticket that no client has. */
export async function contactOf(
  queryable: Queryable,
  ticket: Id<"ticket">,
  viewer: Id<"staff">,
  now: Date,
): Promise<FoundContact | undefined> {
  const { rows } = await queryable.query<ContactRow>(
    `select t.client, t.topic, t.assignee, t.status, t.opened_at, t.opening_statement,
       t.opening_signature, t.is_bound, k.class,
       coalesce((select case when bool_or(z.client is null) then 'all' else 'client' end from vault.freezes z
         where z.staff = $2::uuid and z.lifted_at is null and (z.client is null or z.client = t.client)
         having count(*) > 0), 'none') as freeze,
       array(select unnest(p.fields) from vault.passes p where p.client = t.client and p.kind = 'restricted'
         and p.staff = $2::uuid and p.ticket = t.ticket and p.until > $3::timestamptz) as agreed
     from tickets.door_contacts t left join vault.clients k on k.client = t.client
     where t.ticket = $1::uuid`,
    [uuidOf(ticket), uuidOf(viewer), now],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { opening_statement: statement, opening_signature: signature } = row;
  return {
    client: idFrom("client", row.client),
    ticket,
    contact: {
      topic: topicOf(row.topic, statement),
      assignee: row.assignee ? idFrom("staff", row.assignee) : undefined,
      isOpen: row.status !== "solved" && row.status !== "closed",
      openedAt: row.opened_at,
      opening: statement && signature ? { statement, signature } : undefined,
      isBound: row.is_bound,
    },
    freeze: row.freeze,
    clientClass: row.class ?? "ordinary",
    agreed: row.agreed,
  };
}

type RequestRow = {
  client: string;
  id: string;
  ticket: string;
  reference: string;
  status: string;
  asked_by: string;
  team: string;
  employer: string;
  asked_at: Date;
  purpose: string;
  fields: FieldName[];
  answer_until: Date;
  approved_at: Date | null;
  declined_at: Date | null;
  withdrawn_at: Date | null;
  ended_at: Date | null;
  until: Date | null;
  statement: string | null;
  signature: Buffer | null;
};

/** What a client was asked, the newest first: in one ticket, or in all. */
export async function requestsOf(
  queryable: Queryable,
  client: Id<"client">,
  countMax: number,
  now: Date,
  ticket?: Id<"ticket">,
): Promise<AccessRequest[]> {
  const { rows } = await queryable.query<RequestRow>(
    `select r.client, r.id, r.ticket, t.reference, t.status, r.asked_by, r.team, r.employer, r.asked_at, r.purpose, r.fields,
       r.answer_until, r.approved_at, r.declined_at, r.withdrawn_at, r.ended_at, r.until, r.statement, r.signature
     from vault.requests r join tickets.door_contacts t on t.client = r.client and t.ticket = r.ticket
     where r.client = $1::uuid and ($3::uuid is null or r.ticket = $3::uuid)
     order by r.asked_at desc, r.id desc limit $2::integer`,
    [uuidOf(client), countMax, ticket && uuidOf(ticket)],
  );
  return rows.map((row) => requestFrom(row, now));
}

/** One of them, held until the transaction ends, with what the client's authenticator is asked to sign. */
export async function holdRequest(
  joining: Transaction,
  client: Id<"client">,
  id: Id<"grant">,
  now: Date,
): Promise<{ request: AccessRequest; draft: string | undefined } | undefined> {
  const { rows } = await joining.query<RequestRow & { draft: string | null }>(
    `select r.client, r.id, r.ticket, t.reference, t.status, r.asked_by, r.team, r.employer, r.asked_at, r.purpose, r.fields,
       r.answer_until, r.approved_at, r.declined_at, r.withdrawn_at, r.ended_at, r.until, r.statement, r.signature, r.draft
     from vault.requests r join tickets.door_contacts t on t.client = r.client and t.ticket = r.ticket
     where r.client = $1::uuid and r.id = $2::uuid for update of r`,
    [uuidOf(client), uuidOf(id)],
  );
  const [row] = rows;
  return row && { request: requestFrom(row, now), draft: row.draft ?? undefined };
}

/** How often a client was asked within the last day. */
export async function askedWithinDay(
  queryable: Queryable,
  client: Id<"client">,
  now: Date,
): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    `select count(*)::integer as count from vault.requests where client = $1::uuid and asked_at > $2::timestamptz`,
    [uuidOf(client), new Date(now.getTime() - daySeconds * 1_000)],
  );
  return rows[0]?.count ?? 0;
}

export async function insertRequest(
  joining: Transaction,
  request: Omit<AccessRequest, "state" | "reference">,
  answerUntil: Date,
): Promise<void> {
  await joining.query(
    `insert into vault.requests (client, id, ticket, asked_by, team, employer, asked_at, purpose, fields, answer_until)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::text, $7::timestamptz, $8::text, $9::text[],
       $10::timestamptz)`,
    [
      uuidOf(request.client),
      uuidOf(request.id),
      uuidOf(request.ticket),
      uuidOf(request.askedBy),
      request.team,
      request.employer,
      request.askedAt,
      request.purpose,
      request.fields,
      answerUntil,
    ],
  );
}

type Key = Pick<AccessRequest, "client" | "id">;

export async function keepDraft(joining: Transaction, { client, id }: Key, draft: string) {
  await joining.query(
    "update vault.requests set draft = $3::text where client = $1::uuid and id = $2::uuid",
    [uuidOf(client), uuidOf(id), draft],
  );
}

/** @param until how long what was approved may be seen */
export async function saveApproved(
  joining: Transaction,
  { client, id }: Key,
  { statement, signature }: { statement: string; signature: Uint8Array },
  until: Date,
  now: Date,
): Promise<void> {
  await joining.query(
    `update vault.requests set approved_at = $3::timestamptz, until = $4::timestamptz, statement = $5::text,
       signature = $6::bytea, draft = null
     where client = $1::uuid and id = $2::uuid`,
    [uuidOf(client), uuidOf(id), now, until, statement, signature],
  );
}

export async function saveDeclined(joining: Transaction, { client, id }: Key, now: Date) {
  await joining.query(
    `update vault.requests set declined_at = $3::timestamptz, draft = null where client = $1::uuid and id = $2::uuid`,
    [uuidOf(client), uuidOf(id), now],
  );
}

/** What proved the approval goes: no row brings it back. */
export async function saveWithdrawn(joining: Transaction, { client, id }: Key, now: Date) {
  await joining.query(
    `update vault.requests set withdrawn_at = $3::timestamptz, statement = null, signature = null
     where client = $1::uuid and id = $2::uuid`,
    [uuidOf(client), uuidOf(id), now],
  );
}

/**
 * What a client was asked in a ticket ends: of an approval the proof goes, and no row brings it back; what isn't answered yet
 * can't be any more.
 */
export async function endRequests(
  joining: Transaction,
  { requester, id }: { requester: { id: Id<"client"> }; id: Id<"ticket"> },
  now: Date,
): Promise<void> {
  await joining.query(
    `update vault.requests set ended_at = case when approved_at is not null then $3::timestamptz end,
       answer_until = least(answer_until, $3::timestamptz), statement = null, signature = null, draft = null
     where client = $1::uuid and ticket = $2::uuid
       and (signature is not null or num_nonnulls(approved_at, declined_at) = 0)`,
    [uuidOf(requester.id), uuidOf(id), now],
  );
}

/** In which ticket a client was asked, and by whom. */
export async function askedOf(
  queryable: Queryable,
  client: Id<"client">,
  id: Id<"grant">,
): Promise<{ ticket: Id<"ticket">; by: Id<"staff"> } | undefined> {
  const { rows } = await queryable.query<{ ticket: string; asked_by: string }>(
    "select ticket, asked_by from vault.requests where client = $1::uuid and id = $2::uuid",
    [uuidOf(client), uuidOf(id)],
  );
  const [row] = rows;
  return row && { ticket: idFrom("ticket", row.ticket), by: idFrom("staff", row.asked_by) };
}

function requestFrom(row: RequestRow, now: Date): AccessRequest {
  return {
    id: idFrom("grant", row.id),
    client: idFrom("client", row.client),
    ticket: idFrom("ticket", row.ticket),
    reference: row.reference,
    askedBy: idFrom("staff", row.asked_by),
    team: row.team,
    employer: row.employer,
    askedAt: row.asked_at,
    purpose: row.purpose,
    fields: row.fields,
    state: stateFrom(row, now),
  };
}

/** It ends with its ticket, also when that is opened again, and when somebody else has that. */
function stateFrom(row: RequestRow, now: Date): RequestState {
  const { withdrawn_at, ended_at, declined_at, approved_at: at, until, statement, signature } = row;
  if (withdrawn_at) return { is: "withdrawn", at: withdrawn_at };
  if (declined_at) return { is: "declined", at: declined_at };
  const isOpen = row.status !== "solved" && row.status !== "closed";
  if (at && until) {
    if (ended_at && ended_at < until) return { is: "ended", at: ended_at };
    return statement && signature && isOpen && until > now
      ? { is: "approved", at, until, evidence: { statement, signature } }
      : { is: "ended", at: until };
  }
  const { answer_until: answerUntil } = row;
  return { is: isOpen && answerUntil > now ? "asked" : "unanswered", until: answerUntil };
}
