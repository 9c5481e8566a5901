import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { openTestDatabase, type TestDatabase } from "#test";
import type { Article } from "./article.ts";
import { loadArticles } from "./articles.ts";
import { publishArticles } from "./publish.ts";
import { excerptParts, queryWords, searchArticles } from "./search.ts";
import { helpFolder } from "./settings.ts";
import { loadSynonyms, type Synonyms } from "./synonyms.ts";
import { recordVote } from "./vote.ts";

const now = new Date("2026-11-20T12:00:00Z");

let opened: TestDatabase;
let articles: Article[];
let synonyms: Synonyms;
before(async () => {
  opened = await openTestDatabase();
  articles = await loadArticles(helpFolder);
  synonyms = await loadSynonyms(helpFolder);
  await publishArticles(opened.database, articles, now);
});
after(async () => await opened[Symbol.asyncDispose]());

async function search(query: string, limit = 3) {
  return await searchArticles(opened.database, { query, language: "en", limit, synonyms });
}

async function questions(file: string): Promise<{ question: string; slug: string }[]> {
  return JSON.parse(await readFile(new URL(`../../test/search/${file}`, import.meta.url), "utf8"));
}

async function answered(file: string): Promise<number> {
  let count = 0;
  for (const { question, slug } of await questions(file)) {
    const { results } = await search(question);
    if (results.some((result) => result.slug === slug)) count += 1;
  }
  return count;
}

test("other kinds of phishing aren't taken for slips of another word", async () => {
  const [fishing, quishing] = [await search("fishing", 3), await search("quishing", 3)];
  const phishing = await search("phishing", 3);
  assert.deepEqual([...fishing.guesses, ...quishing.guesses], []);
  assert.equal(fishing.results[0]?.slug, phishing.results[0]?.slug);
});

test("the right article is among the first three for 85 of the 100 questions", async (context) => {
  const count = await answered("questions.json");
  context.diagnostic(`${count} of 100`);
  assert.ok(count >= 85, `${count} of 100`);
});

test("and as often for questions that were written after the articles", async (context) => {
  const count = await answered("fresh-questions.json");
  context.diagnostic(`${count} of 30`);
  assert.ok(count >= 26, `${count} of 30`);
});

test("mistyped words are read as the nearest known ones, and said so", async () => {
  const { results, guesses } = await search("recoverry fraze");
  assert.deepEqual(guesses, [{ typed: "recoverry", meant: "recovery" }]);
  assert.ok(results.length > 0);
});

test("an excerpt shows the found words apart, as plain text", async () => {
  const [first] = (await search("seed words on paper")).results;
  assert.ok(first?.excerpt.some(({ found, text }) => found && text.toLowerCase() === "paper"));
  assert.deepEqual(excerptParts("a \uE000b\uE001 c"), [
    { text: "a ", found: false },
    { text: "b", found: true },
    { text: " c", found: false },
  ]);
});

test("nothing is found for nothing, and for words that no article holds", async () => {
  for (const query of ["", "   ", "?!", "the of", "zxqwv"]) {
    assert.deepEqual((await search(query)).results, [], query);
  }
});

test("the order and number of results don't change from one search to the next", async () => {
  const all = (await search("account password", 50)).results;
  const few = (await search("account password", 5)).results;
  assert.deepEqual(few, all.slice(0, 5));
  assert.ok(all.every((result, index) => result.score <= (all[index - 1]?.score ?? Infinity)));
});

test("no query is an error, whatever is in it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: codePoint, maxLength: 300 }),
        fc.stringMatching(/^[ '":&|!()*<>\\%a-c]{0,40}$/),
      ),
      async (query) => {
        const { results } = await search(query);
        assert.ok(results.length <= 3);
      },
    ),
    { numRuns: 60 },
  );
});

test("words are read alike with and without apostrophes, capitals and marks", () => {
  assert.deepEqual(queryWords("I DIDN’T ask, didn't I?"), ["i", "didnt", "ask"]);
  assert.equal(queryWords("word ".repeat(1_000)).length, 1);
  assert.ok(queryWords([..."abcdefghijklmnopqrstuvwxyz0123456789"].join(" ")).length <= 32);
});

test("publishing again changes nothing; a changed article is found anew, a removed one no more", async () => {
  await using test = await openTestDatabase();
  const { database } = test;
  const [first, second] = articles;
  assert.ok(first && second);
  const find = async (query: string) =>
    (await searchArticles(database, { query, language: "en", limit: 5, synonyms })).results.map(
      ({ slug }) => slug,
    );
  assert.deepEqual(await publishArticles(database, [first, second], now), { added: 2, removed: 0 });
  assert.deepEqual(await publishArticles(database, [first, second], now), { added: 0, removed: 0 });
  const changed = { ...first, markdown: "Marmalade.", contentHash: "changed" };
  assert.deepEqual(await publishArticles(database, [changed, second], now), {
    added: 1,
    removed: 1,
  });
  assert.deepEqual(await find("marmalade"), [first.slug]);
  await publishArticles(database, [second], now);
  assert.deepEqual(await find("marmalade"), []);
});

test("two processes that publish at once make one library", async () => {
  await using test = await openTestDatabase();
  await Promise.all([1, 2].map(() => publishArticles(test.database, articles, now)));
  const { rows } = await test.database.query("select count(*)::int as articles from help.articles");
  assert.deepEqual(rows, [{ articles: articles.length }]);
});

test("a language without articles finds nothing", async () => {
  const asked = { query: "password", language: "de", limit: 3, synonyms };
  assert.deepEqual((await searchArticles(opened.database, asked)).results, []);
});

test("votes are counted by day, and only for articles that exist", async () => {
  const { database } = opened;
  const vote = { slug: "passkeys", language: "en", helpful: true };
  await recordVote(database, vote, now);
  await recordVote(database, { ...vote, helpful: false }, now);
  await recordVote(database, vote, now);
  const { rows } = await database.query(
    "select slug, day::text as day, helpful, unhelpful from help.votes",
  );
  assert.deepEqual(rows, [{ slug: "passkeys", day: "2026-11-20", helpful: 2, unhelpful: 1 }]);
  await assert.rejects(recordVote(database, { ...vote, slug: "nowhere" }, now), {
    code: "no_such_article",
  });
});
