import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";

/** What a reader wrote on a claim, without its secrets. */
export type Dispute = {
  question: Id<"question">;
  claim: Id<"claim">;
  words: string;
  disputedAt: Date;
};

/** The question in which a claim's disputes are gathered, and how many there are; of several the last. */
export async function disputedQuestion(
  queryable: Queryable,
  brief: Id<"brief">,
  claim: Id<"claim">,
): Promise<{ question: Id<"question">; count: number } | undefined> {
  const { rows } = await queryable.query<{ question: string; count: number }>(
    `select question, count(*)::integer as count from briefs.disputes
     where brief = $1::uuid and claim = $2::uuid group by question order by max(disputed_at) desc limit 1`,
    [uuidOf(brief), uuidOf(claim)],
  );
  return rows[0] && { question: idFrom("question", rows[0].question), count: rows[0].count };
}

export async function insertDispute(
  joining: Transaction,
  brief: Id<"brief">,
  { question, claim, words, disputedAt }: Dispute,
): Promise<void> {
  await joining.query(
    `insert into briefs.disputes (brief, question, number, claim, words, disputed_at)
     select $1::uuid, $2::uuid, count(*) + 1, $3::uuid, $4::text, $5::timestamptz
     from briefs.disputes where brief = $1::uuid and question = $2::uuid`,
    [uuidOf(brief), uuidOf(question), uuidOf(claim), words, disputedAt],
  );
}

/** The newest first. */
export async function disputesOf(queryable: Queryable, brief: Id<"brief">): Promise<Dispute[]> {
  const { rows } = await queryable.query<{
    question: string;
    claim: string;
    words: string;
    disputed_at: Date;
  }>(
    `select question, claim, words, disputed_at from briefs.disputes where brief = $1::uuid
     order by disputed_at desc, question, number`,
    [uuidOf(brief)],
  );
  return rows.map(({ question, claim, words, disputed_at }) => ({
    ...{ question: idFrom("question", question), claim: idFrom("claim", claim) },
    ...{ words, disputedAt: disputed_at },
  }));
}
