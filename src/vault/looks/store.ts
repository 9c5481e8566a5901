import { hold, type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";

/** A contact as its client knows it. */
export type KnownContact = {
  reference: string;
  openedAt: Date;
  /** The client was signed in when it was opened. */
  isSignedIn: boolean;
};

/** Those of a client's contacts that are still there. */
export async function contactsOf(
  queryable: Queryable,
  client: Id<"client">,
  tickets: readonly Id<"ticket">[],
): Promise<ReadonlyMap<string, KnownContact>> {
  const { rows } = await queryable.query<{
    ticket: string;
    reference: string;
    opened_at: Date;
    is_signed_in: boolean;
  }>(
    `select ticket, reference, opened_at, opening_statement is not null as is_signed_in
     from tickets.door_contacts where client = $1::uuid and ticket = any ($2::uuid[])`,
    [uuidOf(client), tickets.map(uuidOf)],
  );
  return new Map(
    rows.map(({ ticket, reference, opened_at: openedAt, is_signed_in: isSignedIn }) => [
      idFrom("ticket", ticket),
      { reference, openedAt, isSignedIn },
    ]),
  );
}

/** What a client is told of who looked. */
export type Team = { team: string; employer: string };

export async function teamsOf(
  queryable: Queryable,
  staff: readonly Id<"staff">[],
): Promise<ReadonlyMap<Id<"staff">, Team>> {
  const { rows } = await queryable.query<Team & { staff: string }>(
    "select staff, team, employer from accounts.door_teams where staff = any ($1::uuid[])",
    [staff.map(uuidOf)],
  );
  return new Map(
    rows.map(({ staff, team, employer }) => [idFrom("staff", staff), { team, employer }]),
  );
}

/** When a client wrote in contacts, since a moment, by ticket. */
export async function wordsIn(
  queryable: Queryable,
  contacts: readonly { client: Id<"client">; ticket: Id<"ticket"> }[],
  since: Date,
): Promise<ReadonlyMap<string, readonly Date[]>> {
  const { rows } = await queryable.query<{ ticket: string; written: Date[] }>(
    `select w.ticket, array_agg(distinct w.written_at) as written
     from unnest($1::uuid[], $2::uuid[]) as asked (client, ticket)
     join tickets.door_words w on w.client = asked.client and w.ticket = asked.ticket
     where w.written_at >= $3::timestamptz group by w.ticket`,
    [
      contacts.map(({ client }) => uuidOf(client)),
      contacts.map(({ ticket }) => uuidOf(ticket)),
      since,
    ],
  );
  return new Map(rows.map(({ ticket, written }) => [idFrom("ticket", ticket), written]));
}

/** Up to when looks were gathered. Until the transaction ends nobody else gathers. */
export async function gatheredUntil(joining: Transaction): Promise<Date | undefined> {
  await hold(joining, "vault.gathered");
  const { rows } = await joining.query<{ until: Date }>("select until from vault.gathered");
  return rows[0]?.until;
}

export async function setGathered(joining: Transaction, until: Date): Promise<void> {
  await joining.query(
    `insert into vault.gathered (until) values ($1::timestamptz)
     on conflict (only_row) do update set until = excluded.until`,
    [until],
  );
}

/** Looks of one contact that a client wasn't told of. */
export type Untold = {
  client: Id<"client">;
  /** The UUID of the ticket or the pass; the client's own, for what is neither. */
  about: string;
  contact: "ticket" | "emergency" | "none";
  /** Those that were shown. */
  fields: readonly string[];
  looks: number;
  since: Date;
  last: Date;
};

export async function addUntold(joining: Transaction, untold: readonly Untold[]): Promise<void> {
  for (const { client, about, contact, fields, looks, since, last } of untold) {
    await joining.query(
      `insert into vault.notices as n (client, about, contact, fields, looks, since, last)
       values ($1::uuid, $2::uuid, $3::text, $4::text[], $5::integer, $6::timestamptz, $7::timestamptz)
       on conflict (client, about) do update set looks = n.looks + excluded.looks,
         fields = array(select distinct f from unnest(n.fields || excluded.fields) as f order by f),
         since = least(n.since, excluded.since), last = greatest(n.last, excluded.last)`,
      [uuidOf(client), about, contact, fields, looks, since, last],
    );
  }
}

/** What a client is to be told of. */
export type Due = Pick<Untold, "client" | "about">;

/** Whom to tell of what now. Who has no account waits for one. */
export async function dueNotices(
  queryable: Queryable,
  { gatheredBefore, toldBefore }: { gatheredBefore: Date; toldBefore: Date },
  most: number,
): Promise<Due[]> {
  const { rows } = await queryable.query<{ client: string; about: string }>(
    `select client, about from vault.notices n
     where looks > 0 and since <= $1::timestamptz and (told_at is null or told_at <= $2::timestamptz)
       and exists (select from accounts.door_accounts a where a.client = n.client)
     order by since limit $3::integer`,
    [gatheredBefore, toldBefore, most],
  );
  return rows.map(({ client, about }) => ({ client: idFrom("client", client), about }));
}

/** What isn't told yet of it; undefined when another process tells it, or has. */
export async function holdDue(
  joining: Transaction,
  { client, about }: Due,
): Promise<Pick<Untold, "contact" | "fields" | "last"> | undefined> {
  const { rows } = await joining.query<Pick<Untold, "contact" | "fields" | "last">>(
    `select contact, fields, last from vault.notices
     where client = $1::uuid and about = $2::uuid and looks > 0 for update skip locked`,
    [uuidOf(client), about],
  );
  return rows[0];
}

export async function markTold(
  joining: Transaction,
  { client, about }: Due,
  now: Date,
): Promise<void> {
  await joining.query(
    `update vault.notices set fields = '{}', looks = 0, since = null, last = null, told_at = $3::timestamptz
     where client = $1::uuid and about = $2::uuid`,
    [uuidOf(client), about, now],
  );
}
