import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { english, newId } from "#platform";
import { type Edition, parseEdition, printEdition } from "../edition/index.ts";
import { BriefPage } from "../pages/index.ts";
import { renderAtom, renderJsonFeed, renderJsonLd, renderMarkdown, renderText } from "./index.ts";

const now = new Date("2026-11-20T12:00:00Z");
const brief = newId("brief", now);
const place = { site: "https://larkmoor.example", brief };

/** An edition with the same words wherever somebody's words can stand. */
function editionOf(words: string, url: string): Edition {
  const sentence = { text: words, claims: [1] };
  return {
    ...{ holdfast_brief: 1, brief, number: 2, dated: now.toISOString(), firm: words },
    ...{ previous: { number: 1, sha256: "0".repeat(64) }, reason: words, is: "edition" },
    written_by: "firm",
    sections: {
      ...{ headline: [sentence], summary: [sentence], known: [sentence], firm_says: [sentence] },
      ...{ context: [sentence], why_it_matters: [sentence] },
    },
    faq: [{ question: words, sentences: [sentence] }],
    disputed: [
      { subject: words, slot: words, sides: [{ says: words, claims: [1], sources: [words] }] },
    ],
    unclear: {
      questions: [
        { number: 1, text: words, who_could_answer: words, asked_on: words, checked_on: null },
      ],
      answered: [],
      claims: [1],
    },
    advice: [words],
    transparency: {
      ...{ read: 1, listed: 1, origins: 1, by_text: 0, by_hand: 1, untold: 0, facts_only: 0 },
      doubted: 0,
    },
    claims: [
      {
        ...{ number: 1, slot: words, subject: words, says: words, status: "confirmed" },
        ...{
          speaker: "firm",
          verb: null,
          value: { is: "text" as const, text: "value" },
          denied: false,
          possible: false,
        },
        supports: [{ source: words, exact: words }],
      },
    ],
    sources: [
      {
        ...{ name: words, kind: "press_copy", publisher: words, url, published: words },
        ...{ captured_on: "2026-11-20", capture: "text", sha256: "0".repeat(64) },
        ...{ reliability: "unrated", origin: 1 },
      },
    ],
    corrections: [
      { edition: 2, claim: 1, because: "superseded", was: words, now: words, into: null },
    ],
    changes: [{ section: "summary", is: "added", text: words }],
    translations: [
      {
        language: "de",
        sections: {
          ...{ headline: [words], summary: [words], known: [words], firm_says: [words] },
          ...{ context: [words], why_it_matters: [words] },
        },
        faq: [{ question: words, sentences: [words] }],
      },
    ],
  };
}

const hostile =
  "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) ](<javascript:1>) \u202egnp.exe ]]> \"'&\n# Title\n- \u0000<b";
const page = async (body: Edition) =>
  String(
    await BriefPage({ language: english, body, sha256: "", editions: [2], hasDisputed: false }),
  );

test("whatever somebody's words are, they are markup in no format, and lead nowhere", async () => {
  const words = fc.oneof(
    fc.constant(hostile),
    fc.string({ unit: codePoint, maxLength: 40 }).map((text) => `${hostile}${text}`),
  );
  const addresses = fc.constantFrom("javascript:alert(1)", "data:text/html,x", "//x", "/x");
  await fc.assert(
    fc.asyncProperty(words, addresses, async (text, url) => {
      const edition = editionOf(text.toWellFormed(), url);
      const html = await page(edition);
      assert.doesNotMatch(html, /<script|<img|<b>|href="(?:javascript|data|\/\/)/i);
      const shown = [
        html,
        renderText(edition),
        renderMarkdown(edition),
        renderAtom([{ body: edition, publishedAt: now }], place),
        renderMarkdown(edition, edition.translations[0]),
        renderText(edition, edition.translations[0]),
      ];
      for (const one of shown) {
        assert.doesNotMatch(one, /[\u202a-\u202e\u2066-\u2069]/);
      }
      for (const markdown of [shown[2], shown[4]])
        assert.doesNotMatch(markdown ?? "", /(?<!\\)<|(?<!\\)\]\(|^# Title/m);
      assert.doesNotMatch(shown[3] ?? "", /<script|<img|\]\]>/);
      assert.doesNotMatch(renderJsonLd(edition, place), /<|"url":"(?:javascript|data)/);
      JSON.parse(renderJsonLd(edition, place));
      JSON.parse(renderJsonFeed([{ body: edition, publishedAt: now }], place));
    }),
    { numRuns: 25 },
  );
});

test("an edition has one spelling: what is read is what was printed", () => {
  const text = printEdition(editionOf("Words.", "https://larkmoor.example/"));
  assert.equal(printEdition(parseEdition(Buffer.from(text))), text);
  for (const other of [text.trimEnd(), ` ${text}`, text.replace("{", "{ "), text.slice(0, -9)]) {
    assert.throws(() => parseEdition(Buffer.from(other)), { name: "NotAsPrinted" });
  }
});
