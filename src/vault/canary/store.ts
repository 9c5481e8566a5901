import type { StaffMember } from "#accounts";
import { hourMs, type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { FieldName } from "#policy";
import type { Question } from "./line.ts";

/** Somebody who joined in a transaction that was committed late is still found. */
const overlapMs = hourMs;

export type NewCanary = {
  client: Id<"client">;
  class: "ordinary" | "exposed";
  emailForm: string | undefined;
  spare: readonly string[];
  questions: readonly Question[];
  placedBy: Id<"staff"> | undefined;
  contactAt: Date | undefined;
};

export async function insertCanary(
  joining: Transaction,
  canary: NewCanary,
  now: Date,
): Promise<void> {
  const { client, emailForm, spare, questions, placedBy, contactAt } = canary;
  await joining.query(
    `insert into vault.clients (client, class, added_at, updated_at)
     values ($1::uuid, $2::text, $3::timestamptz, $3::timestamptz)`,
    [uuidOf(client), canary.class, now],
  );
  await joining.query(
    `insert into vault.canaries (client, placed_at, placed_by, email_form, spare_phones, decoys_until, questions,
       contact_at)
     values ($1::uuid, $2::timestamptz, $3::uuid, $4::text, $5::text[], $2::timestamptz, $6::jsonb, $7::timestamptz)`,
    [
      ...[uuidOf(client), now, placedBy && uuidOf(placedBy), emailForm, spare],
      ...[JSON.stringify(questions), contactAt],
    ],
  );
}

export type PlacedCanary = {
  client: Id<"client">;
  placedAt: Date;
  /** How many people see values of their own, and how many numbers are left for those who join. */
  viewers: number;
  spare: number;
  contactAt: Date | undefined;
};

/** Every canary, without a value. */
export async function placedCanaries(queryable: Queryable): Promise<PlacedCanary[]> {
  const { rows } = await queryable.query<{
    client: string;
    placed_at: Date;
    viewers: number;
    spare: number;
    contact_at: Date | null;
  }>(
    `select c.client, c.placed_at, cardinality(c.spare_phones) as spare, c.contact_at,
       (select count(distinct f.viewer)::integer from vault.fields f
        where f.client = c.client and f.viewer is not null and f.valid_to is null) as viewers
     from vault.canaries c order by c.placed_at, c.client`,
  );
  return rows.map(({ client, placed_at: placedAt, contact_at: contactAt, viewers, spare }) => ({
    ...{ client: idFrom("client", client), placedAt, viewers, spare },
    contactAt: contactAt ?? undefined,
  }));
}

/** How many clients there are in the vault, canaries among them. */
export async function countClients(queryable: Queryable): Promise<number> {
  const { rows } = await queryable.query<{ count: string }>(
    "select count(*) as count from vault.clients",
  );
  return Number(rows[0]?.count);
}

/** The canaries that somebody of these may have no decoys of: each with until when those were made. */
export async function withJoiners(
  queryable: Queryable,
  people: readonly Pick<StaffMember, "id" | "joinedAt">[],
  most: number,
): Promise<{ client: Id<"client">; since: Date }[]> {
  const { rows } = await queryable.query<{ client: string; decoys_until: Date }>(
    `select c.client, c.decoys_until from vault.canaries c
     where (c.email_form is not null or c.spare_phones <> '{}')
       and exists (select from unnest($1::uuid[], $2::timestamptz[]) as s (staff, joined_at)
         where s.joined_at > c.decoys_until - make_interval(secs => $3::double precision)
           and not exists (select from vault.fields f
             where f.client = c.client and f.viewer = s.staff and f.valid_to is null))
     order by c.client limit $4::integer`,
    [
      people.map(({ id }) => uuidOf(id)),
      people.map(({ joinedAt }) => joinedAt),
      overlapMs / 1_000,
      most,
    ],
  );
  return rows.map((row) => ({ client: idFrom("client", row.client), since: row.decoys_until }));
}

/** Of what decoys of a canary are made now. It throws an Error for what is none. */
export async function decoyedCanary(queryable: Queryable, client: Id<"client">) {
  const { rows } = await queryable.query<{
    email_form: string | null;
    spare_phones: string[];
    next: number;
  }>(
    `select c.email_form, c.spare_phones,
       (select coalesce(max(f.version), 0) + 1 from vault.fields f where f.client = c.client) as next
     from vault.canaries c where c.client = $1::uuid`,
    [uuidOf(client)],
  );
  const [row] = rows;
  if (!row) throw new Error(`${client} is no canary`);
  return {
    ...{ client, phones: row.spare_phones, next: row.next },
    emailForm: row.email_form ?? undefined,
  };
}

/** Who sees values of the own of a canary. */
export async function decoysTaken(
  queryable: Queryable,
  client: Id<"client">,
): Promise<ReadonlySet<Id<"staff">>> {
  const { rows } = await queryable.query<{ viewer: string }>(
    `select distinct viewer from vault.fields
     where client = $1::uuid and viewer is not null and valid_to is null`,
    [uuidOf(client)],
  );
  return new Set(rows.map(({ viewer }) => idFrom("staff", viewer)));
}

/** The blind indexes of a canary's addresses, in hexadecimal digits. */
export async function emailsTaken(queryable: Queryable, client: Id<"client">): Promise<string[]> {
  const { rows } = await queryable.query<{ found: string }>(
    `select encode(index, 'hex') as found from vault.fields
     where client = $1::uuid and field = 'email' and index is not null`,
    [uuidOf(client)],
  );
  return rows.map(({ found }) => found);
}

/** Which of these blind indexes are any client's, in hexadecimal digits. */
export async function knownIndexes(
  queryable: Queryable,
  field: FieldName,
  indexes: readonly Uint8Array[],
): Promise<string[]> {
  const { rows } = await queryable.query<{ found: string }>(
    `select distinct encode(index, 'hex') as found from vault.fields
     where field = $1::text and index = any ($2::bytea[])`,
    [field, indexes],
  );
  return rows.map(({ found }) => found);
}

/** Holds a canary whose decoys are as they were read. */
export async function holdDecoyed(
  joining: Transaction,
  client: Id<"client">,
  since: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `select from vault.canaries
     where client = $1::uuid and date_trunc('milliseconds', decoys_until) = $2::timestamptz for update`,
    [uuidOf(client), since],
  );
  return rowCount === 1;
}

export async function markGiven(
  joining: Transaction,
  client: Id<"client">,
  spare: readonly string[],
  now: Date,
): Promise<void> {
  await joining.query(
    `update vault.canaries set spare_phones = $2::text[], decoys_until = $3::timestamptz where client = $1::uuid`,
    [uuidOf(client), spare, now],
  );
}

export type DueContact = { client: Id<"client">; question: Question; contactAt: Date };

/** The canaries that write in until a moment, each with what it asks next. */
export async function dueContacts(
  queryable: Queryable,
  most: number,
  until: Date,
): Promise<DueContact[]> {
  const { rows } = await queryable.query<{
    client: string;
    question: Question;
    contact_at: Date;
  }>(
    `select client, questions->0 as question, contact_at from vault.canaries
     where contact_at <= $1::timestamptz and questions <> '[]' order by contact_at limit $2::integer`,
    [until, most],
  );
  return rows.map(({ client, question, contact_at: contactAt }) => ({
    ...{ client: idFrom("client", client), question, contactAt },
  }));
}

/** Takes what a canary asks and says when it asks the next, if it has one; false when somebody else did so meanwhile. */
export async function scheduleContact(
  joining: Transaction,
  client: Id<"client">,
  next: Date,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update vault.canaries set questions = questions - 0,
       contact_at = case when jsonb_array_length(questions) > 1 then $2::timestamptz end
     where client = $1::uuid and contact_at <= $3::timestamptz`,
    [uuidOf(client), next, now],
  );
  return rowCount === 1;
}

/** Whose a decoy is: the person who sees it, or nobody when it is what those see who have none of their own. */
export type KnownDecoy = {
  client: Id<"client">;
  version: number;
  viewer: Id<"staff"> | undefined;
};

/** The canaries' values with this blind index, of whenever. */
export async function decoysWith(
  queryable: Queryable,
  field: FieldName,
  index: Uint8Array,
): Promise<KnownDecoy[]> {
  const { rows } = await queryable.query<{
    client: string;
    version: number;
    viewer: string | null;
  }>(
    `select f.client, f.version, f.viewer from vault.fields f
     join vault.canaries c on c.client = f.client
     where f.field = $1::text and f.index = $2::bytea order by f.client, f.version`,
    [field, index],
  );
  return rows.map(({ client, version, viewer }) => ({
    ...{ client: idFrom("client", client), version },
    viewer: viewer === null ? undefined : idFrom("staff", viewer),
  }));
}

/** Who was shown a version of a canary's field, each with when last before a moment. */
export async function shownTo(
  queryable: Queryable,
  { client, version }: Pick<KnownDecoy, "client" | "version">,
  field: FieldName,
  before: Date,
): Promise<{ staff: Id<"staff">; at: Date }[]> {
  const { rows } = await queryable.query<{ actor: string; at: Date }>(
    `select s.actor, max(s.occurred_at) as at from ledger.door_shown s
     where s.client = $1::uuid and s.field = $2::text and s.version = $3::integer and s.occurred_at <= $4::timestamptz
     group by s.actor order by at desc`,
    [uuidOf(client), field, version, before],
  );
  return rows.map(({ actor, at }) => ({ staff: idFrom("staff", actor), at }));
}
