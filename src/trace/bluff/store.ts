import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { EntryKind } from "./entry.ts";

/** A list of what got out elsewhere. */
export type KnownLeak = {
  id: Id<"leak">;
  name: string;
  /** When it is said to have happened. */
  happenedAt: Date;
  addedAt: Date;
  /** Undefined: a command on the server. */
  addedBy: Id<"staff"> | undefined;
  /** How many different values of each kind it has. */
  entries: Readonly<Record<EntryKind, number>>;
  /** Lines that were none. */
  bad: number;
  /** How much of a value's keyed hash is kept. */
  bits: number;
};

export async function insertLeak(joining: Transaction, leak: KnownLeak): Promise<void> {
  const { id, name, happenedAt, addedAt, addedBy, entries, bad, bits } = leak;
  await joining.query(
    `insert into trace.known_leaks (id, name, happened_at, added_at, added_by, emails, phones, sha1s, sha256s, bad, bits)
     values ($1::uuid, $2::text, $3::timestamptz, $4::timestamptz, $5::uuid, $6::integer, $7::integer, $8::integer,
       $9::integer, $10::integer, $11::smallint)`,
    [
      ...[uuidOf(id), name, happenedAt, addedAt, addedBy ? uuidOf(addedBy) : null],
      ...[entries.email, entries.phone, entries.sha1, entries.sha256, bad, bits],
    ],
  );
}

/** @param entries different ones */
export async function insertEntries(
  joining: Transaction,
  leak: Id<"leak">,
  kind: EntryKind,
  entries: readonly number[],
): Promise<void> {
  await joining.query(
    `insert into trace.known_leak_entries (leak, kind, entry)
     select $1::uuid, $2::text, unnest($3::integer[])`,
    [uuidOf(leak), kind, entries],
  );
}

/** The newest first. */
export async function knownLeaks(queryable: Queryable): Promise<KnownLeak[]> {
  const { rows } = await queryable.query<{
    id: string;
    name: string;
    happened_at: Date;
    added_at: Date;
    added_by: string | null;
    emails: number;
    phones: number;
    sha1s: number;
    sha256s: number;
    bad: number;
    bits: number;
  }>(
    `select id, name, happened_at, added_at, added_by, emails, phones, sha1s, sha256s, bad, bits
     from trace.known_leaks order by added_at desc, id`,
  );
  return rows.map((row) => ({
    ...{ id: idFrom("leak", row.id), name: row.name, happenedAt: row.happened_at },
    ...{ addedAt: row.added_at, addedBy: row.added_by ? idFrom("staff", row.added_by) : undefined },
    entries: { email: row.emails, phone: row.phones, sha1: row.sha1s, sha256: row.sha256s },
    ...{ bad: row.bad, bits: row.bits },
  }));
}

/** Which of some entries a leak has. */
export async function entriesIn(
  queryable: Queryable,
  leak: Id<"leak">,
  kind: EntryKind,
  entries: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await queryable.query<{ entry: number }>(
    `select entry from trace.known_leak_entries
     where leak = $1::uuid and kind = $2::text and entry = any ($3::integer[])`,
    [uuidOf(leak), kind, entries],
  );
  return new Set(rows.map(({ entry }) => entry));
}
