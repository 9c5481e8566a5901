import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import type { Article } from "./article.ts";
import { articleLinks, articleText, renderArticle } from "./render.ts";

const neverAsk = ["Your password", "<b>A code</b>"];

function articleWith(markdown: string): Article {
  return {
    slug: "one",
    language: "en",
    title: "One",
    summary: "S.",
    category: "scams",
    keywords: ["one"],
    related: [],
    updated: "2026-11-20",
    markdown,
    contentHash: "",
  };
}

function html(markdown: string): string {
  return renderArticle(articleWith(markdown), { neverAsk }).html;
}

test("the directive becomes the list of what we never ask, escaped", () => {
  assert.equal(
    html("Never:\n\n{{never-ask}}\n\nEver."),
    '<p>Never:</p>\n<ul class="never-ask">\n<li>Your password</li>\n<li>&lt;b&gt;A code&lt;/b&gt;</li>\n</ul>\n<p>Ever.</p>\n',
  );
});

test("headings get ids that are all different", () => {
  const { headings, html } = renderArticle(
    articleWith("## What to do\n\n## What to do\n\n## Не надо"),
    {
      neverAsk,
    },
  );
  assert.deepEqual(
    headings.map(({ id }) => id),
    ["what-to-do", "what-to-do-2", "не-надо"],
  );
  assert.match(html, /<h2 id="what-to-do-2">What to do<\/h2>/);
});

test("links elsewhere are marked and listed, links of ours are listed apart", () => {
  const markdown = "[in](/check) [out](https://police.example/report)";
  assert.match(html(markdown), /<a href="https:\/\/police.example\/report" rel="noopener">/);
  assert.deepEqual(articleLinks(articleWith(markdown)), {
    internal: ["/check"],
    external: ["https://police.example/report"],
  });
});

test("other kinds of links, images and HTML stay text", () => {
  for (const source of [
    "[x](javascript:alert(1))",
    "[x](http://evil.example)",
    "<https://evil.example>",
    "<img src=x onerror=alert(1)>",
  ]) {
    assert.doesNotMatch(html(source), /<(?:a|img|script)\b/, source);
  }
  assert.match(html("[x](/\\evil.example)"), /href="\/%5Cevil.example"/, "a path of ours");
  assert.doesNotMatch(html("![x](https://evil.example/x.png)"), /<img/);
});

test("the searched text has no marks and no addresses", () => {
  assert.equal(
    articleText(articleWith("## A *b*\n\n1. [c](/check)\nd\n\n{{never-ask}}")),
    "A b\nc d",
  );
});

test("whatever the source says, only Markdown's own tags come out", () => {
  const allowed =
    /^<\/?(?:p|h[1-6]|ul|ol|li|em|strong|s|a|code|pre|blockquote|hr|br)(?:\s(?:id|href|rel|class|title|start)="[^"<>]*")*>$/;
  const piece = fc.constantFrom(
    "<script>",
    "</p>",
    "<a href=x>",
    "\"'><b",
    "&lt;",
    "](",
    '[x](/a"b)',
    "[x](https://a.example/<b>)",
    "`",
    "~~~",
    "\n\n",
    "# ",
    "> ",
    "* ",
    "1. ",
    "{{never-ask}}",
    "\\",
    "<!--",
    "javascript:",
    "\u0000",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 20 }), (pieces) => {
      for (const [tag] of html(pieces.join("")).matchAll(/<[^>]*>/g)) assert.match(tag, allowed);
    }),
  );
});
