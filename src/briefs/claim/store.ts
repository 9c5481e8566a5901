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

/** A claim that isn't kept yet, with its number within its brief. */
export type NewClaim = {
  id: Id<"claim">;
  number: number;
  statement: Statement;
  author: Author;
  supports: readonly Support[];
};

/** The number of a brief's last claim, 0 before there is one: none is ever removed. */
export async function lastClaimNumber(queryable: Queryable, brief: Id<"brief">): Promise<number> {
  const { rows } = await queryable.query<{ number: number | null }>(
    "select max(number) as number from briefs.claims where brief = $1::uuid",
    [uuidOf(brief)],
  );
  return rows[0]?.number ?? 0;
}

export async function insertClaims(
  joining: Transaction,
  brief: Id<"brief">,
  claims: readonly NewClaim[],
  by: Id<"staff">,
  now: Date,
): Promise<void> {
  const rows = claims.map(({ id, number, statement, author }) => {
    return { ...statement, id: uuidOf(id), number, author };
  });
  await joining.query(
    `insert into briefs.claims (brief, id, number, slot, subject, value, denied, possible, verb, speaker, author,
       added_at, added_by)
     select $1::uuid, id, number, slot, subject, value, denied, possible, verb, speaker, author, $3::timestamptz, $4::uuid
     from jsonb_to_recordset($2::jsonb) as given (id uuid, number integer, slot text, subject text, value jsonb,
       denied boolean, possible boolean, verb text, speaker text, author jsonb)`,
    [uuidOf(brief), JSON.stringify(rows), now, uuidOf(by)],
  );
}

/** Passages follow on those that their claims have. */
export async function insertSupports(
  joining: Transaction,
  brief: Id<"brief">,
  supports: readonly (Support & { claim: Id<"claim"> })[],
  by: Id<"staff">,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into briefs.supports (brief, claim, number, source, exact, prefix, suffix, added_at, added_by)
     select $1::uuid, claim, row_number() over (partition by claim order by place)
         + (select count(*) from briefs.supports s where s.brief = $1::uuid and s.claim = given.claim),
       source, exact, prefix, suffix, $2::timestamptz, $3::uuid
     from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[]) with ordinality
       as given (claim, source, exact, prefix, suffix, place)`,
    [
      ...[uuidOf(brief), now, uuidOf(by)],
      ...[supports.map(({ claim }) => uuidOf(claim)), supports.map(({ source }) => uuidOf(source))],
      ...(["exact", "prefix", "suffix"] as const).map((part) =>
        supports.map(({ quote }) => quote[part]),
      ),
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

/** Some claims of a brief: those that any of this names. */
export type ClaimsWanted = {
  numbers?: readonly number[];
  ids?: readonly Id<"claim">[];
  /** Every claim about the subjects of the claims with these numbers. */
  besides?: readonly number[];
  /** Every claim with a passage of it. */
  source?: Id<"source">;
};

/**
 * The claims of a brief with all that was ever decided on them, in the order of their numbers.
 * @param wanted all of them without
 */
export async function claimsOf(
  queryable: Queryable,
  brief: Id<"brief">,
  wanted?: ClaimsWanted,
): Promise<Claim[]> {
  const { rows } = await queryable.query<ClaimRow>(
    `select id, number, slot, subject, value, denied, possible, verb, speaker, author, added_at
     from briefs.claims where brief = $1::uuid and ($2::boolean or number = any($3::bigint[]) or id = any($4::uuid[])
       or subject in (select subject from briefs.claims where brief = $1::uuid and number = any($5::bigint[]))
       or id in (select claim from briefs.supports where brief = $1::uuid and source = $6::uuid))
     order by number`,
    [
      ...[uuidOf(brief), wanted === undefined, wanted?.numbers ?? []],
      ...[wanted?.ids?.map(uuidOf) ?? [], wanted?.besides ?? []],
      wanted?.source === undefined ? null : uuidOf(wanted.source),
    ],
  );
  const ids = [uuidOf(brief), wanted ? rows.map(({ id }) => id) : null];
  const { rows: supports } = await queryable.query<SupportRow>(
    `select claim, source, exact, prefix, suffix from briefs.supports
     where brief = $1::uuid and ($2::uuid[] is null or claim = any($2::uuid[])) order by claim, number`,
    ids,
  );
  const { rows: decisions } = await queryable.query<DecisionRow>(
    `select claim, status, visibility, reason, "into", decided_at, decided_by from briefs.decisions
     where brief = $1::uuid and ($2::uuid[] is null or claim = any($2::uuid[])) order by claim, number`,
    ids,
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
