import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestBriefs } from "#test";

const kraken = (file: string) => new URL(`../../examples/kraken/${file}`, import.meta.url).pathname;

describe("the Kraken case, from 23 publications", () => {
  let briefs: Awaited<ReturnType<typeof openTestBriefs>>;
  let brief: string;

  before(async () => {
    briefs = await openTestBriefs();
    brief = await briefs.begin("Kraken is extorted by people who had support staff film its desk");
    await all("import", brief, kraken("sources.jsonl"));
    await all("claims", brief, "--add", kraken("claims.jsonl"));
    await all("questions", brief, "--add", kraken("questions.jsonl"));
    await all("claims", brief, "--decide", kraken("decisions.jsonl"));
  });

  after(() => briefs[Symbol.asyncDispose]());

  async function all(name: string, ...words: string[]): Promise<void> {
    const { code, lines } = await briefs.do(name, ...words);
    assert.equal(code, 0, JSON.stringify(lines));
  }

  it("has one main origin and four outside of it, labelled by hand and shown as such", async () => {
    const { origins } = await briefs.check(brief);
    const groups = origins.map(({ sources, known }: { sources: string[]; known: string[] }) => [
      sources.length === 1 ? sources[0] : sources.length,
      known.join(),
    ]);
    assert.deepEqual(groups.sort(), [
      [19, "hand"],
      ["S10", "hand"],
      ["S11", "hand"],
      ["S12", "hand"],
      ["S13", "hand"],
    ]);
    const words = (await briefs.run("check", brief)).stdout;
    assert.match(words, /^23 sources, 5 origins\.\n {2}firms-post \(known by hand\): S01, S02/);
  });

  it("has contradictions in at least ten questions, and none that puts the 5.3 million with the 2,000", async () => {
    const fresh = await briefs.begin("The same, before anybody decided");
    await all("import", fresh, kraken("sources.jsonl"));
    await all("claims", fresh, "--add", kraken("claims.jsonl"));
    const { disputes } = await briefs.check(fresh);
    const slots: string[] = disputes.map(({ slot }: { slot: string }) => slot);
    assert.ok(new Set(slots).size >= 10, slots.join());
    for (const slot of ["affected_count", "first_incident", "disclosed", "detected_by", "vector"]) {
      assert.ok(slots.includes(slot), slot);
    }
    assert.doesNotMatch(JSON.stringify(disputes), /5,300,000/);
    const claims = await briefs.claims(fresh);
    const millions = claims.filter(({ value }) => value.amount === 5_300_000);
    const behind = millions.map(({ supports }) =>
      supports.map((one: { source: string }) => one.source),
    );
    assert.deepEqual(behind, [["S13"]]);
    const two = claims.find(({ value }) => value.amount === 2_000);
    const merging = {
      ...{ claim: millions[0].claim, is: "superseded", into: two.claim },
      reason: "Somebody thinks that these are the same.",
    };
    const { lines } = await briefs.give("claims", fresh, "--decide", merging);
    assert.equal(lines[0].error.code, "not_its_successor");
  });

  it("is confirmed by nothing but what counts: not by one origin, and never by the invented source", async () => {
    const why = { is: "confirmed", reason: "So many publications say so." };
    const counted = (await briefs.claims(brief)).find(
      ({ value, supports }) => value.amount === 2_000 && supports.length === 10,
    );
    assert.equal(counted.status, "firm_says");
    const one = await briefs.give("claims", brief, "--decide", { claim: counted.claim, ...why });
    assert.match(one.lines[0].error.message, /^1 independent origins that count say so\./);
    for (const subject of ["telegram_offer", "insider_incidents"]) {
      const added = await briefs.give("claims", brief, "--add", {
        ...{ slot: "staff_names", subject, speaker: "firm" },
        value: { is: "choice", option: "unknown" },
        supports: [
          { source: "S12", exact: "The speaker is known by a pseudonym only." },
          { source: "S05", exact: "A tip came in February 2025." },
        ],
      });
      const { claim } = added.lines[0];
      const raised = await briefs.give("claims", brief, "--decide", { claim, ...why });
      assert.equal(raised.lines[0].error.code, "too_few_origins");
    }
  });

  it("knew the number of clients before the question was asked", async () => {
    const { questions } = await briefs.check(brief);
    const [number, , , , sum] = questions;
    assert.equal(number.answers[0].source, "S18");
    assert.equal(number.answers[0].came, "before_asked");
    assert.deepEqual(sum.answers, []);
    const words =
      /How many clients are concerned\? claim 2 may answer it \(S18, 2026-04-13T17:08:03Z\): published before/;
    assert.match((await briefs.run("check", brief)).stdout, words);
    const checked = [{ question: 1, claim: 2 }, { question: 9 }];
    const { code, lines } = await briefs.give("questions", brief, "--checked", ...checked);
    assert.deepEqual([code, lines[1].error.code], [1, "question_unknown"]);
    assert.doesNotMatch((await briefs.run("check", brief)).stdout, /How many clients/);
  });

  it("is told in no sentence that says more than its claims", async () => {
    const claims = await briefs.claims(brief);
    const viewed = claims.find(({ verb }) => verb === "viewed").claim;
    const telegram = claims.find(({ value }) => value.amount === 5_300_000).claim;
    const shown = { claim: viewed, is: "public", reason: "It goes into the brief." };
    await briefs.give("claims", brief, "--decide", shown);
    const sentence = (text: string, ...own: number[]) => ({
      text,
      section: "firm_says",
      claims: own,
    });
    const path = await briefs.file(
      "sentences.jsonl",
      [
        sentence("Kraken says that about 2,000 accounts were potentially viewed.", viewed),
        sentence("Kraken says that 2,000 accounts were leaked.", viewed),
        sentence(
          "Kraken says that about 5.3 million records were possibly viewed.",
          viewed,
          telegram,
        ),
        sentence("Kraken says so.", 999),
      ]
        .map((line) => JSON.stringify(line))
        .join("\n"),
    );
    const said = await briefs.run("check", brief, "--sentences", path);
    assert.equal(said.code, 1);
    const codes = said.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map(
        ({ objections, error }) =>
          error?.code ?? objections.map((one: { code: string }) => one.code).join(" "),
      );
    assert.deepEqual(codes, [
      "",
      "certainty number verb",
      "claim_internal claim_status speech number",
      "claim_unknown",
    ]);
  });

  it("has each change of a status in the ledger, and none can be taken back", async () => {
    assert.deepEqual(await briefs.decidedEvents(brief), await briefs.keptDecisions(brief));
    for (const statement of [
      "update briefs.decisions set status = 'confirmed'",
      "delete from briefs.decisions",
      "update briefs.claims set value = '{}'",
      "update briefs.sources set text = ''",
      "update briefs.assessments set reliability = 'reliable'",
    ]) {
      await assert.rejects(briefs.database.query(statement), /permission denied/);
    }
  });
});
