import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Sealed, Topic } from "../ticket/index.ts";

/** What somebody wrote who isn't signed in, sealed until the address is proven. */
export type Unproven = {
  guest: Id<"client">;
  link: Id<"link">;
  ticket: Id<"ticket">;
  topic: Topic;
  language: string;
  keyCiphertext: Uint8Array;
  sealed: Sealed;
  expiresAt: Date;
};

export async function insertUnproven(
  joining: Transaction,
  unproven: Unproven,
  now: Date,
): Promise<void> {
  const { guest, link, ticket, topic, language, keyCiphertext, sealed, expiresAt } = unproven;
  await joining.query(
    `insert into tickets.unproven (client, link, ticket, topic, language, key_ciphertext, salt, sealed, made_at,
       expires_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::bytea, $7::bytea, $8::bytea, $9::timestamptz,
       $10::timestamptz)`,
    [
      uuidOf(guest),
      uuidOf(link),
      uuidOf(ticket),
      topic,
      language,
      keyCiphertext,
      sealed.salt,
      sealed.sealed,
      now,
      expiresAt,
    ],
  );
}

export async function unprovenBy(
  queryable: Queryable,
  link: Id<"link">,
  now: Date,
): Promise<Unproven | undefined> {
  const { rows } = await queryable.query<{
    client: string;
    ticket: string;
    topic: Topic;
    language: string;
    key_ciphertext: Buffer;
    salt: Buffer;
    sealed: Buffer;
    expires_at: Date;
  }>(
    `select client, ticket, topic, language, key_ciphertext, salt, sealed, expires_at from tickets.unproven
     where link = $1::uuid and expires_at > $2::timestamptz`,
    [uuidOf(link), now],
  );
  const [row] = rows;
  return (
    row && {
      guest: idFrom("client", row.client),
      link,
      ticket: idFrom("ticket", row.ticket),
      topic: row.topic,
      language: row.language,
      keyCiphertext: row.key_ciphertext,
      sealed: { salt: row.salt, sealed: row.sealed },
      expiresAt: row.expires_at,
    }
  );
}

/** Takes it out: of two who follow the link at once, one gets true. */
export async function takeUnproven(
  joining: Transaction,
  { guest, link }: Pick<Unproven, "guest" | "link">,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    "delete from tickets.unproven where client = $1::uuid and link = $2::uuid",
    [uuidOf(guest), uuidOf(link)],
  );
  return rowCount === 1;
}

/** Forgets what nobody proved in time, with its address, and visits that are over. */
export async function forgetUnproven(queryable: Queryable, now: Date): Promise<void> {
  await queryable.query(
    `with lapsed as (delete from tickets.unproven where expires_at <= $1::timestamptz returning client)
     delete from tickets.addresses where proven_at is null and client in (select client from lapsed)`,
    [now],
  );
  await queryable.query("delete from tickets.guest_visits where ends_at <= $1::timestamptz", [now]);
}

export type GuestAddress = { guest: Id<"client">; ciphertext: Uint8Array; language: string };

/** `index` is what it is found by, when its owner writes by mail. */
export type NewGuestAddress = GuestAddress & { index: Uint8Array | undefined };

export async function insertAddress(
  joining: Transaction,
  { guest, ciphertext, language, index }: NewGuestAddress,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into tickets.addresses (client, ciphertext, language, added_at, index)
     values ($1::uuid, $2::bytea, $3::text, $4::timestamptz, $5::bytea)`,
    [uuidOf(guest), ciphertext, language, now, index],
  );
}

export async function markProven(
  joining: Transaction,
  guest: Id<"client">,
  now: Date,
): Promise<void> {
  await joining.query(
    "update tickets.addresses set proven_at = $2::timestamptz where client = $1::uuid and proven_at is null",
    [uuidOf(guest), now],
  );
}

/** A guest's address, once it is proven. */
export async function addressOf(
  queryable: Queryable,
  guest: Id<"client">,
): Promise<GuestAddress | undefined> {
  const { rows } = await queryable.query<{ ciphertext: Buffer; language: string }>(
    `select ciphertext, language from tickets.addresses
     where client = $1::uuid and proven_at is not null`,
    [uuidOf(guest)],
  );
  return rows[0] && { guest, ...rows[0] };
}

export type GuestLink = { guest: Id<"client">; id: Id<"link">; ticket: Id<"ticket"> };

export async function insertGuestLink(
  joining: Transaction,
  { guest, id, ticket }: GuestLink,
  expiresAt: Date,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into tickets.links (client, id, ticket, made_at, expires_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5::timestamptz)`,
    [uuidOf(guest), uuidOf(id), uuidOf(ticket), now, expiresAt],
  );
}

/** A link that can still be followed. */
export async function guestLink(
  queryable: Queryable,
  id: Id<"link">,
  now: Date,
): Promise<GuestLink | undefined> {
  const { rows } = await queryable.query<{ client: string; ticket: string }>(
    `select client, ticket from tickets.links
     where id = $1::uuid and used_at is null and expires_at > $2::timestamptz`,
    [uuidOf(id), now],
  );
  const [row] = rows;
  return row && { id, guest: idFrom("client", row.client), ticket: idFrom("ticket", row.ticket) };
}

/** A link that could be followed once, whether it still can or not. */
export async function knownGuestLink(
  queryable: Queryable,
  id: Id<"link">,
): Promise<GuestLink | undefined> {
  const { rows } = await queryable.query<{ client: string; ticket: string }>(
    "select client, ticket from tickets.links where id = $1::uuid",
    [uuidOf(id)],
  );
  const [row] = rows;
  return row && { id, guest: idFrom("client", row.client), ticket: idFrom("ticket", row.ticket) };
}

/** Uses up a link: of two who follow it at once, one gets true. */
export async function takeGuestLink(
  joining: Transaction,
  { guest, id }: GuestLink,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update tickets.links set used_at = $3::timestamptz
     where client = $1::uuid and id = $2::uuid and used_at is null and expires_at > $3::timestamptz`,
    [uuidOf(guest), uuidOf(id), now],
  );
  return rowCount === 1;
}

/** From now on this browser reads this ticket, until a time. */
export async function insertVisit(
  joining: Transaction,
  { guest, id, ticket }: { guest: Id<"client">; id: Id<"visit">; ticket: Id<"ticket"> },
  visitorHash: Uint8Array,
  endsAt: Date,
): Promise<void> {
  await joining.query(
    `insert into tickets.guest_visits (client, id, ticket, visitor_hash, ends_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4::bytea, $5::timestamptz)`,
    [uuidOf(guest), uuidOf(id), uuidOf(ticket), visitorHash, endsAt],
  );
}

/** Whose ticket a browser may read now. The hash is of 256 random bits: looking it up tells nobody anything. */
export async function guestVisiting(
  queryable: Queryable,
  ticket: Id<"ticket">,
  visitorHash: Uint8Array,
  now: Date,
): Promise<Id<"client"> | undefined> {
  const { rows } = await queryable.query<{ client: string }>(
    `select client from tickets.guest_visits
     where ticket = $1::uuid and visitor_hash = $2::bytea and ends_at > $3::timestamptz limit 1`,
    [uuidOf(ticket), visitorHash, now],
  );
  return rows[0] && idFrom("client", rows[0].client);
}
