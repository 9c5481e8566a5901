import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import { openTestBriefs } from "#test";

const example = (file: string) =>
  new URL(`../../../examples/certificate/${file}`, import.meta.url).pathname;
const file = example("leak.holdfast-scope.json");

describe("a scope certificate in a brief", () => {
  let briefs: Awaited<ReturnType<typeof openTestBriefs>>;
  let brief: string;

  before(async () => {
    briefs = await openTestBriefs();
    brief = await briefs.begin("Whom a leak affects");
  });

  after(() => briefs[Symbol.asyncDispose]());

  const keep = (path: string) =>
    briefs.do("certificate", brief, path, "--policy", example("policy.txt"), "--subject", "leak");

  it("is kept once everything of it holds, and not before: a changed figure is named", async () => {
    const text = await readFile(file, "utf8");
    const changed = await briefs.file("changed.json", text.replace('"best": 12', '"best": 13'));
    await assert.rejects(keep(changed), { code: "certificate_refused" });
    assert.equal((await briefs.run("sources", brief)).stdout, "");
    const { code, lines } = await keep(file);
    assert.deepEqual([code, lines], [0, [{ source: "S01", claims: [1, 2, 3] }]]);
    const claims = await briefs.claims(brief);
    assert.deepEqual(
      claims.map(({ value, possible, status }) => [value.hedge, value.amount, possible, status]),
      [
        ["at_least", 9, false, "proposed"],
        ["about", 12, true, "proposed"],
        ["at_most", 12, false, "proposed"],
      ],
    );
    await assert.rejects(keep(file), { code: "source_there" });
  });

  it("is a record that confirms, and the number that is told: another one only as the firm's word", async () => {
    await briefs.give("import", brief, undefined, {
      ...{ kind: "primary_firm", publisher: "Kraken", facts: ["About 40 clients are concerned."] },
    });
    await briefs.give("claims", brief, "--add", {
      ...{ slot: "affected_count", subject: "leak", speaker: "firm" },
      value: { is: "quantity", amount: 40, hedge: "about", unit: "client" },
      supports: [{ source: "S02", exact: "About 40 clients are concerned." }],
    });
    const decide = (claim: number, is: string) => ({ claim, is, reason: "As its source says it." });
    const { lines } = await briefs.give(
      "claims",
      brief,
      "--decide",
      ...[
        decide(4, "firm_says"),
        decide(4, "public"),
        decide(4, "refuted"),
        decide(1, "confirmed"),
      ],
      ...[decide(1, "public"), decide(4, "open"), decide(4, "firm_says"), decide(4, "public")],
    );
    assert.deepEqual(
      lines.map(({ status, error }) => error?.code ?? status),
      [
        ...["firm_says", "firm_says", "refuted", "confirmed"],
        ...["confirmed", "open", "firm_says", "firm_says"],
      ],
    );
    const sentence = (section: string, text: string, claim: number) => ({
      ...{ section, text, claims: [claim] },
    });
    const said = await briefs.give(
      "draft",
      brief,
      undefined,
      sentence("known", "At least 9 clients are concerned.", 1),
      sentence("summary", "Kraken says that about 40 clients are concerned.", 4),
      sentence("firm_says", "Kraken says that about 40 clients are concerned.", 4),
    );
    const first = said.lines
      .filter(({ code }) => code === "evidence_first")
      .map(({ section, message }) => [section, message]);
    assert.deepEqual(first, [
      [
        "summary",
        "Claim 4 is a number that evidence counts: tell claim 1, or put it under what the firm says.",
      ],
    ]);
    const objected = said.lines.filter(({ code, text }) => code && text).map(({ code }) => code);
    assert.deepEqual(objected, ["evidence_first"]);
  });
});
