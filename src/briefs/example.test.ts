import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import fc from "#fast-check";
import { idFrom } from "#platform";
import { openTestBriefs } from "#test";
import { draftLineSchema, parseEdition, written } from "./edition/index.ts";
import { knownOf } from "./keeping/index.ts";
import { checkSentence } from "./sentence/index.ts";

const kraken = (file: string) => new URL(`../../examples/kraken/${file}`, import.meta.url).pathname;

/** The words of the commands that an example's README names, as one would type them. */
async function commandsIn(example: string): Promise<string[][]> {
  const path = new URL(`../../examples/${example}/README.md`, import.meta.url);
  const lines = (await readFile(path, "utf8")).match(/^ {4}holdfast .+$/gm) ?? [];
  return lines.map((line) =>
    [...line.trim().matchAll(/"([^"]*)"|(\S+)/g)]
      .slice(2)
      .map(([, quoted, plain = ""]) => quoted ?? plain),
  );
}

describe("the commands that the examples' READMEs name", () => {
  let briefs: Awaited<ReturnType<typeof openTestBriefs>>;
  before(async () => {
    briefs = await openTestBriefs();
  });
  after(() => briefs[Symbol.asyncDispose]());

  for (const example of ["kraken", "coinbase"]) {
    it(`make what ${example} is an example of`, async () => {
      let brief = "";
      for (const [name = "", ...words] of await commandsIn(example)) {
        const given = words
          .map((word) => (word === "BRIEF" ? brief : word === "STAFF" ? briefs.comms : word))
          .map((word) =>
            word.startsWith("examples/")
              ? new URL(`../../${word}`, import.meta.url).pathname
              : word,
          );
        const { code, stdout } = await briefs.run(name, ...given);
        assert.equal(code, 0, `${name} ${words.join(" ")}: ${stdout}`);
        if (name === "new") brief = JSON.parse(stdout).id;
      }
    });
  }
});

describe("the finished Kraken brief", () => {
  let briefs: Awaited<ReturnType<typeof openTestBriefs>>;
  let brief: string;

  before(async () => {
    briefs = await openTestBriefs();
    brief = await briefs.writeKraken();
  });

  after(() => briefs[Symbol.asyncDispose]());

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
    const rendered = (await briefs.run("render", brief, "--draft", "--format", "text")).stdout;
    for (const { text, claims } of sentences) {
      assert.ok(rendered.includes(text), text);
      // Read by this alone, and not by the check of sentences: figures, months and names of each stand behind it.
      const behind = edition.claims
        .filter(({ number }) => claims.includes(number))
        .map(({ says, supports }) => [says, ...supports.map(({ exact }) => exact)].join(" "))
        .join(" ");
      const rest = text.replace(/^\p{L}+/u, "");
      const named = rest.match(/\d(?:[\d.,]*\d)?|\b\p{Lu}[\p{L}-]*/gu) ?? [];
      for (const one of named) {
        assert.ok(
          one === "Kraken" || behind.includes(one),
          `${one} in “${text}”, behind: ${behind}`,
        );
      }
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
    for (const format of ["page", "markdown", "text", "jsonld", "atom", "jsonfeed"]) {
      const { stdout: file } = await briefs.run("render", brief, "--draft", "--format", format);
      assert.match(file, /2,000/, format);
    }
  });

  it("has no sentence with a number, date, name or verb that isn't in its claims: another one is refused", async () => {
    const { rows } = await briefs.database.query<{ id: string }>("select id from briefs.briefs");
    const known = await knownOf(briefs.database, idFrom("brief", rows[0]?.id ?? ""));
    const lines = (await readFile(kraken("edition.jsonl"), "utf8")).trim().split("\n");
    const drafted = lines.map((line) => draftLineSchema.parse(JSON.parse(line)));
    const more = fc.oneof(
      fc.integer({ min: 10_000, max: 9_999_999 }).map((count) => `${count} clients`),
      fc.constantFrom("in March 2023", "on 3 May", "Larkmoor", "Exploit", "last week", "December"),
      fc.constantFrom("81 employees", "half of all clients", "published", "leaked", "５ records"),
      fc.constantFrom("every", "several", "daily", "recently", "passwords", "looted", "or more"),
      fc.constantFrom("in russia", "by mallory", "allegedly not", "2k", "twofold", "a dozen"),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...drafted),
        more,
        fc.nat(),
        ({ text, section, claims }, added, at) => {
          const own = known.claims.filter(({ number }) => claims.includes(number));
          const given = { text, section: written[section] };
          assert.deepEqual(checkSentence(given, own, "Kraken"), []);
          const words = text.split(" ");
          words.splice(at % (words.length + 1), 0, added);
          const changed = { ...given, text: words.join(" ") };
          assert.notDeepEqual(checkSentence(changed, own, "Kraken"), [], changed.text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("says of each thing that blocks it which sentence and why, and keeps nothing of a file with a bad line", async () => {
    const bad = await briefs.give("draft", brief, undefined, {
      ...{ section: "summary", text: "Kraken says so.", claims: [] },
    });
    assert.equal(bad.code, 1);
    assert.match(JSON.stringify(bad.lines), /wrong_line/);
    const blocked = await briefs.give("draft", brief, undefined, {
      ...{ section: "known", text: "Kraken says that 2,000 accounts were leaked.", claims: [1, 5] },
    });
    const said = blocked.lines.slice(1).map(({ section, code }) => `${section} ${code}`);
    for (const one of [
      "known claim_internal",
      "known claim_status",
      "known number",
      "known verb",
    ]) {
      assert.ok(said.includes(one), said.join());
    }
    assert.ok(said.includes("headline section_empty") && said.includes("summary section_empty"));
    const published = await briefs.do("publish", brief);
    assert.equal(published.code, 1);
    assert.match(JSON.stringify(published.lines), /“leaked” says more than its claims say\./);
  });
});
