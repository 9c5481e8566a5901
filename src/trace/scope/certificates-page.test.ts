import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { newId, uuidOf } from "#platform";
import {
  decideTestApproval,
  madeTrace,
  openSealedSite,
  openTestStaff,
  proveTestStaff,
  type TestPerson,
} from "#test";
import { parsePolicy } from "#tlog";
import { type RunTrace, runNext } from "../case/index.ts";
import { reportSchema } from "../report.ts";
import { verifyCertificate } from "./certificate/index.ts";
import { figuresOf } from "./figures.ts";
import { countedIn, listHash, printScopeList } from "./list.ts";

const sealed = await openSealedSite();
after(() => sealed[Symbol.asyncDispose]());
const { site, ledger } = sealed;
const policy = parsePolicy(await readFile(sealed.policyFile, "utf8"));
const traits = { roles: ["analyst"] };
const analyst = await openTestStaff(site, { ...traits, team: "trace", name: "Ana Lyst" });
const second = await openTestStaff(site, {
  ...traits,
  ...{ team: "review", employer: "Vendor", name: "Sol Second" },
});
const insider = await openTestStaff(site, { ...traits, team: "night", employer: "Vendor" });

async function pass(seconds: number): Promise<void> {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
  ledger.time.now = site.time.now;
  await ledger.sealer.sealOnce();
  for (const witness of sealed.witnesses) await sealed.cosign(witness, 1);
}

async function post(by: TestPerson, way: string, fields: Record<string, string> = {}) {
  return await site.post(way, fields, await proveTestStaff(site, by));
}

async function read(by: TestPerson, way: string): Promise<string> {
  const answer = await site.get(way, await proveTestStaff(site, by));
  assert.equal(answer.status, 200, way);
  return (await answer.text()).replaceAll("&#39;", "'");
}

const list = printScopeList({
  fields: ["email"],
  clients: [
    { client: sealed.client, confirmed: 1, likely: 1, maximum: 1, country: "IT" },
    {
      client: newId("client", site.time.now),
      ...{ confirmed: 0, likely: 1, maximum: 1 },
      country: undefined,
    },
  ],
});
const counted = {
  figures: figuresOf(countedIn(list)),
  hash: listHash(list).toString("base64"),
  erasedLooks: { best: 0, upper: 3 },
  countedAt: site.time.now,
};

/** Where a trace is that found the insider, perhaps by former rules. */
async function traced(by: "rules" | "former rules" = "rules"): Promise<string> {
  const given = {
    before: "2026-11-20",
    why: "Somebody offers this list.",
    pasted: "email\na@b.example\n",
  };
  const answer = await post(analyst, "/staff/traces", given);
  const path = answer.headers.get("location") ?? "";
  assert.match(path, /^\/staff\/traces\/trace_/);
  await post(analyst, `${path}/columns`, { "column-0": "email" });
  assert.ok(await runNext(site.tracing.desk, finding(by)));
  return path;
}

function finding(by: "rules" | "former rules"): RunTrace {
  return async (_desk, { before }) => {
    const made = madeTrace({ before, people: [insider.staff] });
    const former = made.rows.map((row) => ({ ...row, isUnseen: undefined }));
    const rows = by === "rules" ? made.rows : former;
    return { result: { ...made, rows, scope: counted }, scopeList: list };
  };
}

const path = await traced();
const certificates = `${path}/certificates`;

async function newest(): Promise<string> {
  const { rows } = await site.opened.database.query<{ at: string }>(
    "select substring(body from 'scope_[0-9a-z]{26}') as at from trace.scope_certificates order by drafted_at desc limit 1",
  );
  return `${certificates}/${rows[0]?.at}`;
}

test("an analyst drafts and signs with a fresh passkey, the second agrees, and the file verifies", async () => {
  const { cookie } = await openTestStaff(site, { ...traits, provenAt: null });
  assert.doesNotMatch(await (await site.post(certificates, {}, { cookie })).text(), /Draft of/);
  assert.doesNotMatch(await read(analyst, path), /Draft of/);
  await pass(1);
  assert.equal((await post(analyst, certificates)).status, 303);
  assert.match(await read(analyst, path), /Draft of Nov 20, 2026[\s\S]*Ana Lyst drafted it/);
  const one = await newest();
  const reason = "For the regulator.";
  assert.equal((await site.get(one, await proveTestStaff(site, analyst))).status, 409);
  assert.equal((await post(analyst, `${one}/sign`, { reason })).status, 303);
  assert.match(await read(analyst, path), /Ana Lyst signed it, and the desk asks a second/);
  await pass(1);
  const asked = await read(second, "/staff/approvals");
  assert.match(asked, /Sign a scope certificate/);
  assert.equal((await decideTestApproval(site, second)).status, 303);
  assert.equal((await site.get(one, await proveTestStaff(site, analyst))).status, 503);
  await pass(1);
  const text = await read(analyst, one);
  const { checks, certificate } = verifyCertificate(Buffer.from(text), policy, { list });
  assert.deepEqual(
    checks.flatMap(({ faults }) => faults),
    [],
  );
  assert.equal(certificate?.query.people.length, 1);
  const page = await read(analyst, path);
  assert.match(page, /Ana Lyst and Sol Second signed it/);
  assert.match(page, /Does it correct another certificate/);
  assert.ok(!page.includes(uuidOf(insider.staff)) && !page.includes(insider.staff));
});

test("one is withdrawn with a reason; whom the result names comes near none, and none is found by another trace", async () => {
  await pass(1);
  await post(analyst, certificates);
  const one = await newest();
  assert.equal((await post(analyst, `${one}/withdraw`, { because: "nothing" })).status, 400);
  assert.equal((await post(insider, `${one}/withdraw`, { because: "not_needed" })).status, 403);
  assert.equal((await site.get(one, await proveTestStaff(site, insider))).status, 403);
  const other = one.replace(path, await traced());
  assert.equal((await post(analyst, `${other}/withdraw`, { because: "not_needed" })).status, 404);
  assert.equal((await post(analyst, `${one}/withdraw`, { because: "not_needed" })).status, 303);
  assert.match(await read(analyst, path), /Ana Lyst withdrew it on Nov 20, 2026: it isn't needed/);
  assert.equal((await post(analyst, `${one}/sign`, { reason: "Why not" })).status, 409);
});

test("what was found by former rules says so and isn't certified, until it is run again", async () => {
  const former = await traced("former rules");
  await pass(1);
  const page = await read(analyst, former);
  assert.match(page, /found by former rules[\s\S]*<form[^>]*\/again"[\s\S]*Run it again/);
  assert.doesNotMatch(page, /others than those whose looks/);
  assert.match(await read(analyst, `${former}/report/text`), /found by former rules/);
  const report = reportSchema.parse(JSON.parse(await read(analyst, `${former}/report/json`)));
  assert.ok(report.outdated && report.by_row.every(({ unseen }) => unseen === null));
  await pass(1);
  const refused = await post(analyst, `${former}/certificates`);
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /found by former rules[\s\S]*Run it again on its page/);
  assert.equal((await post(analyst, `${former}/again`)).status, 303);
  assert.match(await read(analyst, former), /It waits for its turn/);
  assert.ok(await runNext(site.tracing.desk, finding("rules")));
  assert.doesNotMatch(await read(analyst, former), /former rules/);
  assert.equal((await post(analyst, `${former}/again`)).status, 409);
  await pass(1);
  assert.equal((await post(analyst, `${former}/certificates`)).status, 303);
});

test("what was signed of a trace is there when the trace is shredded, and nothing more is certified of it", async () => {
  const trace = await traced();
  assert.doesNotMatch(await read(analyst, path), /It is shredded/);
  for (const each of [path, trace]) await post(analyst, `${each}/shred`, { reason: "It is over." });
  const page = await read(analyst, path);
  assert.match(page, /It is shredded[\s\S]*Ana Lyst and Sol Second signed it[\s\S]*Take the file/);
  assert.doesNotMatch(page, /withdrew it|Does it correct another certificate/);
  const [href = ""] = /\/staff\/traces\/trace_\w+\/certificates\/scope_\w+/.exec(page) ?? [];
  assert.match(await read(analyst, href), /"clients"/);
  assert.doesNotMatch(await read(analyst, trace), /id="certificates"/);
});
