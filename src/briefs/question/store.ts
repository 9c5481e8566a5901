import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Check, Question } from "./question.ts";

type QuestionRow = {
  id: string;
  number: number;
  text: string;
  slot: string;
  subject: string;
  who_could_answer: string | null;
  asked_on: string;
  source: string | null;
};

type CheckRow = { question: string; claim: string | null; checked_at: Date; checked_by: string };

/** Which question of which brief. */
export type QuestionPlace = { brief: Id<"brief">; question: Id<"question"> };

/** @param by nobody for a reader's @returns its number within the brief */
export async function insertQuestion(
  joining: Transaction,
  { brief, question }: QuestionPlace,
  asked: Omit<Question, "id" | "number" | "checks">,
  by: Id<"staff"> | undefined,
  now: Date,
): Promise<number> {
  const { text, slot, subject, whoCouldAnswer, askedOn, source } = asked;
  const { rows } = await joining.query<{ number: number }>(
    `insert into briefs.questions (brief, id, number, text, slot, subject, who_could_answer, asked_on, source, added_at,
       added_by)
     select $1::uuid, $2::uuid, coalesce(max(number), 0) + 1, $3::text, $4::text, $5::text, $6::text, $7::text,
       $8::uuid, $9::timestamptz, $10::uuid
     from briefs.questions where brief = $1::uuid
     returning number`,
    [
      ...[uuidOf(brief), uuidOf(question), text, slot, subject, whoCouldAnswer ?? null, askedOn],
      ...[source === undefined ? null : uuidOf(source), now, by === undefined ? null : uuidOf(by)],
    ],
  );
  return rows[0]?.number ?? 0;
}

export async function insertCheck(
  joining: Transaction,
  { brief, question }: QuestionPlace,
  { at, by, claim }: Check,
): Promise<void> {
  await joining.query(
    `insert into briefs.question_checks (brief, question, number, claim, checked_at, checked_by)
     select $1::uuid, $2::uuid, count(*) + 1, $3::uuid, $4::timestamptz, $5::uuid
     from briefs.question_checks where brief = $1::uuid and question = $2::uuid`,
    [uuidOf(brief), uuidOf(question), claim === undefined ? null : uuidOf(claim), at, uuidOf(by)],
  );
}

/** Every question of a brief, in the order of their numbers, with each time that somebody looked. */
export async function questionsOf(queryable: Queryable, brief: Id<"brief">): Promise<Question[]> {
  const id = [uuidOf(brief)];
  const { rows } = await queryable.query<QuestionRow>(
    `select id, number, text, slot, subject, who_could_answer, asked_on, source
     from briefs.questions where brief = $1::uuid order by number`,
    id,
  );
  const { rows: checks } = await queryable.query<CheckRow>(
    `select question, claim, checked_at, checked_by from briefs.question_checks
     where brief = $1::uuid order by question, number`,
    id,
  );
  const checksBy = Map.groupBy(checks, ({ question }) => question);
  return rows.map((row) => ({
    ...{ id: idFrom("question", row.id), number: row.number, text: row.text },
    ...{ slot: row.slot, subject: row.subject, askedOn: row.asked_on },
    whoCouldAnswer: row.who_could_answer ?? undefined,
    source: row.source === null ? undefined : idFrom("source", row.source),
    checks: (checksBy.get(row.id) ?? []).map(({ claim, checked_at: at, checked_by: by }) => ({
      ...{ at, by: idFrom("staff", by) },
      claim: claim === null ? undefined : idFrom("claim", claim),
    })),
  }));
}
