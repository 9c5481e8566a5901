import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";

/** How much of a brief there is, and waits for somebody. */
export type Counted = {
  sources: number;
  claims: number;
  /** Claims on which nobody decided anything. */
  proposed: number;
  /** Questions to which nobody named a claim that still stands. */
  open: number;
  /** The number of its last edition. */
  edition: number | undefined;
};

type CountedRow = Omit<Counted, "edition"> & { brief: string; edition: number | null };

/** Every brief's counts. */
export async function countedBriefs(
  queryable: Queryable,
): Promise<ReadonlyMap<Id<"brief">, Counted>> {
  const { rows } = await queryable.query<CountedRow>(
    `select b.id as brief,
       (select count(*)::integer from briefs.sources s where s.brief = b.id) as sources,
       (select count(*)::integer from briefs.claims c where c.brief = b.id) as claims,
       (select count(*)::integer from briefs.claims c where c.brief = b.id and not exists (
         select from briefs.decisions d where d.brief = c.brief and d.claim = c.id and d.status <> 'proposed')) as proposed,
       (select count(*)::integer from briefs.questions q where q.brief = b.id and not exists (
         select from (
           select k.claim from briefs.question_checks k where k.brief = q.brief and k.question = q.id
           order by k.number desc limit 1
         ) last
         where last.claim is not null and coalesce((
           select d.status from briefs.decisions d where d.brief = q.brief and d.claim = last.claim
           order by d.number desc limit 1
         ), 'proposed') not in ('refuted', 'superseded', 'withdrawn'))) as open,
       (select max(e.number) from briefs.editions e where e.brief = b.id) as edition
     from briefs.briefs b`,
  );
  return new Map(
    rows.map(({ brief, edition, ...counts }) => [
      idFrom("brief", brief),
      { ...counts, edition: edition ?? undefined },
    ]),
  );
}

/** Another text whenever anything of a brief changed: rows are only ever added. */
export async function markOfBrief(queryable: Queryable, brief: Id<"brief">): Promise<string> {
  const { rows } = await queryable.query<{ mark: string }>(
    `select concat_ws(' ',
       (select count(*) from briefs.sources where brief = $1::uuid),
       (select count(*) from briefs.assessments where brief = $1::uuid),
       (select count(*) from briefs.proposal_reviews where brief = $1::uuid),
       (select count(*) from briefs.claims where brief = $1::uuid),
       (select count(*) from briefs.supports where brief = $1::uuid),
       (select count(*) from briefs.decisions where brief = $1::uuid),
       (select count(*) from briefs.questions where brief = $1::uuid),
       (select count(*) from briefs.question_checks where brief = $1::uuid),
       (select count(*) from briefs.disputes where brief = $1::uuid),
       (select count(*) from briefs.drafts where brief = $1::uuid),
       (select count(*) from briefs.prepared_editions where brief = $1::uuid),
       (select count(*) from briefs.editions where brief = $1::uuid)) as mark`,
    [uuidOf(brief)],
  );
  return rows[0]?.mark ?? "";
}

/** The same of all briefs together, for the list of them. */
export async function markOfBriefs(queryable: Queryable): Promise<string> {
  const { rows } = await queryable.query<{ mark: string }>(
    `select concat_ws(' ',
       (select count(*) from briefs.briefs), (select count(*) from briefs.claims),
       (select count(*) from briefs.decisions), (select count(*) from briefs.questions),
       (select count(*) from briefs.question_checks), (select count(*) from briefs.prepared_editions),
       (select count(*) from briefs.editions)) as mark`,
  );
  return rows[0]?.mark ?? "";
}

/** What somebody made of a proposal: a claim, or nothing. */
export type Review = {
  brief: Id<"brief">;
  source: Id<"source">;
  /** SHA-256 in hex. */
  proposal: string;
  claim: Id<"claim"> | undefined;
};

export async function insertReview(
  joining: Transaction,
  { brief, source, proposal, claim }: Review,
  by: Id<"staff">,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into briefs.proposal_reviews (brief, source, proposal, claim, reviewed_at, reviewed_by)
     values ($1::uuid, $2::uuid, $3::bytea, $4::uuid, $5::timestamptz, $6::uuid)`,
    [
      ...[uuidOf(brief), uuidOf(source), Buffer.from(proposal, "hex")],
      ...[claim === undefined ? null : uuidOf(claim), now, uuidOf(by)],
    ],
  );
}

/** The proposals of a brief's sources that somebody took or refused, by their hashes. */
export async function reviewedProposals(
  queryable: Queryable,
  brief: Id<"brief">,
): Promise<ReadonlySet<string>> {
  const { rows } = await queryable.query<{ source: string; proposal: Buffer }>(
    "select source, proposal from briefs.proposal_reviews where brief = $1::uuid",
    [uuidOf(brief)],
  );
  return new Set(
    rows.map((row) => `${idFrom("source", row.source)} ${row.proposal.toString("hex")}`),
  );
}

/** Which draft of a brief's sentences is the last, and who saved it. */
export async function draftKept(
  queryable: Queryable,
  brief: Id<"brief">,
): Promise<{ number: number; by: Id<"staff">; at: Date } | undefined> {
  const { rows } = await queryable.query<{ number: number; drafted_by: string; drafted_at: Date }>(
    `select number, drafted_by, drafted_at from briefs.drafts where brief = $1::uuid
     order by number desc limit 1`,
    [uuidOf(brief)],
  );
  const [row] = rows;
  return row && { number: row.number, by: idFrom("staff", row.drafted_by), at: row.drafted_at };
}
