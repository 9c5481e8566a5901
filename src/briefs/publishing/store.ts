import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Body } from "../edition/index.ts";
import { parseEdition } from "../edition/index.ts";

/** Bytes that somebody wants to publish, or that are. */
export type Prepared = {
  id: Id<"edition">;
  brief: Id<"brief">;
  number: number;
  /** As `printEdition` prints it. */
  text: string;
  sha256: string;
  preparedAt: Date;
  preparedBy: Id<"staff">;
};

export type PublishedEdition = Omit<Prepared, "preparedAt" | "preparedBy"> & {
  publishedAt: Date;
  event: Id<"event">;
};

type PreparedRow = {
  id: string;
  brief: string;
  number: number;
  body: string;
  sha256: Buffer;
  prepared_at: Date;
  prepared_by: string;
};

type EditionRow = Omit<PreparedRow, "prepared_at" | "prepared_by"> & {
  published_at: Date;
  event: string;
};

export async function insertPrepared(joining: Transaction, prepared: Prepared): Promise<void> {
  const { id, brief, number, text, sha256, preparedAt, preparedBy } = prepared;
  await joining.query(
    `insert into briefs.prepared_editions (id, brief, number, body, sha256, prepared_at, prepared_by)
     values ($1::uuid, $2::uuid, $3::integer, $4::text, $5::bytea, $6::timestamptz, $7::uuid)`,
    [
      ...[uuidOf(id), uuidOf(brief), number, text, Buffer.from(sha256, "hex"), preparedAt],
      uuidOf(preparedBy),
    ],
  );
}

export async function preparedById(
  queryable: Queryable,
  id: Id<"edition">,
): Promise<Prepared | undefined> {
  const { rows } = await queryable.query<PreparedRow>(
    `select id, brief, number, body, sha256, prepared_at, prepared_by from briefs.prepared_editions
     where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows[0] && preparedFrom(rows[0]);
}

/** What somebody prepared last under a number that isn't published yet, brief by brief. */
export async function waitingEditions(queryable: Queryable): Promise<Prepared[]> {
  const { rows } = await queryable.query<PreparedRow>(
    `select distinct on (p.brief) p.id, p.brief, p.number, p.body, p.sha256, p.prepared_at, p.prepared_by
     from briefs.prepared_editions p
     where not exists (select from briefs.editions e where e.brief = p.brief and e.number >= p.number)
     order by p.brief, p.prepared_at desc, p.id desc`,
  );
  return rows.map(preparedFrom);
}

export async function insertAsk(
  joining: Transaction,
  edition: Id<"edition">,
  { approval, by, at }: { approval: Id<"approval">; by: Id<"staff">; at: Date },
): Promise<void> {
  await joining.query(
    `insert into briefs.publication_asks (approval, edition, asked_at, asked_by)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid)`,
    [uuidOf(approval), uuidOf(edition), at, uuidOf(by)],
  );
}

/** The approval that was asked for last. */
export async function lastAsk(
  queryable: Queryable,
  edition: Id<"edition">,
): Promise<Id<"approval"> | undefined> {
  const { rows } = await queryable.query<{ approval: string }>(
    `select approval from briefs.publication_asks where edition = $1::uuid
     order by asked_at desc, approval desc limit 1`,
    [uuidOf(edition)],
  );
  return rows[0] && idFrom("approval", rows[0].approval);
}

export async function insertEdition(
  joining: Transaction,
  { id, brief, number }: Prepared,
  { event, approval, at }: { event: Id<"event">; approval: Id<"approval">; at: Date },
): Promise<void> {
  await joining.query(
    `insert into briefs.editions (brief, number, edition, published_at, event, approval)
     values ($1::uuid, $2::integer, $3::uuid, $4::timestamptz, $5::uuid, $6::uuid)`,
    [uuidOf(brief), number, uuidOf(id), at, uuidOf(event), uuidOf(approval)],
  );
}

/** One edition of a brief, or its last. */
export async function publishedEdition(
  queryable: Queryable,
  brief: Id<"brief">,
  number?: number,
): Promise<PublishedEdition | undefined> {
  const { rows } = await queryable.query<EditionRow>(
    `select p.id, p.brief, p.number, p.body, p.sha256, e.published_at, e.event
     from briefs.editions e join briefs.prepared_editions p on p.id = e.edition
     where e.brief = $1::uuid and ($2::integer is null or e.number = $2::integer)
     order by e.number desc limit 1`,
    [uuidOf(brief), number ?? null],
  );
  return rows[0] && editionFrom(rows[0]);
}

/** The last editions of each brief that has one, the newest first. */
export async function lastEditions(queryable: Queryable): Promise<PublishedEdition[]> {
  const { rows } = await queryable.query<EditionRow>(
    `select p.id, p.brief, p.number, p.body, p.sha256, e.published_at, e.event
     from briefs.editions e join briefs.prepared_editions p on p.id = e.edition
     where not exists (select from briefs.editions l where l.brief = e.brief and l.number > e.number)
     order by e.published_at desc, e.brief`,
  );
  return rows.map(editionFrom);
}

/** When each edition of a brief was published, the newest first. */
export async function editionDates(
  queryable: Queryable,
  brief: Id<"brief">,
): Promise<{ number: number; publishedAt: Date }[]> {
  const { rows } = await queryable.query<{ number: number; published_at: Date }>(
    `select number, published_at from briefs.editions where brief = $1::uuid order by number desc`,
    [uuidOf(brief)],
  );
  return rows.map(({ number, published_at }) => ({ number, publishedAt: published_at }));
}

export function bodyOf({ text }: Pick<Prepared, "text">): Body {
  return parseEdition(Buffer.from(text));
}

function preparedFrom(row: PreparedRow): Prepared {
  return {
    ...{ id: idFrom("edition", row.id), brief: idFrom("brief", row.brief), number: row.number },
    ...{ text: row.body, sha256: row.sha256.toString("hex"), preparedAt: row.prepared_at },
    preparedBy: idFrom("staff", row.prepared_by),
  };
}

function editionFrom(row: EditionRow): PublishedEdition {
  return {
    ...{ id: idFrom("edition", row.id), brief: idFrom("brief", row.brief), number: row.number },
    ...{ text: row.body, sha256: row.sha256.toString("hex"), publishedAt: row.published_at },
    event: idFrom("event", row.event),
  };
}
