import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Ticket } from "../ticket/index.ts";
import type { Attachment } from "./attachment.ts";
import type { Cleared } from "./clamd.ts";
import type { FileKind } from "./kind.ts";

type Place = Pick<Ticket, "requester" | "id">;

type AttachmentRow = {
  id: string;
  message: string;
  number: number;
  kind: FileKind;
  pages: number;
  bytes: number;
  removed: string[];
  scanned_at: Date | null;
  added_at: Date;
};

/** Its number is the next one of its ticket, which the caller holds. @returns the number */
export async function insertAttachment(
  joining: Transaction,
  { requester, id: ticket }: Place,
  attachment: Omit<Attachment, "number">,
  keyCiphertext: Uint8Array,
): Promise<number> {
  const { id, message, kind, pageCount, bytes, scan, removed, addedAt } = attachment;
  const { rows } = await joining.query<{ number: number }>(
    `insert into tickets.attachments (client, ticket, id, message, number, kind, pages, bytes, scanned_at, added_at,
       key_ciphertext, removed)
     select $1::uuid, $2::uuid, $3::uuid, $4::uuid, coalesce(max(number), 0) + 1, $5::text, $6::integer, $7::integer, $8::timestamptz,
       $9::timestamptz, $10::bytea, $11::text[]
     from tickets.attachments where client = $1::uuid and ticket = $2::uuid
     returning number`,
    [
      uuidOf(requester.id),
      uuidOf(ticket),
      uuidOf(id),
      uuidOf(message),
      kind,
      pageCount,
      bytes,
      scannedAt(scan),
      addedAt,
      keyCiphertext,
      removed,
    ],
  );
  return rows[0]?.number ?? 0;
}

export async function insertPage(
  joining: Transaction,
  { requester, id: ticket }: Place,
  attachment: Id<"attachment">,
  number: number,
  sealed: Uint8Array,
): Promise<void> {
  await joining.query(
    `insert into tickets.attachment_pages (client, ticket, attachment, number, sealed)
     values ($1::uuid, $2::uuid, $3::uuid, $4::integer, $5::bytea)`,
    [uuidOf(requester.id), uuidOf(ticket), uuidOf(attachment), number, sealed],
  );
}

/** A ticket's attachments, the oldest first. Nothing in them is decrypted. */
export async function attachmentsOf(
  queryable: Queryable,
  { requester, id: ticket }: Place,
): Promise<Attachment[]> {
  const { rows } = await queryable.query<AttachmentRow>(
    `select id, message, number, kind, pages, bytes, removed, scanned_at, added_at
     from tickets.attachments
     where client = $1::uuid and ticket = $2::uuid order by number`,
    [uuidOf(requester.id), uuidOf(ticket)],
  );
  return rows.map((row) => ({
    id: idFrom("attachment", row.id),
    message: idFrom("msg", row.message),
    number: row.number,
    kind: row.kind,
    pageCount: row.pages,
    bytes: row.bytes,
    removed: row.removed,
    scan: scanFrom(row.scanned_at),
    addedAt: row.added_at,
  }));
}

/** How many bytes all files of a client have, in all tickets. */
export async function keptBytes(queryable: Queryable, client: Id<"client">): Promise<number> {
  const { rows } = await queryable.query<{ bytes: string }>(
    "select coalesce(sum(bytes), 0)::text as bytes from tickets.attachments where client = $1::uuid",
    [uuidOf(client)],
  );
  return Number(rows[0]?.bytes ?? 0);
}

/** What opens an attachment: its encrypted key, and one of its pages. */
export async function sealedPage(
  queryable: Queryable,
  { requester, id: ticket }: Place,
  attachment: Id<"attachment">,
  number: number,
): Promise<{ keyCiphertext: Uint8Array; sealed: Uint8Array } | undefined> {
  const { rows } = await queryable.query<{ key_ciphertext: Buffer; sealed: Buffer }>(
    `select a.key_ciphertext, p.sealed from tickets.attachments a
     join tickets.attachment_pages p on p.client = a.client and p.ticket = a.ticket and p.attachment = a.id
     where a.client = $1::uuid and a.ticket = $2::uuid and a.id = $3::uuid and p.number = $4::integer`,
    [uuidOf(requester.id), uuidOf(ticket), uuidOf(attachment), number],
  );
  const [row] = rows;
  return row && { keyCiphertext: row.key_ciphertext, sealed: row.sealed };
}

export async function insertOpening(
  joining: Transaction,
  { requester, id: ticket }: Place,
  attachment: Id<"attachment">,
  id: Id<"opening">,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into tickets.attachment_openings (client, ticket, attachment, id, opened_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz)`,
    [uuidOf(requester.id), uuidOf(ticket), uuidOf(attachment), uuidOf(id), now],
  );
}

/** How often the staff opened each attachment of a ticket, and when the last time. */
export async function openingsOf(
  queryable: Queryable,
  { requester, id: ticket }: Place,
): Promise<Map<Id<"attachment">, { count: number; lastAt: Date }>> {
  const { rows } = await queryable.query<{ attachment: string; count: number; last_at: Date }>(
    `select attachment, count(*)::integer as count, max(opened_at) as last_at from tickets.attachment_openings
     where client = $1::uuid and ticket = $2::uuid group by attachment`,
    [uuidOf(requester.id), uuidOf(ticket)],
  );
  return new Map(
    rows.map(({ attachment, count, last_at: lastAt }) => [
      idFrom("attachment", attachment),
      { count, lastAt },
    ]),
  );
}

/** Deletes every file that a client sent. */
export async function eraseAttachments(joined: Transaction, client: Id<"client">): Promise<void> {
  const owner = [uuidOf(client)];
  await joined.query("delete from tickets.attachments where client = $1::uuid", owner);
  await joined.query("delete from tickets.uploads where client = $1::uuid", owner);
}

/** A file that belongs to no message yet; its pages are sealed. */
export type Upload = {
  client: Id<"client">;
  id: Id<"upload">;
  kind: FileKind;
  scan: Cleared;
  removed: readonly string[];
  pages: readonly Uint8Array[];
};

export async function insertUpload(
  queryable: Queryable,
  { client, id, kind, scan, removed, pages }: Upload,
  expiresAt: Date,
): Promise<void> {
  await queryable.query(
    `insert into tickets.uploads (client, id, kind, removed, bytes, scanned_at, pages, expires_at)
     values ($1::uuid, $2::uuid, $3::text, $4::text[], $5::integer, $6::timestamptz, $7::bytea[], $8::timestamptz)`,
    [
      uuidOf(client),
      uuidOf(id),
      kind,
      removed,
      pages.reduce((sum, { length }) => sum + length, 0),
      scannedAt(scan),
      pages,
      expiresAt,
    ],
  );
}

export async function uploadBy(
  queryable: Queryable,
  client: Id<"client">,
  id: Id<"upload">,
  now: Date,
): Promise<Upload | undefined> {
  const { rows } = await queryable.query<{
    kind: FileKind;
    removed: string[];
    scanned_at: Date | null;
    pages: Buffer[];
  }>(
    `select kind, removed, scanned_at, pages from tickets.uploads
     where client = $1::uuid and id = $2::uuid and expires_at > $3::timestamptz`,
    [uuidOf(client), uuidOf(id), now],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { kind, removed, pages } = row;
  return { client, id, kind, removed, pages, scan: scanFrom(row.scanned_at) };
}

/** Takes an upload out: of two who send it off at once, one gets true. */
export async function deleteUpload(
  joining: Transaction,
  client: Id<"client">,
  id: Id<"upload">,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    "delete from tickets.uploads where client = $1::uuid and id = $2::uuid",
    [uuidOf(client), uuidOf(id)],
  );
  return rowCount === 1;
}

/** How many bytes wait for somebody to send them off. */
export async function uploadedBytes(queryable: Queryable): Promise<number> {
  const { rows } = await queryable.query<{ bytes: string }>(
    "select coalesce(sum(bytes), 0)::text as bytes from tickets.uploads",
  );
  return Number(rows[0]?.bytes ?? 0);
}

export async function forgetUploads(queryable: Queryable, now: Date): Promise<void> {
  await queryable.query("delete from tickets.uploads where expires_at <= $1::timestamptz", [now]);
}

function scannedAt(scan: Cleared): Date | null {
  return scan.is === "clean" ? scan.at : null;
}

function scanFrom(at: Date | null): Cleared {
  return at ? { is: "clean", at } : { is: "not_scanned" };
}
