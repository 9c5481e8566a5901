import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Addressee, StoredEmail } from "./addressee.ts";
import type { KeptEntry } from "./calendar.ts";
import type { KeptValues } from "./rendering.ts";
import type { StoredForm } from "./templates.ts";

/** Who a message is for, without more. */
export type Owner = Pick<Addressee, "is" | "id">;

/** A message as it is kept. `template` is missing for one of another system, of whose words there is only the hash. */
export type KeptMessage = {
  id: Id<"notice">;
  topic: string;
  template?: Buffer;
  textHash: Buffer;
  values: KeptValues;
  links: Readonly<Record<string, Id<"link">>>;
  firm: string;
  site: string;
  /** The entry of a calendar that it is about. */
  entry?: KeptEntry;
  codeIndex: Buffer;
  registeredAt: Date;
  readAt?: Date;
};

/** Keeps every form of every template that isn't there yet. */
export async function keepForms(
  queryable: Queryable,
  forms: readonly StoredForm[],
  now: Date,
): Promise<void> {
  await queryable.query(
    `insert into outbox.templates (hash, name, language, source, first_seen_at)
     select hash, name, language, source, $5::timestamptz
     from unnest($1::bytea[], $2::text[], $3::text[], $4::text[]) as given (hash, name, language, source)
     on conflict (hash) do nothing`,
    [
      forms.map(({ hash }) => hash),
      forms.map(({ form }) => form.name),
      forms.map(({ form }) => form.language),
      forms.map(({ source }) => source),
      now,
    ],
  );
}

/** The source of a form by its hash. */
export async function formSource(queryable: Queryable, hash: Buffer): Promise<string | undefined> {
  const { rows } = await queryable.query<{ source: string }>(
    "select source from outbox.templates where hash = $1::bytea",
    [hash],
  );
  return rows[0]?.source;
}

export async function addMessage(
  joining: Transaction,
  owner: Owner,
  message: KeptMessage,
): Promise<void> {
  await joining.query(
    `insert into outbox.messages (addressee_kind, addressee, id, topic, template, text_hash, parameters, links, firm, site,
       code_index, registered_at, calendar_entry)
     values ($1::text, $2::uuid, $3::uuid, $4::text, $5::bytea, $6::bytea, $7::jsonb, $8::jsonb, $9::text, $10::text,
       $11::bytea, $12::timestamptz, $13::jsonb)`,
    [
      owner.is,
      uuidOf(owner.id),
      uuidOf(message.id),
      message.topic,
      message.template,
      message.textHash,
      JSON.stringify(message.values),
      JSON.stringify(message.links),
      message.firm,
      message.site,
      message.codeIndex,
      message.registeredAt,
      message.entry && JSON.stringify(message.entry),
    ],
  );
}

/** Puts a mail on its way: it is due at once. */
export async function addDelivery(
  joining: Transaction,
  client: Id<"client">,
  {
    message,
    email,
    ticket,
  }: { message: Id<"notice">; email: StoredEmail; ticket: Id<"ticket"> | undefined },
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into outbox.deliveries (client, message, email_table, email_field, email_version, email_ciphertext,
       registered_at, due_at, ticket)
     values ($1::uuid, $2::uuid, $3::text, $4::text, $5::integer, $6::bytea, $7::timestamptz, $7::timestamptz,
       $8::uuid)`,
    [
      uuidOf(client),
      uuidOf(message),
      email.table,
      email.field,
      email.version,
      email.ciphertext,
      now,
      ticket && uuidOf(ticket),
    ],
  );
}

type MessageRow = {
  id: string;
  topic: string;
  template: Buffer | null;
  text_hash: Buffer;
  parameters: KeptValues;
  links: Record<string, Id<"link">>;
  firm: string;
  site: string;
  calendar_entry: KeptEntry | null;
  code_index: Buffer;
  registered_at: Date;
  read_at: Date | null;
};

/** An addressee's messages, the newest first, from one on or from the newest. */
export async function messagesOf(
  queryable: Queryable,
  owner: Owner,
  countMax: number,
  before?: Id<"notice">,
): Promise<KeptMessage[]> {
  const { rows } = await queryable.query<MessageRow>(
    `select id, topic, template, text_hash, parameters, links, firm, site, calendar_entry, code_index, registered_at, read_at
     from outbox.messages
     where addressee_kind = $1::text and addressee = $2::uuid and ($4::uuid is null or id < $4::uuid)
     order by id desc
     limit $3::integer`,
    [owner.is, uuidOf(owner.id), countMax, before && uuidOf(before)],
  );
  return rows.map(messageFrom);
}

export async function messageOf(
  queryable: Queryable,
  owner: Owner,
  id: Id<"notice">,
): Promise<KeptMessage | undefined> {
  const { rows } = await queryable.query<MessageRow>(
    `select id, topic, template, text_hash, parameters, links, firm, site, calendar_entry, code_index, registered_at, read_at
     from outbox.messages
     where addressee_kind = $1::text and addressee = $2::uuid and id = $3::uuid`,
    [owner.is, uuidOf(owner.id), uuidOf(id)],
  );
  return rows[0] && messageFrom(rows[0]);
}

/** The newest message to an addressee about an entry of a calendar. */
export async function messageAbout(
  queryable: Queryable,
  owner: Owner,
  entry: Id<string>,
): Promise<KeptMessage | undefined> {
  const { rows } = await queryable.query<MessageRow>(
    `select id, topic, template, text_hash, parameters, links, firm, site, calendar_entry, code_index, registered_at, read_at
     from outbox.messages
     where addressee_kind = $1::text and addressee = $2::uuid and calendar_entry ->> 'of' = $3::text
     order by id desc limit 1`,
    [owner.is, uuidOf(owner.id), entry],
  );
  return rows[0] && messageFrom(rows[0]);
}

/** An addressee's messages that have one of some codes. */
export async function messagesByCode(
  queryable: Queryable,
  owner: Owner,
  codeIndexes: readonly Buffer[],
): Promise<KeptMessage[]> {
  const { rows } = await queryable.query<MessageRow>(
    `select id, topic, template, text_hash, parameters, links, firm, site, calendar_entry, code_index, registered_at, read_at
     from outbox.messages
     where addressee_kind = $1::text and addressee = $2::uuid and code_index = any ($3::bytea[])
     order by id`,
    [owner.is, uuidOf(owner.id), codeIndexes],
  );
  return rows.map(messageFrom);
}

/** Marks a message as read; the first time counts. */
export async function markRead(
  queryable: Queryable,
  owner: Owner,
  id: Id<"notice">,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update outbox.messages set read_at = $4::timestamptz
     where addressee_kind = $1::text and addressee = $2::uuid and id = $3::uuid and read_at is null`,
    [owner.is, uuidOf(owner.id), uuidOf(id), now],
  );
}

/** Deletes a client's messages and what was mailed of them. The words that templates had stay: they name nobody. */
export async function eraseMessages(joined: Transaction, client: Id<"client">): Promise<void> {
  const owner = [uuidOf(client)];
  await joined.query(
    `delete from outbox.dev_mailbox
     where message in (select id from outbox.messages where addressee_kind = 'client' and addressee = $1::uuid)`,
    owner,
  );
  await joined.query("delete from outbox.deliveries where client = $1::uuid", owner);
  await joined.query(
    "delete from outbox.messages where addressee_kind = 'client' and addressee = $1::uuid",
    owner,
  );
}

function messageFrom(row: MessageRow): KeptMessage {
  return {
    id: idFrom("notice", row.id),
    topic: row.topic,
    ...(row.template && { template: row.template }),
    textHash: row.text_hash,
    values: row.parameters,
    links: row.links,
    firm: row.firm,
    site: row.site,
    ...(row.calendar_entry && { entry: row.calendar_entry }),
    codeIndex: row.code_index,
    registeredAt: row.registered_at,
    ...(row.read_at && { readAt: row.read_at }),
  };
}
