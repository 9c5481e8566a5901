import { readFile } from "node:fs/promises";
import {
  type Article,
  articleText,
  helpFolder,
  loadArticles,
  loadSynonyms,
  publishArticles,
  type Synonyms,
  searchArticles,
} from "#help";
import type { Database } from "#platform";
import { type BenchLine, median, quantile, rounded } from "./line.ts";

const articlesCount = 2_000;
const wordsPerArticle = 250;
const rounds = 5;
const limit = 10;
const language = "en";
const publishedAt = new Date("2026-01-01T00:00:00Z");

type Client = { query(text: string, values?: unknown[]): Promise<unknown> };

/**
 * A search among 2,000 articles, beside PostgreSQL's own: a tsvector with a GIN index, any of the words, `ts_rank`,
 * no guessing of mistyped words. The questions are those of test/search, in turns, on one connection each.
 * It replaces the library of the database that it is given.
 */
export async function helpSearch(database: Database): Promise<BenchLine[]> {
  const real = await loadArticles(helpFolder);
  await publishArticles(database, makeArticles(real), publishedAt);
  const synonyms = await loadSynonyms(helpFolder);
  const questions = await readQuestions();
  const client = await database.connect();
  try {
    await prepareBaseline(client);
    const ours: number[] = [];
    const plain: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      for (const question of questions) {
        const mine = await milliseconds(() => search(database, question, synonyms));
        const theirs = await milliseconds(() => plainSearch(client, question));
        if (round === 0) continue; // fills the caches
        ours.push(mine);
        plain.push(theirs);
      }
    }
    return [
      line("median", median(ours), median(plain)),
      line("p99", quantile(ours, 0.99), quantile(plain, 0.99)),
    ];
  } finally {
    await client.query("drop table if exists plain_articles");
    client.release();
  }
}

function line(name: string, value: number, baseline: number): BenchLine {
  return {
    name: `help-search: ${name} of a search in ${articlesCount} articles`,
    value: rounded(value),
    unit: "ms",
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
  };
}

async function readQuestions(): Promise<string[]> {
  const file = new URL("../search/questions.json", import.meta.url);
  const questions: { question: string }[] = JSON.parse(await readFile(file, "utf8"));
  return questions.map(({ question }) => question);
}

async function search(database: Database, query: string, synonyms: Synonyms): Promise<void> {
  await searchArticles(database, { query, language, limit, synonyms });
}

async function prepareBaseline(client: Client): Promise<void> {
  await client.query(
    `create temporary table plain_articles as
     select slug, title, summary, body,
            to_tsvector('english', title || ' ' || summary || ' ' || body) as vector
     from help.articles where language = $1`,
    [language],
  );
  await client.query("create index on plain_articles using gin (vector)");
  await client.query("analyze plain_articles");
}

async function plainSearch(client: Client, question: string): Promise<void> {
  const words = question.match(/[a-z0-9]+/g) ?? [];
  await client.query(
    `with best as (
       select slug, title, summary, body, ts_rank(vector, asked) as rank, asked
       from plain_articles, to_tsquery('english', $1) as asked
       where vector @@ asked order by rank desc limit $2
     )
     select slug, title, summary, ts_headline('english', body, asked) from best order by rank desc`,
    [words.join(" | "), limit],
  );
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The real articles, then made ones: runs of sentences' words, so that words are as frequent as in real text. */
function makeArticles(real: readonly Article[]): Article[] {
  const articles = [...real];
  const words = real.flatMap((article) => articleText(article).split(/\s+/));
  const next = random(7);
  while (articles.length < articlesCount) {
    const model = real[articles.length % real.length];
    if (!model) break;
    const slug = `${model.slug}-${articles.length}`;
    const run = (length: number) => {
      const start = next(words.length - length);
      return words.slice(start, start + length);
    };
    const body = Array.from({ length: wordsPerArticle / 5 }, () => run(5)).flat();
    const own = Array.from({ length: 5 }, () => `${run(1)[0]}${next(1_000).toString(36)}`);
    articles.push({
      ...model,
      slug,
      title: run(8).join(" "),
      summary: run(20).join(" "),
      keywords: Array.from({ length: 12 }, () => run(2).join(" ")),
      markdown: [...body, ...own].join(" ").replace(/[{}<>[\]]/g, ""),
      contentHash: slug,
    });
  }
  return articles;
}

/** A small linear congruential generator: the same articles in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
