import { type Id, type Queryable, type Transaction, uuidOf } from "#platform";
import type { TranslationLanguage } from "../translation/index.ts";

/** A translated sentence, in the order of the draft's. */
export type Translated = { question: string | undefined; text: string };
type Translation = { language: TranslationLanguage; sentences: readonly Translated[] };

export async function insertTranslation(
  joining: Transaction,
  { brief, draft }: { brief: Id<"brief">; draft: number },
  { language, sentences }: Translation,
  by: Id<"staff">,
  now: Date,
): Promise<void> {
  const { rows } = await joining.query<{ number: number }>(
    `insert into briefs.translations (brief, draft, language, number, translated_at, translated_by)
     select $1::uuid, $2::integer, $3::text, coalesce(max(number), 0) + 1, $4::timestamptz, $5::uuid
     from briefs.translations where brief = $1::uuid and draft = $2::integer and language = $3::text
     returning number`,
    [uuidOf(brief), draft, language, now, uuidOf(by)],
  );
  const number = rows[0]?.number ?? 0;
  for (const [place, { question, text }] of sentences.entries()) {
    await joining.query(
      `insert into briefs.translated_sentences (brief, draft, language, number, place, question, text)
       values ($1::uuid, $2::integer, $3::text, $4::integer, $5::integer, $6::text, $7::text)`,
      [uuidOf(brief), draft, language, number, place + 1, question ?? null, text],
    );
  }
}

/** The translations of the last draft, as they are now, in the order of their languages. */
export async function translationsOf(
  queryable: Queryable,
  brief: Id<"brief">,
): Promise<Translation[]> {
  const { rows } = await queryable.query<{
    language: TranslationLanguage;
    question: string | null;
    text: string;
  }>(
    `select s.language, s.question, s.text from briefs.translated_sentences s
     where s.brief = $1::uuid
       and s.draft = (select max(number) from briefs.drafts where brief = $1::uuid)
       and s.number = (
         select max(t.number) from briefs.translations t
         where t.brief = s.brief and t.draft = s.draft and t.language = s.language
       )
     order by s.language collate "C", s.place`,
    [uuidOf(brief)],
  );
  return [...Map.groupBy(rows, ({ language }) => language)].map(([language, sentences]) => ({
    language,
    sentences: sentences.map(({ question, text }) => ({ question: question ?? undefined, text })),
  }));
}
