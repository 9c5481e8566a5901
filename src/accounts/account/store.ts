import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import {
  type Account,
  type AccountEmail,
  emailField,
  emailTable,
  type Standing,
} from "./account.ts";

type ClientRow = {
  client: string;
  public_id: string;
  language: string;
  opened_at: Date;
  activated_at: Date | null;
  closed_at: Date | null;
};

export async function insertClient(
  queryable: Queryable,
  { client, publicId, language }: Pick<Account, "client" | "publicId" | "language">,
  now: Date,
): Promise<void> {
  await queryable.query(
    `insert into accounts.clients (client, public_id, language, opened_at)
     values ($1::uuid, $2::text, $3::text, $4::timestamptz)`,
    [uuidOf(client), publicId, language, now],
  );
}

export async function activate(
  queryable: Queryable,
  client: Id<"client">,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update accounts.clients set activated_at = $2::timestamptz
     where client = $1::uuid and activated_at is null and closed_at is null`,
    [uuidOf(client), now],
  );
}

export async function close(queryable: Queryable, client: Id<"client">, now: Date): Promise<void> {
  await queryable.query(
    `update accounts.clients set closed_at = $2::timestamptz
     where client = $1::uuid and closed_at is null`,
    [uuidOf(client), now],
  );
}

/** A client's account, also when it is closed; undefined when there is none. */
export async function accountOf(
  queryable: Queryable,
  client: Id<"client">,
): Promise<Account | undefined> {
  const { rows } = await queryable.query<ClientRow>(
    `select client, public_id, language, opened_at, activated_at, closed_at
     from accounts.clients where client = $1::uuid`,
    [uuidOf(client)],
  );
  return rows[0] && accountFrom(rows[0]);
}

/** The same, and until the transaction ends nobody else changes how this account is protected. */
export async function holdAccount(
  joining: Transaction,
  client: Id<"client">,
): Promise<Account | undefined> {
  const { rows } = await joining.query<ClientRow>(
    `select client, public_id, language, opened_at, activated_at, closed_at
     from accounts.clients where client = $1::uuid for update`,
    [uuidOf(client)],
  );
  return rows[0] && accountFrom(rows[0]);
}

export async function clientByPublicId(
  queryable: Queryable,
  publicId: string,
): Promise<Id<"client"> | undefined> {
  const { rows } = await queryable.query<{ client: string }>(
    `select client from accounts.clients
     where public_id = $1::text and activated_at is not null and closed_at is null`,
    [publicId],
  );
  return rows[0] && idFrom("client", rows[0].client);
}

type NewEmail = {
  client: Id<"client">;
  version: number;
  ciphertext: Uint8Array;
  mask: string;
  index: Uint8Array;
  addedBy?: Id<"change">;
};

export async function insertEmail(
  queryable: Queryable,
  { client, version, ciphertext, mask, index, addedBy }: NewEmail,
  now: Date,
): Promise<void> {
  await queryable.query(
    `insert into accounts.emails (client, version, ciphertext, mask, index, added_at, added_by)
     values ($1::uuid, $2::integer, $3::bytea, $4::text, $5::bytea, $6::timestamptz, $7::uuid)`,
    [uuidOf(client), version, ciphertext, mask, index, now, addedBy && uuidOf(addedBy)],
  );
}

/** Until the transaction ends nobody else confirms this address: of two who would at once, the second sees the first. */
async function holdAddress(
  joining: Transaction,
  client: Id<"client">,
  version: number,
): Promise<void> {
  await joining.query(
    `select pg_advisory_xact_lock(hashtextextended(encode(index, 'hex'), 0)) from accounts.emails
     where client = $1::uuid and version = $2::integer`,
    [uuidOf(client), version],
  );
}

/** False when the address is another client's by now, or can still become it again: a change that took it can be undone. */
export async function confirmEmail(
  joining: Transaction,
  client: Id<"client">,
  version: number,
  now: Date,
): Promise<boolean> {
  await holdAddress(joining, client, version);
  const { rowCount } = await joining.query(
    `update accounts.emails e set confirmed_at = $3::timestamptz
     where e.client = $1::uuid and e.version = $2::integer and e.confirmed_at is null and e.ended_at is null
       and not exists (select from accounts.emails o
         where o.index = e.index and o.confirmed_at is not null and o.ended_at is null)
       and not exists (select from accounts.emails o
         join accounts.clients k on k.client = o.client and k.closed_at is null
         join accounts.changes h on h.client = o.client and h.id = o.ended_by
         where o.index = e.index and o.ended_by is not null and o.confirmed_at is not null
           and o.client <> e.client and h.undone_at is null and h.undo_until > $3::timestamptz)`,
    [uuidOf(client), version, now],
  );
  return rowCount === 1;
}

/**
 * Puts an address that its owner confirmed in the place of the one before: both carry the change that did it, so that
 * it can be taken back.
 * @returns false when the address is another client's by now or can still become it again, or isn't waiting any more
 */
export async function replaceEmail(
  joining: Transaction,
  client: Id<"client">,
  version: number,
  by: Id<"change">,
  now: Date,
): Promise<boolean> {
  await holdAddress(joining, client, version);
  const { rowCount } = await joining.query(
    `update accounts.emails e set confirmed_at = $4::timestamptz, added_by = $3::uuid
     where e.client = $1::uuid and e.version = $2::integer and e.confirmed_at is null and e.ended_at is null
       and not exists (select from accounts.emails o
         where o.index = e.index and o.confirmed_at is not null and o.ended_at is null)
       and not exists (select from accounts.emails o
         join accounts.clients k on k.client = o.client and k.closed_at is null
         join accounts.changes h on h.client = o.client and h.id = o.ended_by
         where o.index = e.index and o.ended_by is not null and o.confirmed_at is not null
           and o.client <> e.client and h.undone_at is null and h.undo_until > $4::timestamptz)`,
    [uuidOf(client), version, uuidOf(by), now],
  );
  if (rowCount !== 1) return false;
  await joining.query(
    `update accounts.emails set ended_at = $4::timestamptz, ended_by = $3::uuid
     where client = $1::uuid and version <> $2::integer and ended_at is null`,
    [uuidOf(client), version, uuidOf(by), now],
  );
  return true;
}

/** The address that a change added and that waits for its confirmation. */
export async function waitingEmail(
  queryable: Queryable,
  client: Id<"client">,
  addedBy: Id<"change">,
): Promise<AccountEmail | undefined> {
  const { rows } = await queryable.query<EmailRow>(
    `select version, ciphertext, mask, confirmed_at from accounts.emails
     where client = $1::uuid and added_by = $2::uuid and confirmed_at is null and ended_at is null`,
    [uuidOf(client), uuidOf(addedBy)],
  );
  return rows[0] && emailFrom(rows[0]);
}

/** Ends what waits for a confirmation, or every address of a client. */
export async function endEmails(
  joining: Transaction,
  client: Id<"client">,
  which: "waiting" | "all",
  by: Id<"change">,
  now: Date,
): Promise<void> {
  await joining.query(
    `update accounts.emails set ended_at = $4::timestamptz, ended_by = $3::uuid
     where client = $1::uuid and ended_at is null and ($2::text = 'all' or confirmed_at is null)`,
    [uuidOf(client), which, uuidOf(by), now],
  );
}

/** The highest version that an address of this client ever had; 0 for none. */
export async function lastEmailVersion(
  queryable: Queryable,
  client: Id<"client">,
): Promise<number> {
  const { rows } = await queryable.query<{ version: number | null }>(
    "select max(version) as version from accounts.emails where client = $1::uuid",
    [uuidOf(client)],
  );
  return rows[0]?.version ?? 0;
}

type EmailRow = { version: number; ciphertext: Buffer; mask: string; confirmed_at: Date | null };

/** The address that this client has now: the newest confirmed one that wasn't ended. */
export async function emailOf(
  queryable: Queryable,
  client: Id<"client">,
): Promise<AccountEmail | undefined> {
  const { rows } = await queryable.query<EmailRow>(
    `select version, ciphertext, mask, confirmed_at from accounts.emails
     where client = $1::uuid and confirmed_at is not null and ended_at is null
     order by version desc limit 1`,
    [uuidOf(client)],
  );
  return rows[0] && emailFrom(rows[0]);
}

/** One address by its version, confirmed or not. */
export async function emailVersion(
  queryable: Queryable,
  client: Id<"client">,
  version: number,
): Promise<AccountEmail | undefined> {
  const { rows } = await queryable.query<EmailRow>(
    `select version, ciphertext, mask, confirmed_at from accounts.emails
     where client = $1::uuid and version = $2::integer and ended_at is null`,
    [uuidOf(client), version],
  );
  return rows[0] && emailFrom(rows[0]);
}

/** Whose confirmed address this is, by its blind index. */
export async function clientByEmail(
  queryable: Queryable,
  index: Uint8Array,
): Promise<Id<"client"> | undefined> {
  const { rows } = await queryable.query<{ client: string }>(
    `select e.client from accounts.emails e join accounts.clients c on c.client = e.client
     where e.index = $1::bytea and e.confirmed_at is not null and e.ended_at is null and c.closed_at is null`,
    [index],
  );
  return rows[0] && idFrom("client", rows[0].client);
}

/** Forgets the addresses of accounts that nobody confirmed, opened before a time. */
export async function deleteLapsed(queryable: Queryable, before: Date): Promise<void> {
  await queryable.query(
    `delete from accounts.emails e using accounts.clients c
     where c.client = e.client and c.activated_at is null and c.opened_at < $1::timestamptz`,
    [before],
  );
}

function accountFrom(row: ClientRow): Account {
  return {
    client: idFrom("client", row.client),
    publicId: row.public_id,
    language: row.language,
    openedAt: row.opened_at,
    standing: standingFrom(row),
  };
}

function standingFrom({ activated_at, closed_at }: ClientRow): Standing {
  if (closed_at) return { is: "closed", at: closed_at };
  return activated_at ? { is: "active", since: activated_at } : { is: "pending" };
}

function emailFrom({ version, ciphertext, mask, confirmed_at }: EmailRow): AccountEmail {
  const confirmedAt = confirmed_at ?? undefined;
  return { table: emailTable, field: emailField, version, ciphertext, mask, confirmedAt };
}
