import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { StoredEmail } from "../addressee.ts";
import type { Mail } from "./mail.ts";

/** A mail that is ours to try now. `attempt` counts from 1. */
export type Delivery = {
  client: Id<"client">;
  message: Id<"notice">;
  email: StoredEmail;
  ticket: Id<"ticket"> | undefined;
  attempt: number;
};

/** Why nothing more is tried. */
export type Ending = "accepted" | "refused" | "expired" | "shredded";

/** Takes the mails that are due, so that nobody else takes them before the lease is over. */
export async function takeDue(
  queryable: Queryable,
  now: Date,
  leaseUntil: Date,
  countMax: number,
): Promise<Delivery[]> {
  const { rows } = await queryable.query<{
    client: string;
    message: string;
    email_table: string;
    email_field: string;
    email_version: number;
    email_ciphertext: Buffer;
    ticket: string | null;
    attempts: number;
  }>(
    `update outbox.deliveries d
     set due_at = $2::timestamptz, attempts = d.attempts + 1
     from (
       select client, message from outbox.deliveries
       where due_at <= $1::timestamptz
       order by due_at
       limit $3::integer
       for update skip locked
     ) due
     where d.client = due.client and d.message = due.message
     returning d.client, d.message, d.email_table, d.email_field, d.email_version, d.email_ciphertext,
       d.ticket, d.attempts`,
    [now, leaseUntil, countMax],
  );
  return rows.map((row) => ({
    client: idFrom("client", row.client),
    message: idFrom("notice", row.message),
    email: {
      table: row.email_table,
      field: row.email_field,
      version: row.email_version,
      ciphertext: row.email_ciphertext,
    },
    ticket: row.ticket === null ? undefined : idFrom("ticket", row.ticket),
    attempt: row.attempts,
  }));
}

/** Ends a delivery; the address goes. It does nothing when another worker has taken it since, or has ended it. */
export async function endDelivery(
  queryable: Queryable,
  { client, message, attempt }: Delivery,
  ended: Ending,
  status: string | undefined,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update outbox.deliveries
     set due_at = null, ended = $4::text, status = $5::text, ended_at = $6::timestamptz, email_ciphertext = null
     where client = $1::uuid and message = $2::uuid and attempts = $3::integer and ended is null`,
    [uuidOf(client), uuidOf(message), attempt, ended, status, now],
  );
  return rowCount === 1;
}

/** Has a delivery tried again later. It does nothing when another worker has taken it since. */
export async function retryDelivery(
  queryable: Queryable,
  { client, message, attempt }: Delivery,
  status: string,
  dueAt: Date,
): Promise<void> {
  await queryable.query(
    `update outbox.deliveries
     set due_at = $4::timestamptz, status = $5::text
     where client = $1::uuid and message = $2::uuid and attempts = $3::integer and ended is null`,
    [uuidOf(client), uuidOf(message), attempt, dueAt, status],
  );
}

/** A mail that nothing more is tried for. `attempts` is 0 when there was no mail server all the time. */
export type Expired = { client: Id<"client">; message: Id<"notice">; attempts: number };

/** Gives up one mail that was registered before a time and isn't under way; undefined when there is none. */
export async function expireDelivery(
  joining: Transaction,
  registeredBefore: Date,
  now: Date,
): Promise<Expired | undefined> {
  const { rows } = await joining.query<{ client: string; message: string; attempts: number }>(
    `update outbox.deliveries d
     set due_at = null, ended = 'expired', ended_at = $2::timestamptz, email_ciphertext = null
     from (
       select client, message from outbox.deliveries
       where due_at <= $2::timestamptz and registered_at < $1::timestamptz
       order by due_at
       limit 1
       for update skip locked
     ) late
     where d.client = late.client and d.message = late.message
     returning d.client, d.message, d.attempts`,
    [registeredBefore, now],
  );
  return (
    rows[0] && {
      client: idFrom("client", rows[0].client),
      message: idFrom("notice", rows[0].message),
      attempts: rows[0].attempts,
    }
  );
}

/** How many mails wait. */
export async function countWaiting(queryable: Queryable): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    "select count(*)::integer as count from outbox.deliveries where due_at is not null",
  );
  return rows[0]?.count ?? 0;
}

export async function addToDevMailbox(queryable: Queryable, mail: Mail): Promise<void> {
  await queryable.query(
    `insert into outbox.dev_mailbox (message, sent_to, subject, body, sent_at)
     values ($1::uuid, $2::text, $3::text, $4::text, $5::timestamptz)
     on conflict (message) do nothing`,
    [uuidOf(mail.notice), mail.to, mail.subject, mail.text, mail.sentAt],
  );
}

export type DevMail = { to: string; subject: string; text: string; sentAt: Date };

/** The newest mails of the developer's mailbox. */
export async function devMails(queryable: Queryable, countMax: number): Promise<DevMail[]> {
  const { rows } = await queryable.query<{
    sent_to: string;
    subject: string;
    body: string;
    sent_at: Date;
  }>(
    `select sent_to, subject, body, sent_at from outbox.dev_mailbox order by message desc limit $1::integer`,
    [countMax],
  );
  return rows.map(({ sent_to, subject, body, sent_at }) => ({
    to: sent_to,
    subject,
    text: body,
    sentAt: sent_at,
  }));
}
