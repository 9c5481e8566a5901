import { hold, type Queryable, type Transaction } from "#platform";

/** How much a lexeme counts by where it stands: body, summary, keywords, title (PostgreSQL's labels D to A). */
const weights = { body: 1, summary: 3, keywords: 5, title: 6 };

/** BM25's constants: how soon repetition stops counting, how much long articles are held back, and from what length. */
const saturation = 3;
const lengthPenalty = 0.6;
const ordinaryLexemes = 200;

/** A word that matters less than this share of what the most important one does is left out: it decides nothing. */
const importanceShareMin = 0.1;

const nearWordsMax = 8;
const guessedWordsMax = 6; // comparing one with all words takes some milliseconds

export type ArticleRow = {
  slug: string;
  contentHash: string;
  category: string;
  title: string;
  summary: string;
  keywords: string;
  body: string;
};

/** What stands in the index for a language: slug and content hash. */
export async function publishedHashes(
  database: Queryable,
  language: string,
): Promise<Map<string, string>> {
  const { rows } = await database.query<{ slug: string; content_hash: string }>(
    "select slug, content_hash from help.articles where language = $1",
    [language],
  );
  return new Map(rows.map((row) => [row.slug, row.content_hash]));
}

export async function publishedLanguages(database: Queryable): Promise<string[]> {
  const { rows } = await database.query<{ language: string }>(
    "select distinct language from help.articles",
  );
  return rows.map((row) => row.language);
}

/** Holds off other processes that publish, until the transaction ends. */
export async function lockLibrary(database: Transaction): Promise<void> {
  await hold(database, "help.library");
}

/** Takes articles out of the index, their postings with them. Their votes stay. */
export async function removeArticles(
  database: Queryable,
  language: string,
  slugs: string[],
): Promise<void> {
  await database.query(
    "delete from help.articles where language = $1::text and slug = any($2::text[])",
    [language, slugs],
  );
}

/**
 * Puts articles into the index that aren't in it. The part of BM25 that no query changes is worked out here, against an
 * ordinary length in place of the average one, so that one article's postings never depend on another's.
 */
export async function insertArticles(
  database: Queryable,
  language: string,
  configuration: string,
  articles: ArticleRow[],
  publishedAt: Date,
): Promise<void> {
  await database.query(
    `with source as (
       select slug, "contentHash" as content_hash, category, title, summary, keywords, body,
              setweight(to_tsvector($2::regconfig, title), 'A')
              || setweight(to_tsvector($2::regconfig, keywords), 'B')
              || setweight(to_tsvector($2::regconfig, summary), 'C')
              || to_tsvector($2::regconfig, body) as vector
       from jsonb_to_recordset($3::jsonb) as article(
         slug text, "contentHash" text, category text, title text, summary text, keywords text, body text)
     ), inserted as (
       insert into help.articles (language, slug, content_hash, category, title, summary, body, published_at)
       select $1::text, slug, content_hash, category, title, summary, body, $4::timestamptz from source
     ), weighed as (
       select slug, lexeme, $9::real * (1 - $10::real + $10::real * length(vector) / $11::real) as held_back, (
         select sum(case place
           when 'A' then $5::real when 'B' then $6::real when 'C' then $7::real else $8::real end)
         from unnest(entry.weights) as place) as weight
       from source cross join lateral unnest(vector) as entry
     )
     insert into help.postings (language, lexeme, slug, impact)
     select $1::text, lexeme, slug, weight * ($9::real + 1) / (weight + held_back) from weighed`,
    [
      language,
      configuration,
      JSON.stringify(articles),
      publishedAt,
      weights.title,
      weights.keywords,
      weights.summary,
      weights.body,
      saturation,
      lengthPenalty,
      ordinaryLexemes,
    ],
  );
}

/** Counts anew in how many articles each lexeme of a language is. */
export async function recountLexemes(database: Queryable, language: string): Promise<void> {
  await database.query("delete from help.lexemes where language = $1", [language]);
  await database.query(
    `insert into help.lexemes (language, lexeme, articles)
     select language, lexeme, count(*) from help.postings
     where language = $1 group by language, lexeme`,
    [language],
  );
}

/** Makes the list of written words anew from all articles of a language, without the ones that mean nothing. */
export async function replaceWords(
  database: Queryable,
  language: string,
  configuration: string,
  articles: ArticleRow[],
): Promise<void> {
  await database.query("delete from help.words where language = $1", [language]);
  await database.query(
    `insert into help.words (language, word)
     select distinct $1::text, lexeme
     from unnest($3::text[]) as source(text)
     cross join lateral unnest(to_tsvector('simple', source.text))
     where length(lexeme) between 3 and 40 and lexeme ~ '^[^[:digit:][:punct:]]+$'
       and to_tsvector($2::regconfig, lexeme) <> ''`,
    [
      language,
      configuration,
      articles.map((row) => [row.title, row.keywords, row.summary, row.body].join("\n")),
    ],
  );
}

/** A word of a query: does an article hold it, and if none does, which words look like it? */
export type AskedWord = { word: string; known: boolean; near: string[] };

/** Words that mean nothing by themselves ("the", "did") are left out; only the first few unknown ones get near words. */
export async function askedWords(
  database: Queryable,
  language: string,
  configuration: string,
  words: string[],
): Promise<AskedWord[]> {
  const { rows } = await database.query<AskedWord>(
    `select asked.word, asked.known, array(
       select words.word from help.words
       where asked.is_guessed and words.language = $1::text
         and words.word operator(public.%) asked.word
       order by public.similarity(words.word, asked.word) desc, words.word
       limit $4) as near
     from (
       select word, place, known,
              not known and row_number() over (partition by known order by place) <= $5 as is_guessed
       from unnest($3::text[]) with ordinality as typed(word, place)
       cross join lateral tsvector_to_array(to_tsvector($2::regconfig, word)) as stems
       cross join lateral (
         select exists (
           select from help.lexemes
           where lexemes.language = $1::text and lexemes.lexeme = any(stems)) as known
       ) as library
       where stems <> '{}'
     ) as asked
     order by asked.place`,
    [language, configuration, words, nearWordsMax, guessedWordsMax],
  );
  return rows;
}

export type FoundArticle = {
  slug: string;
  category: string;
  title: string;
  summary: string;
  /** The part of the body that fits best, with the found words between `marks`. */
  excerpt: string;
  score: number;
};

/** A word to look for. Words of one *concept* mean the same: only the best of them counts. */
export type WantedWord = { word: string; concept: number; boost: number };

/** The articles that fit the words best: BM25 over all of them, so one missing word excludes nothing. */
export async function bestArticles(
  database: Queryable,
  language: string,
  configuration: string,
  words: readonly WantedWord[],
  marks: { open: string; close: string },
  limit: number,
): Promise<FoundArticle[]> {
  const { rows } = await database.query<FoundArticle>(
    `with library as (
       select count(*)::float8 as articles from help.articles where language = $1::text
     ), asked as (
       select concept, lexeme, max(boost) * ln(1 + max(
         (library.articles - lexemes.articles + 0.5) / (lexemes.articles + 0.5))) as importance
       from unnest($3::text[], $4::integer[], $5::real[]) as wanted(word, concept, boost)
       cross join lateral unnest(tsvector_to_array(to_tsvector($2::regconfig, word))) as lexeme
       join help.lexemes using (lexeme)
       cross join library
       where lexemes.language = $1::text
       group by concept, lexeme
     ), deciding as (
       select concept, lexeme, importance from asked
       where importance >= $8::real * (select max(importance) from asked)
     ), scored as (
       select slug, concept, max(importance * impact) as score
       from deciding join help.postings using (lexeme)
       where postings.language = $1::text
       group by slug, concept
     ), best as (
       select slug, sum(score) as score
       from scored group by slug order by score desc, slug limit $7
     )
     select slug, category, title, summary, score,
            ts_headline($2::regconfig, body, (
              select to_tsquery('simple', string_agg(lexeme, ' | ')) from asked), $6) as excerpt
     from best join help.articles using (slug)
     where articles.language = $1::text
     order by score desc, slug`,
    [
      language,
      configuration,
      words.map(({ word }) => word),
      words.map(({ concept }) => concept),
      words.map(({ boost }) => boost),
      `StartSel=${marks.open}, StopSel=${marks.close}, MinWords=12, MaxWords=30, MaxFragments=1`,
      limit,
      importanceShareMin,
    ],
  );
  return rows;
}

/** Counts one answer to "was this helpful?". @returns false when there is no such article */
export async function countVote(
  database: Queryable,
  language: string,
  slug: string,
  helpful: boolean,
  day: string,
): Promise<boolean> {
  const { rowCount } = await database.query(
    `insert into help.votes (language, slug, day, helpful, unhelpful)
     select language, slug, $3::date, $4::boolean::int, (not $4::boolean)::int
     from help.articles where language = $1::text and slug = $2::text
     on conflict (language, slug, day) do update
     set helpful = votes.helpful + excluded.helpful, unhelpful = votes.unhelpful + excluded.unhelpful`,
    [language, slug, day, helpful],
  );
  return rowCount === 1;
}

/** Counts a question that found nothing; a day holds at most `queriesMax` different ones. */
export async function countUnanswered(
  database: Queryable,
  language: string,
  query: string,
  day: string,
  queriesMax: number,
): Promise<void> {
  await database.query(
    `insert into help.unanswered (day, language, query, times)
     select $1::date, $2::text, $3::text, 1
     where exists (
       select from help.unanswered where day = $1::date and language = $2::text and query = $3::text)
     or (select count(*) from help.unanswered where day = $1::date) < $4
     on conflict (day, language, query) do update set times = unanswered.times + 1`,
    [day, language, query, queriesMax],
  );
}

export type UnansweredRow = { language: string; query: string; times: number };

/** The questions since a day that found nothing and were asked often enough, most frequent first. */
export async function unansweredSince(
  database: Queryable,
  day: string,
  timesMin: number,
  limit: number,
): Promise<UnansweredRow[]> {
  const { rows } = await database.query<UnansweredRow>(
    `select language, query, sum(times)::int as times
     from help.unanswered where day >= $1::date
     group by language, query having sum(times) >= $2
     order by times desc, query limit $3`,
    [day, timesMin, limit],
  );
  return rows;
}

export async function forgetUnansweredBefore(database: Queryable, day: string): Promise<void> {
  await database.query("delete from help.unanswered where day < $1::date", [day]);
}
