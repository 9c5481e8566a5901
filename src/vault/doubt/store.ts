import { hold, type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Answer, Said } from "./answer.ts";

type AnswerRow = {
  client: string;
  id: string;
  about: string;
  staff: string;
  said: Said;
  said_at: Date;
};

/** Until the transaction ends nobody else answers this client's question about this contact. */
export async function holdAnswers(
  joining: Transaction,
  client: Id<"client">,
  about: string,
): Promise<void> {
  await hold(joining, `vault.answers ${uuidOf(client)} ${about}`);
}

/** A client's answers about these contacts, by the UUIDs of what they are about, that aren't taken back. */
export async function answersAbout(
  queryable: Queryable,
  client: Id<"client">,
  about: readonly string[],
): Promise<Answer[]> {
  const { rows } = await queryable.query<AnswerRow>(
    `select client, id, about, staff, said, said_at from vault.answers
     where client = $1::uuid and about = any ($2::uuid[]) and taken_back_at is null order by said_at, id`,
    [uuidOf(client), about],
  );
  return rows.map(answerFrom);
}

/** @returns whether there was none about the same yet */
export async function insertAnswer(joining: Transaction, answer: Answer): Promise<boolean> {
  const { client, id, about, staff, said, at } = answer;
  const { rowCount } = await joining.query(
    `insert into vault.answers (client, id, about, staff, said, said_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::timestamptz)
     on conflict (client, about, staff) where taken_back_at is null do nothing`,
    [uuidOf(client), uuidOf(id), about, uuidOf(staff), said, at],
  );
  return rowCount === 1;
}

export async function markTakenBack(
  joining: Transaction,
  { client, id }: Answer,
  now: Date,
): Promise<void> {
  await joining.query(
    `update vault.answers set taken_back_at = $3::timestamptz
     where client = $1::uuid and id = $2::uuid and taken_back_at is null`,
    [uuidOf(client), uuidOf(id), now],
  );
}

/** How many contacts a client doubts of this person. */
export async function countDoubts(
  queryable: Queryable,
  client: Id<"client">,
  staff: Id<"staff">,
): Promise<number> {
  const { rows } = await queryable.query<{ doubts: number }>(
    `select count(*)::integer as doubts from vault.answers
     where client = $1::uuid and staff = $2::uuid and said = 'no' and taken_back_at is null`,
    [uuidOf(client), uuidOf(staff)],
  );
  return rows[0]?.doubts ?? 0;
}

function answerFrom(row: AnswerRow): Answer {
  return {
    id: idFrom("answer", row.id),
    client: idFrom("client", row.client),
    about: row.about,
    staff: idFrom("staff", row.staff),
    said: row.said,
    at: row.said_at,
  };
}
