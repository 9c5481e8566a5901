import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { MailVerdict } from "./authentication.ts";

/** What is kept of a mail beside its words. */
export type KeptMail = {
  client: Id<"client">;
  ticket: Id<"ticket">;
  message: Id<"msg">;
  verdict: MailVerdict;
  /** The sender whom it shows is proven. */
  isProven: boolean;
  /** It says that no person wrote it. */
  isAutomatic: boolean;
};

/** Notes that a mail is here: of two who bring it at once, one gets true. */
export async function insertSeen(
  joining: Transaction,
  hash: Uint8Array,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into tickets.seen_mails (hash, received_at) values ($1::bytea, $2::timestamptz)
     on conflict (hash) do nothing`,
    [hash, now],
  );
  return rowCount === 1;
}

export async function isSeen(queryable: Queryable, hash: Uint8Array): Promise<boolean> {
  const { rowCount } = await queryable.query(
    "select from tickets.seen_mails where hash = $1::bytea",
    [hash],
  );
  return rowCount === 1;
}

export async function insertMail(
  joining: Transaction,
  { client, ticket, message, verdict, isProven, isAutomatic }: KeptMail,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into tickets.mails (client, ticket, message, received_at, spf, dkim, dmarc, arc, is_proven, is_automatic)
     values ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5::text, $6::text, $7::text, $8::text, $9::boolean,
       $10::boolean)`,
    [
      uuidOf(client),
      uuidOf(ticket),
      uuidOf(message),
      now,
      verdict.spf,
      verdict.dkim,
      verdict.dmarc,
      verdict.arc,
      isProven,
      isAutomatic,
    ],
  );
}

/** What is kept of a ticket's mails, by message. */
export async function mailsOf(
  queryable: Queryable,
  client: Id<"client">,
  ticket: Id<"ticket">,
): Promise<Map<Id<"msg">, KeptMail>> {
  const { rows } = await queryable.query<
    MailVerdict & { message: string; is_proven: boolean; is_automatic: boolean }
  >(
    `select message, spf, dkim, dmarc, arc, is_proven, is_automatic from tickets.mails
     where client = $1::uuid and ticket = $2::uuid`,
    [uuidOf(client), uuidOf(ticket)],
  );
  return new Map(
    rows.map(({ message, spf, dkim, dmarc, arc, is_proven, is_automatic }) => {
      const id = idFrom("msg", message);
      const verdict = { spf, dkim, dmarc, arc };
      const flags = { isProven: is_proven, isAutomatic: is_automatic };
      return [id, { client, ticket, message: id, verdict, ...flags }];
    }),
  );
}

/** Takes one of the acknowledgements that a sender may be sent on a day; false when there is none left. */
export async function takeAcknowledgement(
  joining: Transaction,
  sender: Uint8Array,
  now: Date,
  countMax: number,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into tickets.mail_acknowledgements as a (sender, day, count)
     values ($1::bytea, ($2::timestamptz at time zone 'UTC')::date, 1)
     on conflict (sender, day) do update set count = a.count + 1 where a.count < $3::integer`,
    [sender, now, countMax],
  );
  return rowCount === 1;
}

/** The tickets that people call by a name: one, but for chance. */
export async function ticketsByReference(
  queryable: Queryable,
  reference: string,
): Promise<Id<"ticket">[]> {
  const { rows } = await queryable.query<{ id: string }>(
    "select id from tickets.tickets where reference = $1::text order by id limit 3",
    [reference],
  );
  return rows.map(({ id }) => idFrom("ticket", id));
}

/** What a guest's proven address is found by. */
export async function guestIndexOf(
  queryable: Queryable,
  guest: Id<"client">,
): Promise<Buffer | undefined> {
  const { rows } = await queryable.query<{ index: Buffer | null }>(
    "select index from tickets.addresses where client = $1::uuid and proven_at is not null",
    [uuidOf(guest)],
  );
  return rows[0]?.index ?? undefined;
}

/** Forgets which mails were here, and who was written to, before a time. */
export async function forgetMails(queryable: Queryable, before: Date): Promise<void> {
  await queryable.query("delete from tickets.seen_mails where received_at < $1::timestamptz", [
    before,
  ]);
  await queryable.query(
    "delete from tickets.mail_acknowledgements where day < ($1::timestamptz at time zone 'UTC')::date",
    [before],
  );
}
