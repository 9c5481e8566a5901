import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { DraftLine } from "./draft.ts";

type DraftRow = {
  section: DraftLine["section"];
  question: string | null;
  text: string;
  claims: number[];
};

/** @returns its number within the brief */
export async function insertDraft(
  joining: Transaction,
  brief: Id<"brief">,
  lines: readonly DraftLine[],
  by: Id<"staff">,
  now: Date,
): Promise<number> {
  const { rows } = await joining.query<{ number: number }>(
    `insert into briefs.drafts (brief, number, drafted_at, drafted_by)
     select $1::uuid, coalesce(max(number), 0) + 1, $2::timestamptz, $3::uuid from briefs.drafts where brief = $1::uuid
     returning number`,
    [uuidOf(brief), now, uuidOf(by)],
  );
  const number = rows[0]?.number ?? 0;
  for (const [place, { section, question, text, claims }] of lines.entries()) {
    await joining.query(
      `insert into briefs.draft_sentences (brief, draft, place, section, question, text, claims)
       values ($1::uuid, $2::integer, $3::integer, $4::text, $5::text, $6::text, $7::integer[])`,
      [uuidOf(brief), number, place + 1, section, question ?? null, text, claims],
    );
  }
  return number;
}

/** The number of the last draft; 0 before there is one. */
export async function lastDraftNumber(queryable: Queryable, brief: Id<"brief">): Promise<number> {
  const { rows } = await queryable.query<{ number: number }>(
    "select coalesce(max(number), 0) as number from briefs.drafts where brief = $1::uuid",
    [uuidOf(brief)],
  );
  return rows[0]?.number ?? 0;
}

/** The sentences as somebody wrote them last; none before anybody did. */
export async function lastDraft(queryable: Queryable, brief: Id<"brief">): Promise<DraftLine[]> {
  const { rows } = await queryable.query<DraftRow>(
    `select section, question, text, claims from briefs.draft_sentences
     where brief = $1::uuid and draft = (select max(number) from briefs.drafts where brief = $1::uuid)
     order by place`,
    [uuidOf(brief)],
  );
  return rows.map(({ question, ...row }) => ({ ...row, ...(question !== null && { question }) }));
}

/** Questions that came from readers: none of them is published. */
export async function disputedQuestions(
  queryable: Queryable,
  brief: Id<"brief">,
): Promise<ReadonlySet<Id<"question">>> {
  const { rows } = await queryable.query<{ question: string }>(
    "select distinct question from briefs.disputes where brief = $1::uuid",
    [uuidOf(brief)],
  );
  return new Set(rows.map(({ question }) => idFrom("question", question)));
}
