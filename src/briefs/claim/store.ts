import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type {
  Author,
  Claim,
  Decision,
  Speaker,
  Statement,
  Status,
  Support,
  Visibility,
} from "./claim.ts";
import type { Value } from "./value.ts";
import type { Verb } from "./verb.ts";

/** Which claim of which brief. */
export type ClaimPlace = { brief: Id<"brief">; claim: Id<"claim"> };

type ClaimRow = {
  id: string;
  number: number;
  slot: string;
  subject: string;
  value: Value;
  denied: boolean;
  possible: boolean;
  verb: Verb | null;
  speaker: Speaker;
  author: Author;
  added_at: Date;
};

type SupportRow = { claim: string; source: string; exact: string; prefix: string; suffix: string };

type DecisionRow = {
  claim: string;
  status: Status;
  visibility: Visibility;
  reason: string;
  into: string | null;
  decided_at: Date;
  decided_by: string;
};

/** @returns its number within the brief */
export async function insertClaim(
  joining: Transaction,
  { brief, claim }: ClaimPlace,
  statement: Statement,
  author: Author,
  by: Id<"staff">,
  now: Date,
): Promise<number> {
  const { slot, subject, value, denied, possible, verb, speaker } = statement;
  const { rows } = await joining.query<{ number: number }>(
    `insert into briefs.claims (brief, id, number, slot, subject, value, denied, possible, verb, speaker, author,
       added_at, added_by)
     select $1::uuid, $2::uuid, coalesce(max(number), 0) + 1, $3::text, $4::text, $5::jsonb, $6::boolean, $7::boolean,
       $8::text, $9::text, $10::jsonb, $11::timestamptz, $12::uuid
     from briefs.claims where brief = $1::uuid
     returning number`,
    [
      ...[uuidOf(brief), uuidOf(claim), slot, subject, JSON.stringify(value), denied, possible],
      ...[verb ?? null, speaker, JSON.stringify(author), now, uuidOf(by)],
    ],
  );
  return rows[0]?.number ?? 0;
}

export async function insertSupport(
  joining: Transaction,
  { brief, claim }: ClaimPlace,
  { source, quote }: Support,
  by: Id<"staff">,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into briefs.supports (brief, claim, number, source, exact, prefix, suffix, added_at, added_by)
     select $1::uuid, $2::uuid, count(*) + 1, $3::uuid, $4::text, $5::text, $6::text, $7::timestamptz, $8::uuid
     from briefs.supports where brief = $1::uuid and claim = $2::uuid`,
    [
      ...[uuidOf(brief), uuidOf(claim), uuidOf(source)],
      ...[quote.exact, quote.prefix, quote.suffix, now, uuidOf(by)],
    ],
  );
}

/** @param number counts the claim's decisions from 1: of two at once one fails */
export async function insertDecision(
  joining: Transaction,
  { brief, claim }: ClaimPlace,
  number: number,
  { status, visibility, reason, into, at, by }: Decision,
): Promise<void> {
  await joining.query(
    `insert into briefs.decisions (brief, claim, number, status, visibility, reason, "into", decided_at, decided_by)
     values ($1::uuid, $2::uuid, $3::integer, $4::text, $5::text, $6::text, $7::uuid, $8::timestamptz, $9::uuid)`,
    [
      ...[uuidOf(brief), uuidOf(claim), number, status, visibility, reason],
      ...[into === undefined ? null : uuidOf(into), at, uuidOf(by)],
    ],
  );
}

/** Every claim of a brief with all that was ever decided on it, in the order of their numbers. */
export async function claimsOf(queryable: Queryable, brief: Id<"brief">): Promise<Claim[]> {
  const id = [uuidOf(brief)];
  const { rows } = await queryable.query<ClaimRow>(
    `select id, number, slot, subject, value, denied, possible, verb, speaker, author, added_at
     from briefs.claims where brief = $1::uuid order by number`,
    id,
  );
  const { rows: supports } = await queryable.query<SupportRow>(
    `select claim, source, exact, prefix, suffix from briefs.supports
     where brief = $1::uuid order by claim, number`,
    id,
  );
  const { rows: decisions } = await queryable.query<DecisionRow>(
    `select claim, status, visibility, reason, "into", decided_at, decided_by from briefs.decisions
     where brief = $1::uuid order by claim, number`,
    id,
  );
  const supportsBy = Map.groupBy(supports, ({ claim }) => claim);
  const decisionsBy = Map.groupBy(decisions, ({ claim }) => claim);
  return rows.map((row) => ({
    ...{ id: idFrom("claim", row.id), number: row.number, slot: row.slot, subject: row.subject },
    ...{ value: row.value, denied: row.denied, possible: row.possible },
    ...{ verb: row.verb ?? undefined, speaker: row.speaker },
    ...{ author: row.author, addedAt: row.added_at },
    supports: (supportsBy.get(row.id) ?? []).map(supportFrom),
    decisions: (decisionsBy.get(row.id) ?? []).map(decisionFrom),
  }));
}

function supportFrom({ source, exact, prefix, suffix }: SupportRow): Support {
  return { source: idFrom("source", source), quote: { exact, prefix, suffix } };
}

function decisionFrom(row: DecisionRow): Decision {
  return {
    ...{ status: row.status, visibility: row.visibility, reason: row.reason },
    ...{ at: row.decided_at, by: idFrom("staff", row.decided_by) },
    into: row.into === null ? undefined : idFrom("claim", row.into),
  };
}
