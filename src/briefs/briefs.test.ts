import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import fc from "#fast-check";
import { openTestBriefs } from "#test";

describe("a brief of one's own", () => {
  let briefs: Awaited<ReturnType<typeof openTestBriefs>>;

  before(async () => {
    briefs = await openTestBriefs();
  });

  after(() => briefs[Symbol.asyncDispose]());

  it("takes what rules propose, when a person says what it is about", async () => {
    const brief = await briefs.begin("A brief from a page");
    const page = await briefs.file(
      "page.html",
      `<h1>News</h1><script>fetch("https://example.net")</script>
       <p>Kraken said that about 2,000 accounts were potentially viewed.</p>`,
    );
    const about = [
      "--kind",
      "press_original",
      "--publisher",
      "Example Times",
      "--published",
      "2026-04",
    ];
    const kept = await briefs.do("import", brief, page, ...about);
    assert.deepEqual([kept.lines[0].name, kept.lines[0].remarks.length], ["S01", 1]);
    const proposed = await briefs.run("claims", brief, "--propose");
    const { needs, rule: _rule, section: _section, ...line } = JSON.parse(proposed.stdout);
    assert.deepEqual(needs, ["subject"]);
    const claim = { ...line, subject: "incident", author: { is: "rules" } };
    const invented = { ...claim, supports: [{ source: "S01", exact: "about 3,000 accounts" }] };
    const wrong = { ...claim, slot: "Who?" };
    const { code, lines } = await briefs.give("claims", brief, "--add", claim, invented, wrong);
    assert.deepEqual(
      [code, lines[0].claim, lines[1].error.code, lines[2].error.code],
      [1, 1, "quote_missing", "wrong_line"],
    );
    const passage = { claim: 1, source: "S01", exact: "about 2,000 accounts" };
    assert.equal((await briefs.give("claims", brief, "--support", passage)).code, 0);
    const [listed] = await briefs.claims(brief);
    assert.equal(listed.supports.length, 2);
    assert.deepEqual(
      [listed.status, listed.visibility, listed.author.is, listed.verb, listed.possible],
      ["proposed", "internal", "rules", "viewed", true],
    );
  });

  it("keeps a first figure beside the exact one that took its place: Coinbase, from under 1 % to 69,461", async () => {
    const example = (name: string) =>
      new URL(`../../examples/coinbase/${name}`, import.meta.url).pathname;
    const brief = await briefs.begin("Contractors sold client data of Coinbase");
    await briefs.do("import", brief, example("sources.jsonl"));
    await briefs.do("claims", brief, "--add", example("claims.jsonl"));
    const { code } = await briefs.do("claims", brief, "--decide", example("decisions.jsonl"));
    assert.equal(code, 0);
    const [, first, exact] = await briefs.claims(brief);
    const [said, replaced] = first.decisions;
    assert.deepEqual(
      [said.status, replaced.status, replaced.into === exact.id, exact.status],
      ["firm_says", "superseded", true, "firm_says"],
    );
    const { disputes } = await briefs.check(brief);
    const slots = disputes.map(({ slot }: { slot: string }) => slot).sort();
    assert.deepEqual(slots, ["detected", "occurred", "staff_suspended"]);
  });

  it("takes a list that somebody else made, and what its facts say as they are proposed", async () => {
    const brief = await briefs.begin("A brief from a list");
    const list = {
      captured: "2026-11-20",
      sources: [
        {
          id: "S01",
          kind: "news",
          publisher: "A",
          facts: { accounts: 2000, accounts_verb: "exposed" },
        },
        { id: "S02", kind: "news", publisher: "B", facts: { accounts: 9000, note: "none" } },
      ],
    };
    const file = await briefs.file("list.json", JSON.stringify(list));
    const refused = await briefs.do("import", brief, file);
    assert.match(refused.lines[0].error.message, /^kind takes .*\bpress_copy\b/);
    const { code, lines } = await briefs.do("import", brief, file, "--kind", "press_copy");
    assert.deepEqual([code, lines.map(({ name }) => name)], [0, ["S01", "S02"]]);
    const label = { label: "one-post", because: "Both retell one post, as they say." };
    const assessed = { source: ["S01", "S02"], reliability: "unrated", because: label.because };
    await briefs.give("sources", brief, "--assess", { ...assessed, origin: label });
    const proposed = (await briefs.run("claims", brief, "--propose", "--subject", "leak")).stdout;
    const ready = proposed.split("\n").filter((line) => line.includes('"needs":[]'));
    const added = await briefs.do(
      "claims",
      brief,
      "--add",
      await briefs.file("ready.jsonl", ready.join("\n")),
    );
    assert.deepEqual([added.code, added.lines.length], [0, 2], JSON.stringify(added.lines));
    const { origins, disputes } = await briefs.check(brief);
    assert.deepEqual(
      origins.map(({ sources }: { sources: string[] }) => sources.join()),
      ["S01,S02"],
    );
    assert.equal(disputes[0].contradictions.length, 1);
    const needy = await briefs.file(
      "needy.jsonl",
      proposed.split("\n").find((line) => !ready.includes(line)) ?? "",
    );
    assert.match(
      JSON.stringify((await briefs.do("claims", brief, "--add", needy)).lines),
      /slot is missing/,
    );
  });

  it("says when something confirmed has lost its grounds", async () => {
    const brief = await briefs.begin("A brief with a filing");
    const told = (name: string, kind: string, fact: string) => ({
      ...{ name, kind, publisher: `office ${name}`, facts: [fact] },
    });
    const filed = told("F1", "regulator", "69,461 clients are affected.");
    const first = told("P1", "press_original", "Fewer than 97,000 clients are affected.");
    const later = told("P2", "press_original", "About 200,000 clients are affected.");
    await briefs.give("import", brief, undefined, filed, first, later);
    const claim = (amount: number, hedge: string, source: typeof filed) => ({
      ...{ slot: "affected_count", subject: "leak", speaker: "authority" },
      value: { is: "quantity", amount, hedge, unit: "client" },
      supports: [{ source: source.name, exact: source.facts[0] }],
    });
    const two = [claim(69_461, "exactly", filed), claim(97_000, "fewer_than", first)];
    await briefs.give("claims", brief, "--add", ...two);
    const reason = "The filing of the regulator says so.";
    const decisions = [
      { claim: 1, is: "confirmed", reason },
      { claim: 2, is: "superseded", into: 1, reason },
    ];
    const { lines } = await briefs.give("claims", brief, "--decide", ...decisions);
    assert.deepEqual(
      lines.map(({ status }) => status),
      ["confirmed", "superseded"],
    );
    const groundless = async () => (await briefs.check(brief)).groundless;
    assert.deepEqual(await groundless(), []);
    const because = "The page turned out to be a copy that somebody changed.";
    const assess = (reliability: string) =>
      briefs.give("sources", brief, "--assess", { source: "F1", reliability, because });
    await assess("doubtful");
    assert.deepEqual(await groundless(), [1]);
    await assess("reliable");
    assert.deepEqual(await groundless(), []);
    await briefs.give("claims", brief, "--add", claim(200_000, "about", later));
    const said = await briefs.run("check", brief);
    assert.equal(said.code, 1);
    assert.match(said.stdout, /Claim 1 is decided, and what is behind it isn't enough any more/);
  });

  it("doesn't tell the firm's word any more when nothing that counts has it", async () => {
    const brief = await briefs.begin("A brief of which a source was made up");
    const source = {
      ...{ name: "P1", kind: "press_original", publisher: "Example Times" },
      ...{ published: "2026-04-13", facts: ["Kraken says that no funds are at risk."] },
    };
    assert.equal((await briefs.give("import", brief, undefined, source)).code, 0);
    await briefs.give("claims", brief, "--add", {
      ...{ slot: "funds_at_risk", subject: "leak", speaker: "firm" },
      value: { is: "choice", option: "no" },
      supports: [{ source: "P1", exact: source.facts[0] }],
    });
    const reason = "The article quotes the firm.";
    const decisions = ["firm_says", "public"].map((is) => ({ claim: 1, is, reason }));
    assert.equal((await briefs.give("claims", brief, "--decide", ...decisions)).code, 0);
    const text = "Kraken says that no funds are at risk.";
    const draft = async () => {
      const sentence = { section: "firm_says", text, claims: [1] };
      const { lines } = await briefs.give("draft", brief, undefined, sentence);
      return lines.some(({ code }) => code === "claim_groundless");
    };
    assert.equal(await draft(), false);
    const because = "Its publisher says that it never wrote this.";
    const assessed = { source: "P1", reliability: "invented", because };
    await briefs.give("sources", brief, "--assess", assessed);
    assert.equal(await draft(), true);
    assert.deepEqual((await briefs.check(brief)).groundless, [1]);
  });

  it("counts two sources as one origin when a third, behind no claim, has the words of both", async () => {
    const brief = await briefs.begin("A brief with a copy");
    const words = (from: number) =>
      Array.from({ length: 60 }, (_, n) => `word${from + n}`).join(" ");
    const told = "Two clients were viewed.";
    const from = (name: string, text: string) => ({
      ...{ name, kind: "press_original", publisher: name, text },
    });
    const [one, other] = [`${told} ${words(0)}`, `${told} ${words(100)}`];
    await briefs.give("import", brief, undefined, from("A", one), from("B", other));
    const claim = (subject: string) => ({
      ...{ slot: "affected_count", subject, speaker: "article" },
      value: { is: "quantity", amount: 2, hedge: "exactly", unit: "client" },
      supports: ["A", "B"].map((source) => ({ source, exact: told })),
    });
    await briefs.give("claims", brief, "--add", claim("leak"), claim("copy"));
    const confirm = async (number: number) => {
      const line = { claim: number, is: "confirmed", reason: "Two publications say so." };
      const { lines } = await briefs.give("claims", brief, "--decide", line);
      return lines[0].error?.code ?? lines[0].status;
    };
    assert.equal(await confirm(1), "confirmed");
    const both = `${words(0)} ${words(100)}`;
    await briefs.give("import", brief, undefined, from("C", both));
    assert.equal(await confirm(2), "too_few_origins");
  });

  it("has an event for each decision that was made, and none for one that was refused", async () => {
    const brief = await briefs.begin("A brief that people disagree on");
    const fact = "Two clients were viewed.";
    const sources = ["A", "B"].map((name) => ({
      ...{ name, kind: "press_original", publisher: name, facts: [fact] },
      origin: { label: `of-${name.toLowerCase()}`, because: "It has its own reporter." },
    }));
    await briefs.give("import", brief, undefined, ...sources);
    const claim = {
      ...{ slot: "affected_count", subject: "leak", speaker: "firm" },
      value: { is: "quantity", amount: 2, hedge: "exactly", unit: "client" },
      supports: ["A", "B"].map((source) => ({ source, exact: fact })),
    };
    await briefs.give("claims", brief, "--add", claim, claim, claim);
    const states = "firm_says confirmed disputed open refuted superseded withdrawn public internal";
    const decision = fc.record({
      claim: fc.integer({ min: 1, max: 4 }),
      is: fc.constantFrom(...states.split(" ")),
      into: fc.integer({ min: 1, max: 4 }),
      reason: fc.constantFrom("Because it says so there.", "no"),
    });
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(decision, { minLength: 5, maxLength: 10 }), async (decisions) => {
        const { lines } = await briefs.give("claims", brief, "--decide", ...decisions);
        made += lines.filter(({ error }) => error === undefined).length;
        const events = await briefs.decidedEvents(brief);
        assert.equal(events.length, made);
        assert.deepEqual(events, await briefs.keptDecisions(brief));
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it("refuses what is too much or can't be read, with a sentence, and keeps nothing of it", async () => {
    const brief = await briefs.begin("A brief that somebody attacks");
    const from = ["--kind", "actor", "--by", briefs.comms];
    const refused = async (path: string, code: string, input = "") => {
      await assert.rejects(briefs.runPiped(input, "import", brief, path, ...from), { code });
    };
    await refused("-", "source_too_large", "a".repeat(50 * 1024 * 1024));
    const huge = Buffer.alloc(6 * 1024 * 1024, "<p>");
    await refused(await briefs.file("huge.html", huge), "source_too_large");
    await refused(await briefs.file("bomb.pdf", "%PDF-1.7 bomb"), "source_document_unread");
    const archive = Buffer.from([0x50, 0x4b, 3, 4, 0, 0]);
    await refused(await briefs.file("zip.txt", archive), "source_not_text");
    await refused(await briefs.file("odd.json", "[]"), "source_not_json");
    await refused(await briefs.file("page.exe", "x"), "usage");
    await refused(join(briefs.folder, "nowhere.txt"), "file_unreadable");
    assert.equal((await briefs.run("sources", brief)).stdout, "");
    const said = await briefs.runPiped(
      "Two clients\u202e were viewed",
      "import",
      brief,
      "-",
      ...from,
    );
    assert.match(said.stdout, /1 character was left out that nobody sees/);
    const again = briefs.runPiped("Two clients were viewed", "import", brief, "-", ...from);
    await assert.rejects(again, { code: "source_there" });
    const pdf = await briefs.file("report.pdf", "%PDF-1.7");
    assert.equal((await briefs.run("import", brief, pdf, ...from)).code, 0);
  });

  it("is written by who may, and by nobody whom nobody knows", async () => {
    const title = ["A brief of an agent", "--firm", "Kraken", "--author", "firm", "--by"];
    await assert.rejects(briefs.run("new", ...title, briefs.agent), { code: "decides_nothing" });
    await assert.rejects(briefs.run("new", ...title, "staff_nobody"), { code: "person_unknown" });
    await assert.rejects(briefs.run("check", "brief_nothing"), { code: "brief_unknown" });
    await assert.rejects(briefs.run("new", "A title", "--firm", "K"), { code: "wrong_brief" });
    assert.match((await briefs.run("list")).stdout, /A brief that somebody attacks/);
  });

  it("says of what was given wrongly which option or which line it is, and how it is right", async () => {
    const brief = await briefs.begin("A brief that somebody types wrongly");
    const begin = (title: string, author: string) =>
      briefs.do("new", title, "--firm", "Kraken", "--author", author);
    await assert.rejects(begin("x", "firm"), { message: "TITLE has 3 letters at least." });
    await assert.rejects(begin("A title", "them"), {
      message: "--author takes firm or third_party.",
    });
    const file = await briefs.file("cut.jsonl", '\n{"slot": "clients", "sub\n');
    const { lines } = await briefs.do("claims", brief, "--add", file);
    assert.deepEqual(lines, [
      {
        line: 2,
        error: {
          code: "line_not_json",
          message: "This line is no JSON. Check its quotation marks and its end.",
        },
      },
    ]);
    const sentence = { text: "Two clients were viewed.", section: "somewhere", claims: [] };
    const odd = await briefs.file("odd.jsonl", `${JSON.stringify(sentence)}\n[]\n`);
    const { stdout } = await briefs.run("check", brief, "--sentences", odd);
    assert.match(stdout, /"message":"section takes summary, [a-z_, ]+ or corrections\."/);
    assert.match(stdout, /"message":"the line takes an object, in \{ \}\."/);
  });
});
