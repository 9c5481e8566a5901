import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Webhook, WebhookEnding, WebhookType } from "./webhook.ts";

type WebhookRow = {
  id: string;
  url: string;
  types: WebhookType[];
  added_at: Date;
  ended_at: Date | null;
  ended_because: WebhookEnding | null;
};

export async function insertWebhook(
  joining: Transaction,
  { id, url, types, addedAt }: Omit<Webhook, "ended">,
  sealed: Uint8Array,
): Promise<void> {
  await joining.query(
    `insert into tickets.webhooks (id, url, types, secret_sealed, added_at)
     values ($1::uuid, $2::text, $3::text[], $4::bytea, $5::timestamptz)`,
    [uuidOf(id), url, types, sealed, addedAt],
  );
}

/** How a webhook does, for those who run the desk. */
export type WebhookState = Webhook & {
  waiting: number;
  /** Since when the oldest of them waits. */
  waitingSince: Date | undefined;
  lastDeliveredAt: Date | undefined;
  /** How the last try of what waits went. */
  lastAnswer: string | undefined;
  givenUp: number;
};

/** Every webhook that there was, the newest first. */
export async function webhookStates(queryable: Queryable): Promise<WebhookState[]> {
  const { rows } = await queryable.query<
    WebhookRow & {
      waiting: number;
      waiting_since: Date | null;
      last_delivered_at: Date | null;
      last_answer: string | null;
      given_up: number;
    }
  >(
    `select w.id, w.url, w.types, w.added_at, w.ended_at, w.ended_because,
       (count(*) filter (where d.due_at is not null))::int as waiting,
       min(m.told_at) filter (where d.due_at is not null) as waiting_since,
       max(d.ended_at) filter (where d.ended = 'delivered') as last_delivered_at,
       max(d.answer) filter (where d.due_at is not null) as last_answer,
       (count(*) filter (where d.ended = 'given_up'))::int as given_up
     from tickets.webhooks w
     left join tickets.webhook_deliveries d on d.webhook = w.id
     left join tickets.webhook_messages m on m.client = d.client and m.ticket = d.ticket and m.number = d.number
     group by w.id order by w.added_at desc, w.id desc`,
  );
  return rows.map((row) => ({
    ...webhookFrom(row),
    waiting: row.waiting,
    waitingSince: row.waiting_since ?? undefined,
    lastDeliveredAt: row.last_delivered_at ?? undefined,
    lastAnswer: row.last_answer ?? undefined,
    givenUp: row.given_up,
  }));
}

/** Ends a webhook and what waits for it; false when there is none that could end. */
export async function endWebhook(
  joining: Transaction,
  id: Id<"webhook">,
  because: WebhookEnding,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update tickets.webhooks set ended_at = $3::timestamptz, ended_because = $2::text
     where id = $1::uuid and ended_at is null`,
    [uuidOf(id), because, now],
  );
  if (rowCount !== 1) return false;
  await joining.query(
    `update tickets.webhook_deliveries set due_at = null, ended = 'removed', ended_at = $2::timestamptz
     where webhook = $1::uuid and due_at is not null`,
    [uuidOf(id), now],
  );
  return true;
}

/** The new secret signs from now on, the one before too until a time; false when there is no such webhook. */
export async function replaceSecret(
  joining: Transaction,
  id: Id<"webhook">,
  sealed: Uint8Array,
  until: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update tickets.webhooks set former_sealed = secret_sealed, former_until = $3::timestamptz, secret_sealed = $2::bytea
     where id = $1::uuid and ended_at is null`,
    [uuidOf(id), sealed, until],
  );
  return rowCount === 1;
}

/** Something that happened to a ticket. */
export type Told = {
  client: Id<"client">;
  ticket: Id<"ticket">;
  id: Id<"webmsg">;
  type: WebhookType;
  details: string;
};

/**
 * Keeps what is told, once for each webhook that asked for it, and nothing when none did. That somebody was approached is
 * told to no other system. The ticket's row is held by the caller, so that numbers follow the order of its transactions.
 */
export async function insertTold(
  joining: Transaction,
  { client, ticket, id, type, details }: Told,
  now: Date,
): Promise<void> {
  await joining.query(
    `with told as (
       insert into tickets.webhook_messages (client, ticket, number, id, type, status, details, told_at)
       select t.client, t.id,
         case when $4::text = 'ticket.opened' then 0 else 1 + coalesce((select max(number) from tickets.webhook_messages m
           where m.client = t.client and m.ticket = t.id), 0) end,
         $3::uuid, $4::text, t.status, $5::text, $6::timestamptz
       from tickets.tickets t
       where t.client = $1::uuid and t.id = $2::uuid and t.topic <> 'approach'
         and exists (select from tickets.webhooks w where w.ended_at is null and $4::text = any (w.types))
       returning client, ticket, number)
     insert into tickets.webhook_deliveries (client, ticket, number, webhook, due_at)
     select told.client, told.ticket, told.number, w.id, $6::timestamptz from told
     cross join tickets.webhooks w where w.ended_at is null and $4::text = any (w.types)`,
    [uuidOf(client), uuidOf(ticket), uuidOf(id), type, details, now],
  );
}

/** A webhook with something to be told, and what signs it. */
export type DueWebhook = {
  id: Id<"webhook">;
  url: string;
  sealed: Uint8Array;
  former: { sealed: Uint8Array; until: Date } | undefined;
};

export async function dueWebhooks(queryable: Queryable, now: Date): Promise<DueWebhook[]> {
  const { rows } = await queryable.query<{
    id: string;
    url: string;
    secret_sealed: Buffer;
    former_sealed: Buffer | null;
    former_until: Date | null;
  }>(
    `select w.id, w.url, w.secret_sealed, w.former_sealed, w.former_until from tickets.webhooks w
     where w.ended_at is null and exists (select from tickets.webhook_deliveries d
       where d.webhook = w.id and d.due_at <= $1::timestamptz)`,
    [now],
  );
  return rows.map(
    ({ id, url, secret_sealed: sealed, former_sealed: former, former_until: until }) => ({
      ...{ id: idFrom("webhook", id), url, sealed },
      former: former && until ? { sealed: former, until } : undefined,
    }),
  );
}

/** What is ours to tell now. `attempt` counts from 1. */
export type WebhookDelivery = Told & {
  number: number;
  status: string;
  toldAt: Date;
  attempt: number;
};

/**
 * Takes what is due for a webhook, so that nobody else takes it before the lease is over. Of each ticket only the oldest:
 * what happened later waits until that was told, or given up.
 */
export async function takeDeliveries(
  queryable: Queryable,
  webhook: Id<"webhook">,
  now: Date,
  leaseUntil: Date,
  countMax: number,
): Promise<WebhookDelivery[]> {
  const { rows } = await queryable.query<{
    client: string;
    ticket: string;
    number: number;
    attempts: number;
    id: string;
    type: WebhookType;
    status: string;
    details: string;
    told_at: Date;
  }>(
    `update tickets.webhook_deliveries d
     set due_at = $3::timestamptz, attempts = d.attempts + 1
     from (
       select client, ticket, number from tickets.webhook_deliveries w
       where webhook = $1::uuid and due_at <= $2::timestamptz
         and not exists (select from tickets.webhook_deliveries e
           where e.webhook = w.webhook and e.client = w.client and e.ticket = w.ticket and e.number < w.number
             and e.due_at is not null)
       order by due_at, client, ticket
       limit $4::integer
       for update skip locked
     ) due
     join tickets.webhook_messages m on m.client = due.client and m.ticket = due.ticket and m.number = due.number
     where d.webhook = $1::uuid and d.client = due.client and d.ticket = due.ticket and d.number = due.number
     returning d.client, d.ticket, d.number, d.attempts, m.id, m.type, m.status, m.details, m.told_at`,
    [uuidOf(webhook), now, leaseUntil, countMax],
  );
  return rows.map(({ client, ticket, id, attempts, told_at, ...row }) => ({
    ...row,
    client: idFrom("client", client),
    ticket: idFrom("ticket", ticket),
    id: idFrom("webmsg", id),
    attempt: attempts,
    toldAt: told_at,
  }));
}

type Place = Pick<WebhookDelivery, "client" | "ticket" | "number" | "attempt">;

/** Nothing more is tried. It does nothing when another worker has taken it since, or it has ended. */
export async function endWebhookDelivery(
  queryable: Queryable,
  webhook: Id<"webhook">,
  { client, ticket, number, attempt }: Place,
  ended: "delivered" | "given_up",
  answer: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update tickets.webhook_deliveries
     set due_at = null, ended = $6::text, answer = $7::text, ended_at = $8::timestamptz
     where client = $1::uuid and ticket = $2::uuid and number = $3::integer and webhook = $4::uuid
       and attempts = $5::integer and due_at is not null`,
    [uuidOf(client), uuidOf(ticket), number, uuidOf(webhook), attempt, ended, answer, now],
  );
  return rowCount === 1;
}

/** Has it tried again later. It does nothing when another worker has taken it since. */
export async function retryWebhookDelivery(
  queryable: Queryable,
  webhook: Id<"webhook">,
  { client, ticket, number, attempt }: Place,
  answer: string,
  dueAt: Date,
): Promise<void> {
  await queryable.query(
    `update tickets.webhook_deliveries set due_at = $6::timestamptz, answer = $7::text
     where client = $1::uuid and ticket = $2::uuid and number = $3::integer and webhook = $4::uuid
       and attempts = $5::integer and due_at is not null`,
    [uuidOf(client), uuidOf(ticket), number, uuidOf(webhook), attempt, dueAt, answer],
  );
}

/** Forgets what ended before a time, and what waits for a webhook that has ended. */
export async function forgetWebhookMessages(queryable: Queryable, before: Date): Promise<void> {
  await queryable.query(
    `delete from tickets.webhook_deliveries d using tickets.webhooks w
     where w.id = d.webhook and (d.ended_at < $1::timestamptz or w.ended_at < $1::timestamptz)`,
    [before],
  );
  await queryable.query(
    `delete from tickets.webhook_messages m where m.told_at < $1::timestamptz
       and not exists (select from tickets.webhook_deliveries d
         where d.client = m.client and d.ticket = m.ticket and d.number = m.number)`,
    [before],
  );
}

/** Deletes what was told of a client's tickets. */
export async function eraseWebhookMessages(
  joined: Transaction,
  client: Id<"client">,
): Promise<void> {
  const owner = [uuidOf(client)];
  await joined.query("delete from tickets.webhook_deliveries where client = $1::uuid", owner);
  await joined.query("delete from tickets.webhook_messages where client = $1::uuid", owner);
}

function webhookFrom(row: WebhookRow): Webhook {
  const { ended_at: at, ended_because: because } = row;
  return {
    id: idFrom("webhook", row.id),
    url: row.url,
    types: row.types,
    addedAt: row.added_at,
    ended: at && because ? { at, because } : undefined,
  };
}
