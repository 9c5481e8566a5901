import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Link, LinkPurpose } from "./link.ts";

type NewLink = Omit<Link, "usedAt" | "subject"> & { subject?: Id<string> };

/** Writes a link down that a message will carry. It counts until it is used or expires. */
export async function insertLink(
  queryable: Queryable,
  { client, id, purpose, subject, madeAt, expiresAt }: NewLink,
): Promise<void> {
  await queryable.query(
    `insert into accounts.links (client, id, purpose, subject, made_at, expires_at)
     values ($1::uuid, $2::uuid, $3::text, $4::uuid, $5::timestamptz, $6::timestamptz)`,
    [uuidOf(client), uuidOf(id), purpose, subject && uuidOf(subject), madeAt, expiresAt],
  );
}

/** A link that can still be followed. */
export async function openLink(
  queryable: Queryable,
  id: Id<"link">,
  now: Date,
): Promise<Link | undefined> {
  const { rows } = await queryable.query<{
    client: string;
    purpose: LinkPurpose;
    subject: string | null;
    made_at: Date;
    expires_at: Date;
  }>(
    `select client, purpose, subject, made_at, expires_at from accounts.links
     where id = $1::uuid and used_at is null and expires_at > $2::timestamptz`,
    [uuidOf(id), now],
  );
  const [row] = rows;
  return (
    row && {
      client: idFrom("client", row.client),
      id,
      purpose: row.purpose,
      subject: row.subject === null ? undefined : idFrom("subject", row.subject),
      madeAt: row.made_at,
      expiresAt: row.expires_at,
      usedAt: undefined,
    }
  );
}

/** Uses up a link: of two who follow it at once, one gets true. */
export async function takeLink(
  joining: Transaction,
  { client, id }: Pick<Link, "client" | "id">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.links set used_at = $3::timestamptz
     where client = $1::uuid and id = $2::uuid and used_at is null and expires_at > $3::timestamptz`,
    [uuidOf(client), uuidOf(id), now],
  );
  return rowCount === 1;
}

/** Uses up the links of one purpose that a client still has, such as earlier ones when a new one is sent. */
export async function voidLinks(
  queryable: Queryable,
  client: Id<"client">,
  purpose: LinkPurpose,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update accounts.links set used_at = $3::timestamptz
     where client = $1::uuid and purpose = $2::text and used_at is null`,
    [uuidOf(client), purpose, now],
  );
}

/** Uses up every link that a client still has, but those of some purposes. */
export async function voidOtherLinks(
  queryable: Queryable,
  client: Id<"client">,
  kept: readonly LinkPurpose[],
  now: Date,
): Promise<void> {
  await queryable.query(
    `update accounts.links set used_at = $3::timestamptz
     where client = $1::uuid and purpose <> all ($2::text[]) and used_at is null`,
    [uuidOf(client), kept, now],
  );
}
