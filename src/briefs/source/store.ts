import { type Id, idFrom, isId, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Capture, Reliability, Source, SourceKind } from "./source.ts";

type SourceRow = {
  id: string;
  name: string;
  kind: SourceKind;
  url: string | null;
  publisher: string | null;
  published: string | null;
  captured_at: Date;
  capture: Capture;
  text: string;
  sha256: Buffer;
  flags: string[];
  reliability: Reliability;
  origin: string | null;
  because: string;
};

export type Assessment = Pick<Source, "reliability" | "origin"> & { because: string };

export async function insertSource(
  joining: Transaction,
  brief: Id<"brief">,
  source: Source,
  by: Id<"staff">,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into briefs.sources (brief, id, name, kind, url, publisher, published, captured_at, capture, text, sha256,
       flags, kept_at, kept_by)
     values ($1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::text, $7::text, $8::timestamptz, $9::text,
       $10::text, $11::bytea, $12::text[], $13::timestamptz, $14::uuid)`,
    [
      ...[uuidOf(brief), uuidOf(source.id), source.name, source.kind, source.url ?? null],
      ...[source.publisher ?? null, source.published ?? null, source.capturedAt, source.capture],
      ...[source.text, Buffer.from(source.sha256, "hex"), source.flags, now, uuidOf(by)],
    ],
  );
}

export async function insertAssessment(
  joining: Transaction,
  { brief, source }: { brief: Id<"brief">; source: Id<"source"> },
  { reliability, origin, because }: Assessment,
  by: Id<"staff">,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into briefs.assessments (brief, source, number, reliability, origin, because, assessed_at, assessed_by)
     select $1::uuid, $2::uuid, count(*) + 1, $3::text, $4::text, $5::text, $6::timestamptz, $7::uuid
     from briefs.assessments where brief = $1::uuid and source = $2::uuid`,
    [
      ...[uuidOf(brief), uuidOf(source), reliability, origin?.label ?? null],
      ...[origin?.because ?? because, now, uuidOf(by)],
    ],
  );
}

/**
 * The sources of a brief as they are trusted now, in the order of their names.
 * @param only names or ids; all of them without
 */
export async function sourcesOf(
  queryable: Queryable,
  brief: Id<"brief">,
  only?: readonly string[],
): Promise<Source[]> {
  const { rows } = await queryable.query<SourceRow>(
    `select s.id, s.name, s.kind, s.url, s.publisher, s.published, s.captured_at, s.capture, s.text, s.sha256, s.flags,
       a.reliability, a.origin, a.because
     from briefs.sources s
     cross join lateral (
       select reliability, origin, because from briefs.assessments
       where brief = s.brief and source = s.id order by number desc limit 1
     ) a
     where s.brief = $1::uuid and ($2::text[] is null or s.name = any($2::text[]) or s.id = any($3::uuid[]))
     order by s.name collate "C"`,
    [
      ...[uuidOf(brief), only ?? null],
      only?.flatMap((one) => (isId("source", one) ? uuidOf(one) : [])) ?? null,
    ],
  );
  return rows.map(sourceFrom);
}

/** How many sources a brief has, and the highest of their names that are numbers, such as `S05`. */
export async function countSources(
  queryable: Queryable,
  brief: Id<"brief">,
): Promise<{ count: number; last: number }> {
  const { rows } = await queryable.query<{ count: number; last: number | null }>(
    `select count(*)::integer as count, max(substring(name from '^S([0-9]{1,6})$')::integer) as last
     from briefs.sources where brief = $1::uuid`,
    [uuidOf(brief)],
  );
  return { count: rows[0]?.count ?? 0, last: rows[0]?.last ?? 0 };
}

/** The name of a source that has this name, or this publisher, this address and these very words. */
export async function sameSource(
  queryable: Queryable,
  brief: Id<"brief">,
  { name, url, publisher, sha256 }: Pick<Source, "name" | "url" | "publisher" | "sha256">,
): Promise<string | undefined> {
  const { rows } = await queryable.query<{ name: string }>(
    `select name from briefs.sources
     where brief = $1::uuid and (name = $2::text or (sha256 = $3::bytea and url is not distinct from $4::text
       and publisher is not distinct from $5::text)) limit 1`,
    [uuidOf(brief), name, Buffer.from(sha256, "hex"), url ?? null, publisher ?? null],
  );
  return rows[0]?.name;
}

function sourceFrom(row: SourceRow): Source {
  const origin = row.origin === null ? undefined : { label: row.origin, because: row.because };
  return {
    ...{ id: idFrom("source", row.id), name: row.name, kind: row.kind },
    ...{ url: row.url ?? undefined, publisher: row.publisher ?? undefined },
    ...{ published: row.published ?? undefined, capturedAt: row.captured_at },
    ...{ capture: row.capture, text: row.text, sha256: row.sha256.toString("hex") },
    ...{ reliability: row.reliability, flags: row.flags, origin },
  };
}
