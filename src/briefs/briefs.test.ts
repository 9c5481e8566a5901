import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import fc from "#fast-check";
import { Appender } from "#ledger";
import { newId, uuidOf } from "#platform";
import { openTestDatabase, runCommand, type TestDatabase } from "#test";
import { briefsCommands } from "./commands.ts";
import { briefsEventKinds } from "./events.ts";

const now = new Date("2026-11-20T12:00:00Z");
const clock = () => now;
const kraken = (file: string) => new URL(`../../examples/kraken/${file}`, import.meta.url).pathname;

let opened: TestDatabase;
let folder: string;
let commands: ReturnType<typeof briefsCommands>;
let comms: string;
let agent: string;

before(async () => {
  opened = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "holdfast-briefs-"));
  const { privateKey: receiptKey } = generateKeyPairSync("ed25519");
  const { database } = opened;
  const appender = new Appender({ database, receiptKey, kinds: briefsEventKinds, now });
  commands = briefsCommands(
    async () => ({ database, appender }),
    async (bytes) => (bytes.includes("bomb") ? undefined : "Two clients were viewed."),
  );
  comms = await addStaff("comms");
  agent = await addStaff("agent");
});

after(async () => {
  await opened[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

async function addStaff(role: string): Promise<string> {
  const staff = newId("staff", now);
  await opened.database.query(
    `insert into accounts.staff (staff, name, email, team, employer, languages, time_zone, shift, joined_at)
     values ($1, $2, $3, 'desk', 'Larkmoor', '{en}', 'UTC', '{}', $4)`,
    [uuidOf(staff), role, `${role}@larkmoor.example`, now],
  );
  await opened.database.query(
    "insert into accounts.staff_roles (staff, role, granted_at) values ($1, $2, $3)",
    [uuidOf(staff), role, now],
  );
  return staff;
}

async function holdfast(name: string, ...words: string[]) {
  return await piped("", name, ...words);
}

async function piped(input: string, name: string, ...words: string[]) {
  const command = commands.find((one) => one.name === `brief ${name}`);
  return await runCommand(command, words, { clock, piped: input });
}

const linesOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

async function begin(title: string): Promise<string> {
  const about = ["--firm", "Kraken", "--author", "third_party", "--by", comms];
  const said = await holdfast("new", title, ...about);
  return JSON.parse(said.stdout).id;
}

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function lines(name: string, ...given: object[]): Promise<string> {
  return await file(name, given.map((line) => JSON.stringify(line)).join("\n"));
}

async function decide(brief: string, ...given: object[]) {
  const path = await lines("decide.jsonl", ...given);
  const said = await holdfast("claims", brief, "--decide", path, "--by", comms);
  return linesOf(said.stdout);
}

async function decidedEvents(brief: string): Promise<string[]> {
  const { rows } = await opened.database.query<{ details: string }>(
    "select details from ledger.events where kind = 'briefs.claim_decided' order by occurred_at, id",
  );
  return rows
    .map(({ details }) => JSON.parse(String(details)))
    .filter((event) => event.brief === brief)
    .map(({ claim, number, status, visibility, person }) =>
      [claim, number, status, visibility, person].join(" "),
    );
}

async function keptDecisions(brief: string): Promise<string[]> {
  const said = await holdfast("claims", brief);
  return linesOf(said.stdout).flatMap(({ id, decisions }) =>
    decisions.map((one: { status: string; visibility: string; by: string }, place: number) =>
      [id, place + 1, one.status, one.visibility, one.by].join(" "),
    ),
  );
}

describe("the Kraken case, from 23 publications", () => {
  let brief: string;

  before(async () => {
    brief = await begin("Kraken is extorted by people who had support staff film its desk");
    for (const [command, words] of [
      ["import", [brief, kraken("sources.jsonl")]],
      ["claims", [brief, "--add", kraken("claims.jsonl")]],
      ["questions", [brief, "--add", kraken("questions.jsonl")]],
      ["claims", [brief, "--decide", kraken("decisions.jsonl")]],
    ] as const) {
      const said = await holdfast(command, ...words, "--by", comms);
      assert.equal(said.code, 0, said.stdout + said.stderr);
    }
  });

  it("has one main origin and four outside of it, labelled by hand and shown as such", async () => {
    const { origins } = JSON.parse((await holdfast("check", brief, "--json")).stdout);
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
    const words = (await holdfast("check", brief)).stdout;
    assert.match(words, /^23 sources, 5 origins\.\n {2}firms-post \(known by hand\): S01, S02/);
  });

  it("has contradictions in at least ten questions, and not one that puts the 5.3 million with the 2,000", async () => {
    const fresh = await begin("The same, before anybody decided");
    await holdfast("import", fresh, kraken("sources.jsonl"), "--by", comms);
    await holdfast("claims", fresh, "--add", kraken("claims.jsonl"), "--by", comms);
    const { disputes } = JSON.parse((await holdfast("check", fresh, "--json")).stdout);
    const slots = disputes.map(({ slot }: { slot: string }) => slot);
    assert.ok(new Set(slots).size >= 10, slots.join());
    for (const slot of ["affected_count", "first_incident", "disclosed", "detected_by", "vector"]) {
      assert.ok(slots.includes(slot), slot);
    }
    assert.doesNotMatch(JSON.stringify(disputes), /5,300,000/);
    const all = linesOf((await holdfast("claims", fresh)).stdout);
    const millions = all.filter(({ value }) => value.amount === 5_300_000);
    assert.deepEqual(
      millions.map(({ supports }) => supports.map((one: { source: string }) => one.source)),
      [["S13"]],
    );
    const two = all.find(({ value }) => value.amount === 2_000);
    const merged = await decide(fresh, {
      ...{ claim: millions[0].claim, is: "superseded", into: two.claim },
      reason: "Somebody thinks that these are the same.",
    });
    assert.equal(merged[0].error.code, "not_its_successor");
  });

  it("is confirmed by nothing but what counts: not by one origin, and never by the invented source", async () => {
    const why = { is: "confirmed", reason: "So many publications say so." };
    const all = linesOf((await holdfast("claims", brief)).stdout);
    const counted = all.find(
      ({ value, supports }) => value.amount === 2_000 && supports.length === 10,
    );
    assert.equal(counted.status, "firm_says");
    const [said] = await decide(brief, { claim: counted.claim, ...why });
    assert.match(said.error.message, /^1 independent origins that count say so\./);
    for (const kind of ["telegram_offer", "insider_incidents"]) {
      const [own] = linesOf(
        (
          await holdfast(
            "claims",
            brief,
            "--add",
            await lines("twice.jsonl", {
              ...{ slot: "staff_names", subject: kind, speaker: "firm" },
              value: { is: "choice", option: "unknown" },
              supports: [
                { source: "S12", exact: "The speaker is known by a pseudonym only." },
                { source: "S05", exact: "A tip came in February 2025." },
              ],
            }),
            "--by",
            comms,
          )
        ).stdout,
      );
      const [raised] = await decide(brief, { claim: own.claim, ...why });
      assert.equal(raised.error.code, "too_few_origins");
    }
  });

  it("knew the number of clients before the question was asked", async () => {
    const { questions } = JSON.parse((await holdfast("check", brief, "--json")).stdout);
    const [number, , , , sum] = questions;
    assert.equal(number.answers[0].source, "S18");
    assert.equal(number.answers[0].came, "before_asked");
    assert.deepEqual(sum.answers, []);
    const { stdout } = await holdfast("check", brief);
    assert.match(
      stdout,
      /How many clients are concerned\? claim 2 may answer it \(S18, 2026-04-13T17:08:03Z\): published before/,
    );
    const checked = await lines("checked.jsonl", { question: 1, claim: 2 }, { question: 9 });
    const said = await holdfast("questions", brief, "--checked", checked, "--by", comms);
    assert.equal(said.code, 1);
    assert.match(said.stdout, /question_unknown/);
    assert.doesNotMatch((await holdfast("check", brief)).stdout, /How many clients/);
  });

  it("is told in no sentence that says more than its claims", async () => {
    const all = linesOf((await holdfast("claims", brief)).stdout);
    const viewed = all.find(({ verb }) => verb === "viewed").claim;
    const telegram = all.find(({ value }) => value.amount === 5_300_000).claim;
    await decide(brief, { claim: viewed, is: "public", reason: "It goes into the brief." });
    const sentence = (words: string, ...claims: number[]) => ({
      ...{ text: words, section: "firm_says", claims },
    });
    const path = await lines(
      "sentences.jsonl",
      sentence("Kraken says that about 2,000 accounts were potentially viewed.", viewed),
      sentence("Kraken says that 2,000 accounts were leaked.", viewed),
      sentence(
        "Kraken says that about 5.3 million records were possibly viewed.",
        viewed,
        telegram,
      ),
      sentence("Kraken says so.", 999),
    );
    const said = await holdfast("check", brief, "--sentences", path);
    assert.equal(said.code, 1);
    const [good, leaked, merged, unknown] = linesOf(said.stdout);
    const codes = (line: { objections: { code: string }[] }) =>
      line.objections.map(({ code }) => code);
    assert.deepEqual(codes(good), []);
    assert.deepEqual(codes(leaked), ["certainty", "number", "verb"]);
    assert.deepEqual(codes(merged), ["claim_internal", "claim_status", "number"]);
    assert.equal(unknown.error.code, "claim_unknown");
  });

  it("has each change of a status in the ledger, and none can be taken back", async () => {
    assert.deepEqual((await decidedEvents(brief)).sort(), (await keptDecisions(brief)).sort());
    for (const statement of [
      "update briefs.decisions set status = 'confirmed'",
      "delete from briefs.decisions",
      "update briefs.claims set value = '{}'",
      "update briefs.sources set text = ''",
      "update briefs.assessments set reliability = 'reliable'",
    ]) {
      await assert.rejects(opened.database.query(statement), /permission denied/);
    }
  });
});

describe("a brief of one's own", () => {
  it("takes what rules propose, when a person says what it is about", async () => {
    const brief = await begin("A brief from a page");
    const page = await file(
      "page.html",
      `<h1>News</h1><script>fetch("https://example.net")</script>
       <p>Kraken said that about 2,000 accounts were potentially viewed.</p>`,
    );
    const about = ["--kind", "press_original", "--publisher", "Example Times"];
    const kept = await holdfast(
      "import",
      brief,
      page,
      ...about,
      "--published",
      "2026-04",
      "--by",
      comms,
    );
    const source = JSON.parse(kept.stdout);
    assert.deepEqual([source.name, source.remarks.length], ["S01", 1]);
    const [proposal] = linesOf((await holdfast("claims", brief, "--propose")).stdout);
    assert.deepEqual(proposal.needs, ["subject"]);
    const { needs: _needs, rule: _rule, section: _section, ...line } = proposal;
    const claim = { ...line, subject: "incident", author: { is: "rules" } };
    const invented = { ...claim, supports: [{ source: "S01", exact: "about 3,000 accounts" }] };
    const path = await lines("claim.jsonl", claim, invented, { ...claim, slot: "Who?" });
    const said = await holdfast("claims", brief, "--add", path, "--by", comms);
    const [first, second, third] = linesOf(said.stdout);
    assert.deepEqual(
      [first.claim, second.error.code, third.error.code],
      [1, "quote_missing", "wrong_line"],
    );
    assert.equal(said.code, 1);
    const [listed] = linesOf((await holdfast("claims", brief)).stdout);
    assert.deepEqual(
      [listed.status, listed.visibility, listed.author.is, listed.verb, listed.possible],
      ["proposed", "internal", "rules", "viewed", true],
    );
  });

  it("says when something confirmed has lost its grounds", async () => {
    const brief = await begin("A brief with a filing");
    const line = (name: string, kind: string, fact: string) => ({
      ...{ name, kind, publisher: `office ${name}`, facts: [fact] },
    });
    const filed = line("F1", "regulator", "69,461 clients are affected.");
    const first = line("P1", "press_original", "Fewer than 97,000 clients are affected.");
    const later = line("P2", "press_original", "About 200,000 clients are affected.");
    await holdfast("import", brief, await lines("filed.jsonl", filed, first, later), "--by", comms);
    const claim = (amount: number, hedge: string, source: { name: string; facts: string[] }) => ({
      ...{ slot: "affected_count", subject: "leak", speaker: "authority" },
      value: { is: "quantity", amount, hedge, unit: "client" },
      supports: [{ source: source.name, exact: source.facts[0] }],
    });
    const two = await lines(
      "two.jsonl",
      claim(69_461, "exactly", filed),
      claim(97_000, "fewer_than", first),
    );
    await holdfast("claims", brief, "--add", two, "--by", comms);
    const reason = "The filing of the regulator says so.";
    const [confirmed] = await decide(brief, { claim: 1, is: "confirmed", reason });
    assert.deepEqual(confirmed.status, "confirmed");
    const [old] = await decide(brief, { claim: 2, is: "superseded", into: 1, reason });
    assert.equal(old.status, "superseded");
    assert.equal((await holdfast("check", brief)).code, 0);
    const doubt = async (reliability: string) => {
      const why = "The page turned out to be a copy that somebody changed.";
      const path = await lines("doubt.jsonl", { source: "F1", reliability, because: why });
      return await holdfast("sources", brief, "--assess", path, "--by", comms);
    };
    assert.equal((await doubt("doubtful")).code, 0);
    assert.match((await holdfast("check", brief)).stdout, /Claim 1 is confirmed, and what/);
    await doubt("reliable");
    assert.equal((await holdfast("check", brief)).code, 0);
    const [listed] = linesOf((await holdfast("sources", brief)).stdout);
    assert.deepEqual([listed.name, listed.reliability, listed.text], ["F1", "reliable", undefined]);
    const more = await lines("more.jsonl", claim(200_000, "about", later));
    await holdfast("claims", brief, "--add", more, "--by", comms);
    const said = await holdfast("check", brief);
    assert.equal(said.code, 1);
    assert.match(said.stdout, /Claim 1 is confirmed, and what is behind it isn't enough any more/);
  });

  it("has an event for each decision that was made, and none for one that was refused", async () => {
    const brief = await begin("A brief that people disagree on");
    const sources = ["A", "B"].map((name) => ({
      ...{ name, kind: "press_original", publisher: name, facts: ["Two clients were viewed."] },
      origin: { label: `of-${name.toLowerCase()}`, because: "It has its own reporter." },
    }));
    await holdfast("import", brief, await lines("sources.jsonl", ...sources), "--by", comms);
    const claim = {
      ...{ slot: "affected_count", subject: "leak", speaker: "firm" },
      value: { is: "quantity", amount: 2, hedge: "exactly", unit: "client" },
      supports: ["A", "B"].map((source) => ({ source, exact: "Two clients were viewed." })),
    };
    await holdfast(
      "claims",
      brief,
      "--add",
      await lines("claims.jsonl", claim, claim, claim),
      "--by",
      comms,
    );
    const states =
      "firm_says confirmed disputed open refuted superseded withdrawn public internal".split(" ");
    const decision = fc.record({
      claim: fc.integer({ min: 1, max: 4 }),
      is: fc.constantFrom(...states),
      into: fc.integer({ min: 1, max: 4 }),
      reason: fc.constantFrom("Because it says so there.", "no"),
    });
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(decision, { minLength: 5, maxLength: 10 }), async (decisions) => {
        const said = await decide(brief, ...decisions);
        made += said.filter((one) => one.error === undefined).length;
        const events = await decidedEvents(brief);
        assert.equal(events.length, made);
        assert.deepEqual(events.sort(), (await keptDecisions(brief)).sort());
      }),
      { numRuns: 4 },
    );
    assert.ok(made > 3);
  });

  it("refuses what is too much or can't be read, with a sentence, and keeps nothing of it", async () => {
    const brief = await begin("A brief that somebody attacks");
    const from = ["--kind", "actor", "--by", comms];
    const refused = async (path: string, code: string, input = "") => {
      await assert.rejects(piped(input, "import", brief, path, ...from), { code });
    };
    await refused("-", "source_too_large", "a".repeat(50 * 1024 * 1024));
    await refused(
      await file("huge.html", Buffer.alloc(6 * 1024 * 1024, "<p>")),
      "source_too_large",
    );
    await refused(await file("bomb.pdf", "%PDF-1.7 bomb"), "source_document_unread");
    await refused(await file("zip.txt", Buffer.from([0x50, 0x4b, 3, 4, 0, 0])), "source_not_text");
    await refused(await file("odd.json", "[]"), "source_not_json");
    await refused(await file("page.exe", "x"), "usage");
    await refused(join(folder, "nowhere.txt"), "file_unreadable");
    await refused(folder, "usage");
    const said = await piped("Two clients\u202e were viewed", "import", brief, "-", ...from);
    assert.match(said.stdout, /1 characters were left out that nobody sees/);
    const again = piped("Two clients were viewed", "import", brief, "-", ...from);
    await assert.rejects(again, { code: "source_there" });
    const pdf = await file("report.pdf", "%PDF-1.7");
    assert.equal((await holdfast("import", brief, pdf, ...from)).code, 0);
  });

  it("is written by who may, and by nobody whom nobody knows", async () => {
    const title = ["A brief of an agent", "--firm", "Kraken", "--author", "firm", "--by"];
    await assert.rejects(holdfast("new", ...title, agent), { code: "decides_nothing" });
    await assert.rejects(holdfast("new", ...title, "staff_nobody"), { code: "person_unknown" });
    await assert.rejects(holdfast("check", "brief_nothing"), { code: "brief_unknown" });
    await assert.rejects(holdfast("new", "A title", "--firm", "K", "--by", comms), {
      code: "wrong_brief",
    });
    const { stdout } = await holdfast("list");
    assert.ok(linesOf(stdout).length > 3);
  });
});
