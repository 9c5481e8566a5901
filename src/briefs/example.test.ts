import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestBriefs } from "#test";
import { parseEdition } from "./edition/index.ts";

const kraken = (file: string) => new URL(`../../examples/kraken/${file}`, import.meta.url).pathname;

describe("the finished Kraken brief", () => {
  let briefs: Awaited<ReturnType<typeof openTestBriefs>>;
  let brief: string;

  before(async () => {
    briefs = await openTestBriefs();
    brief = await briefs.begin("Kraken is extorted");
    await all("import", brief, kraken("sources.jsonl"));
    await all("claims", brief, "--add", kraken("claims.jsonl"));
    await all("questions", brief, "--add", kraken("questions.jsonl"));
    await all("claims", brief, "--decide", kraken("decisions.jsonl"));
    await all("claims", brief, "--decide", kraken("public.jsonl"));
    await all("questions", brief, "--checked", kraken("checks.jsonl"));
    await all("draft", brief, kraken("edition.jsonl"));
  });

  after(() => briefs[Symbol.asyncDispose]());

  async function all(name: string, ...words: string[]): Promise<void> {
    const { code, lines } = await briefs.do(name, ...words);
    assert.equal(code, 0, JSON.stringify(lines, undefined, 1));
  }

  it("is made by the product's own commands, every sentence traceable to a passage of a source", async () => {
    const { code, stdout } = await briefs.run("render", brief, "--draft", "--format", "json");
    assert.equal(code, 0);
    const edition = parseEdition(Buffer.from(stdout));
    assert.equal(edition.is, "edition");
    if (edition.is !== "edition") return;
    const sentences = [
      ...Object.values(edition.sections).flat(),
      ...edition.faq.flatMap(({ sentences: answers }) => answers),
    ];
    assert.ok(sentences.length >= 15);
    const names = new Set(edition.sources.map(({ name }) => name));
    for (const { text, claims } of sentences) {
      for (const number of claims) {
        const claim = edition.claims.find((one) => one.number === number);
        assert.ok(claim?.supports.length, text);
        assert.ok(
          claim.supports.every(({ source }) => names.has(source)),
          text,
        );
      }
    }
    assert.ok(edition.disputed.length >= 5);
    assert.equal(edition.transparency.read, 23);
    assert.equal(edition.transparency.origins, 5);
    assert.deepEqual(edition.unclear.answered[0], {
      ...{ number: 1, text: "How many clients are concerned?", asked_on: "2026-04-14", claim: 2 },
      ...{ source: "S18", published: "2026-04-13T17:08:03Z" },
    });
    const shown = JSON.stringify(edition);
    assert.doesNotMatch(shown, /December 2024|81 |Exploit|pseudonym/);
    for (const format of ["markdown", "text", "jsonld", "atom", "jsonfeed"]) {
      const rendered = await briefs.run("render", brief, "--draft", "--format", format);
      assert.match(rendered.stdout, /2,000/, format);
    }
  });
});
