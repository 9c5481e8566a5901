import assert from "node:assert/strict";
import { test } from "node:test";
import { BadArticle, parseArticle } from "./article.ts";

const head = `---
title: A title
summary: A summary.
category: scams
keywords: [one, two]
related: []
updated: 2026-11-20
---
`;

test("an article is its front matter and the Markdown below it", () => {
  const article = parseArticle(`${head}\nFirst sentence.\n`, "en", "a-title");
  assert.equal(article.title, "A title");
  assert.equal(article.markdown, "First sentence.");
  assert.equal(article.language, "en");
});

test("a change of the source changes the content hash, the kind of line end doesn't hide text", () => {
  const before = parseArticle(`${head}One.`, "en", "a");
  const after = parseArticle(`${head}Two.`, "en", "a");
  assert.notEqual(before.contentHash, after.contentHash);
  assert.equal(parseArticle(`${head}One.`.replaceAll("\n", "\r\n"), "en", "a").markdown, "One.");
});

const refused: [name: string, source: string, slug: string, message: RegExp][] = [
  ["no front matter", "Just text.", "a", /must begin with front matter/],
  ["an unknown field", head.replace("updated:", "author: x\nupdated:"), "a", /author/],
  ["a date that isn't one", head.replace("2026-11-20", "2026-02-31"), "a", /updated/],
  ["YAML that isn't any", head.replace("[one, two]", "[one"), "a", /no YAML/],
  ["a file name with capitals", `${head}Text.`, "A Title", /lower-case words/],
  ["a phone number", `${head}Ring +1 (202) 555-0100 now.`, "a", /foot of the phone page/],
  ["too much text", `${head}${"word ".repeat(5_000)}`, "a", /Keep it under/],
];

for (const [name, source, slug, message] of refused) {
  test(`an article with ${name} is refused`, () => {
    assert.throws(
      () => parseArticle(source, "en", slug),
      (error: unknown) => error instanceof BadArticle && message.test(error.message),
    );
  });
}

test("dates, sums and timings aren't taken for phone numbers", () => {
  parseArticle(
    `${head}Within 12 hours, or 24 hours. Up to 5 passkeys, from 1 to 30 days.`,
    "en",
    "a",
  );
});
