import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type Id, newId, uuidOf } from "#platform";
import {
  decideTestApproval,
  makeTestWitness,
  noted,
  openSealedSite,
  openTestLedger,
  openTestStaff,
  policyText,
  runCommand,
} from "#test";
import { type Policy, parsePolicy } from "#tlog";
import { readScopeList } from "../list.ts";
import { type Scope, type ScopeQuery, scopeOf } from "../scope.ts";
import { scopeCertificateIn } from "../verified-certificate.ts";
import { verifyScopeCommand } from "../verify-scope-command.ts";
import { draftCertificate } from "./drafting.ts";
import { exportCertificate } from "./exporting.ts";
import { type CertificateFile, parseCertificateFile, printCertificateFile } from "./file.ts";
import { askAgain, signFirst, withdrawCertificate } from "./signing.ts";
import type { KeptCertificate } from "./state.ts";
import { certificateById } from "./store.ts";
import { verifyCertificate } from "./verify.ts";

const sealed = await openSealedSite();
const directory = await mkdtemp(join(tmpdir(), "holdfast-scope-"));
after(async () => {
  await sealed[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});
const { site, ledger, policyFile } = sealed;
const { database } = site.opened;
const { desk } = site.vault;
const policy = parsePolicy(await readFile(policyFile, "utf8"));
const reason = "The scope of what was posted on the forum, for the regulator.";

const analyst = { roles: ["analyst"] };
const first = await openTestStaff(site, { ...analyst, team: "trace", employer: "Larkmoor" });
const second = await openTestStaff(site, { ...analyst, team: "review", employer: "Vendor" });
const named = await openTestStaff(site, { ...analyst, team: "night", employer: "Vendor" });
const agent = await openTestStaff(site);
const trace = await newTrace();
await database.query("insert into trace.shut_out (trace, staff) values ($1, $2)", [
  uuidOf(trace),
  uuidOf(named.staff),
]);

const looked = site.time.now;
const clients = Array.from({ length: 12 }, () => newId("client", looked));
for (const [place, client] of clients.entries()) {
  const fields = { field: place % 2 ? "email" : "address", version: 1 };
  const draft = { kind: noted, client, ...fields, details: { note: "look" } };
  await ledger.appender.append({ is: "staff", id: named.staff }, draft, looked);
}
await pass(3_600);
const query: ScopeQuery = {
  confirmed: clients.slice(0, 9).map((client) => ({ client, fields: ["email"] })),
  possible: [],
  people: [{ staff: named.staff, first: looked, last: looked }],
  before: new Date(site.time.now),
};
const scope = await scopeOf(database, query);

/** Time goes by; what happened is sealed, and both witnesses saw it. */
async function pass(seconds: number): Promise<void> {
  site.time.now = new Date(site.time.now.getTime() + seconds * 1_000);
  ledger.time.now = site.time.now;
  await ledger.sealer.sealOnce();
  for (const witness of sealed.witnesses) await sealed.cosign(witness, 1);
}

async function newTrace(): Promise<Id<"trace">> {
  const id = newId("trace", site.time.now);
  await database.query(
    `insert into trace.traces (id, begun_at, begun_by, before, why, format, rows, bad, bytes, digest, key_ciphertext, changed_at)
     values ($1, $2, $3, $2, 'why', 'csv', 9, 0, 99, $4, '\\x00', $2)`,
    [uuidOf(id), site.time.now, uuidOf(first.staff), Buffer.alloc(32, 7)],
  );
  return id;
}

async function draft(
  { hash, figures, erasedLooks }: Scope = scope,
  people = query.people,
  corrects?: Id<"scope">,
  { by, of } = { by: first.staff, of: trace },
): Promise<KeptCertificate> {
  await pass(1);
  const { now } = site.time;
  const sample = { digest: Buffer.alloc(32, 7), rows: 9 };
  const about = { trace: of, sample, people, before: query.before, countedAt: now, corrects };
  const counted = { hash, figures, erasedLooks };
  return await draftCertificate(desk, by, { ...about, scope: counted }, now);
}

/** Both sign it, and it is written into a file. */
async function certified(of: KeptCertificate): Promise<string> {
  await signFirst(desk, first.staff, { id: of.id, reason }, site.time.now);
  await pass(1);
  assert.equal((await decideTestApproval(site, second)).status, 303);
  await pass(1);
  const exported = await exportCertificate(database, of.id, { policy, now: site.time.now });
  assert.ok(exported.is === "file", exported.is);
  const file = join(directory, exported.name);
  await writeFile(file, exported.text);
  return file;
}

async function stateOf(id: Id<"scope">) {
  return (await certificateById(database, id))?.state.is;
}

const whole = await draft();
const wholeFile = await certified(whole);
const wholeBytes = await readFile(wholeFile);
const listFile = join(directory, "list");
await writeFile(listFile, scope.list);

test("a certificate of two signatures verifies offline, names nobody, and its list gives its figures", async () => {
  const words = [wholeFile, "--policy", policyFile, "--list", listFile];
  const { code, out } = await run(...words);
  assert.equal(code, 0, out);
  assert.match(out, /clients +at least 9, likely 12, at most 12/);
  assert.match(out, /\+ the list of clients: It is the list/);
  assert.equal(out.match(/^\+ /gm)?.length, 7);
  const text = wholeBytes.toString();
  for (const { staff } of [first, second, named]) assert.ok(!text.includes(staff));
  for (const client of clients) assert.ok(!text.includes(client));
  assert.deepEqual(readScopeList(scope.list).clients.length, 12);
});

test("a certificate whose words are those of the first version verifies as it did", async () => {
  const read = async (name: string) => {
    return await readFile(new URL(`../../../../examples/certificate/${name}`, import.meta.url));
  };
  const signed = await read("leak.holdfast-scope.json");
  const by = parsePolicy((await read("policy.txt")).toString());
  assert.match(signed.toString(), /^\{\n {2}"holdfast_scope_certificate": 1,/);
  assert.deepEqual(faultsOf(signed, by), []);
});

test("what somebody changes in a certificate is named", () => {
  const file = parseCertificateFile(wholeBytes);
  const [one, other] = file.signatures;
  assert.ok(one && other);
  const said = (changed: CertificateFile, by: Policy = policy) =>
    faultsOf(Buffer.from(printCertificateFile(changed)), by);
  assert.deepEqual(said(file), []);
  for (const [path, place, key] of numbersIn(file.certificate)) {
    const changed = structuredClone(file);
    const holder = placeIn(changed.certificate, place);
    holder[key] = (holder[key] as number) + 1;
    const faults = said(changed);
    assert.ok(faults.includes("signature_1 other_certificate"), path);
    assert.ok(faults.includes("signature_2 other_certificate"), path);
  }
  const withBody = (body: object) => ({ ...file, certificate: { ...file.certificate, ...body } });
  const { clients: counted } = file.certificate.figures;
  const figures = { ...file.certificate.figures, clients: { ...counted, best: 9 } };
  assert.ok(said(withBody({ figures })).includes("figures figure_sum"));
  assert.ok(said(withBody({ limits: "None." })).includes("words other_limits"));
  const reworded = { ...file.certificate.query, words: "Everybody?" };
  assert.ok(said(withBody({ query: reworded })).includes("words other_question"));
  const relabelled = withBody({ holdfast_scope_certificate: 1 as const });
  assert.ok(said(relabelled).includes("words other_question"));
  assert.deepEqual(said({ ...file, signatures: [other, one] }), ["signers wrong_order"]);
  assert.deepEqual(said({ ...file, signatures: [one, one] }), [
    "signers one_signer",
    "signers wrong_order",
  ]);
  assert.deepEqual(said({ ...file, signatures: [one] }), [
    "signature_2 no_signature",
    "signers not_two",
  ]);
  const swapped = [
    { ...one, event: { ...one.event, proof: other.event.proof } },
    { ...other, growth: one.growth },
  ];
  assert.deepEqual(said({ ...file, signatures: swapped }), [
    "signature_1 not_in_log",
    "signature_2 not_grown",
  ]);
  assert.deepEqual(faultsOf(wholeBytes.subarray(0, 900), policy), ["form other_file"]);
  assert.deepEqual(faultsOf(Buffer.concat([wholeBytes, Buffer.from(" ")]), policy), [
    "form changed",
  ]);
});

test("a file that is cut off, another one, or has a value of another kind is refused in plain words", async () => {
  const file = join(directory, "other.json");
  const text = wholeBytes.toString();
  for (const [other, sentence] of [
    [text.slice(0, 900), "It isn't JSON: it is cut off, or another file."],
    ["{}", "holdfast_scope_certificate is missing."],
    ["[]", "It takes an object, in { }."],
    [text.replace(/"margin_days": 1/, '"margin_days": "1"'), "margin_days takes a number."],
    [text.replace(/"result": "[^"]*"/, '"result": "x"'), "result is no hash."],
    [
      text.replace(/"counted_at": "[^"]*"/, '"counted_at": "2026"'),
      "counted_at is no time in UTC.",
    ],
    [`${text} `, "The file isn't as it was written. Use the one that you were given."],
  ] as const) {
    await writeFile(file, other);
    const { code, out } = await run(file, "--policy", policyFile);
    assert.equal(code, 1);
    assert.ok(out.includes(`! `) && out.includes(sentence), out);
    const read = scopeCertificateIn(Buffer.from(other), policy);
    assert.ok(read.is === "refused" && read.why.join().includes(sentence));
  }
});

test("another log's policy, another list and another log's head are named", async () => {
  await using elsewhere = await openTestLedger();
  const witness = makeTestWitness("elsewhere");
  const log = { signers: elsewhere.logSigner.signers };
  const unwitnessed = parsePolicy(policyText(log, [witness], "all"));
  const untrusted = ["signature_1 not_in_log", "signature_2 not_in_log"];
  assert.deepEqual(faultsOf(wholeBytes, unwitnessed), untrusted);
  const file = parseCertificateFile(wholeBytes);
  file.certificate.log.origin = "elsewhere.example/log";
  const faults = faultsOf(Buffer.from(printCertificateFile(file)), policy);
  assert.ok(faults.includes("signature_1 other_log"));
  const fewer = await scopeOf(database, { ...query, confirmed: query.confirmed.slice(1) });
  const { checks } = verifyCertificate(wholeBytes, policy, { list: fewer.list });
  const [list] = checks.filter(({ name }) => name === "list");
  assert.deepEqual(list?.faults[0], { code: "other_list" });
  assert.deepEqual(list?.faults[1], {
    code: "counted_otherwise",
    values: { figure: "clients lower", stands: 9, list: 8 },
  });
});

test("a later certificate shows the correction: 9 before, now 12", async () => {
  const few = await scopeOf(database, { ...query, people: [] });
  const early = await draft(few, []);
  await assert.rejects(draft(scope, query.people, early.id), { code: "scope_certificate_state" });
  const earlyFile = await certified(early);
  // By a trace that names nobody, whom the result names would say that it was less.
  const elsewhere = { by: named.staff, of: await newTrace() };
  await draft(few, [], undefined, elsewhere);
  const refused = draft(few, [], early.id, elsewhere);
  await assert.rejects(refused, { code: "may_not_sign" });
  const late = await draft(scope, query.people, early.id);
  await assert.rejects(draft(scope, query.people, early.id), { code: "scope_corrected_already" });
  const lateFile = await certified(late);
  const words = [lateFile, "--policy", policyFile, "--corrects", earlyFile];
  const { code, out } = await run(...words);
  assert.equal(code, 0, out);
  assert.match(
    out,
    /\+ the certificate that it corrects: .* likely 9 -> 12, at most 9 -> 12 clients/,
  );
  assert.equal((await certificateById(database, early.id))?.correctedBy, late.id);
  const wrong = await run(lateFile, "--policy", policyFile, "--corrects", wholeFile);
  assert.equal(wrong.code, 1);
  assert.match(wrong.out, /! the certificate that it corrects: It isn't the one/);
});

test("a certificate goes out when its signatures are in a witnessed head, and not before", async () => {
  const { id } = await draft();
  await signFirst(desk, first.staff, { id, reason }, site.time.now);
  await decideTestApproval(site, second);
  const exported = async () =>
    (await exportCertificate(database, id, { policy, now: site.time.now })).is;
  assert.equal(await exported(), "unsealed");
  await ledger.sealer.sealOnce();
  assert.equal(await exported(), "unwitnessed");
  await pass(1);
  assert.equal(await exported(), "file");
  const { rows } = await database.query(
    "select details from ledger.events where kind like 'trace.scope%' and details like $1",
    [`%${id}%`],
  );
  assert.equal(rows.length, 3);
});

test("nobody signs what was found in a trace that is shredded since", async () => {
  const of = await newTrace();
  const { id } = await draft(scope, query.people, undefined, { by: first.staff, of });
  await database.query(
    "update trace.traces set shredded_at = $2, shredded_by = $3, shred_reason = $4, key_ciphertext = null where id = $1",
    [uuidOf(of), site.time.now, uuidOf(first.staff), reason],
  );
  const signed = signFirst(desk, first.staff, { id, reason }, site.time.now);
  await assert.rejects(signed, { code: "trace_shredded" });
});

test("two analysts sign: never one whom the result names, nobody twice, and the desk draws the second", async () => {
  const { id } = await draft();
  const { now } = site.time;
  const sign = (by: Id<"staff">) => signFirst(desk, by, { id, reason }, now);
  await assert.rejects(sign(agent.staff), { code: "may_not_sign" });
  await assert.rejects(sign(named.staff), { code: "may_not_sign" });
  await assert.rejects(exportCertificate(database, id, { policy, now }), {
    code: "scope_certificate_state",
  });
  const signed = await sign(first.staff);
  assert.equal(signed.state.is, "signed_once");
  await assert.rejects(sign(first.staff), { code: "scope_certificate_state" });
  const asked = signed.approval && (await site.accounts.approvals.find(signed.approval, now));
  assert.equal(asked?.approver, second.staff);
  const again = () => askAgain(desk, first.staff, { id, reason }, site.time.now);
  await assert.rejects(again(), { code: "scope_still_asked" });
  await decideTestApproval(site, second, { decision: "refused" });
  assert.equal(await stateOf(id), "signed_once");
  await assert.rejects(askAgain(desk, second.staff, { id, reason }, now), {
    code: "scope_not_first",
  });
  await pass(1);
  await again();
  // Who was drawn turns up in what is found before the second signature: then it is somebody else's to give.
  await database.query("insert into trace.shut_out (trace, staff) values ($1, $2)", [
    uuidOf(trace),
    uuidOf(second.staff),
  ]);
  assert.equal((await decideTestApproval(site, second)).status, 403);
  assert.equal(await stateOf(id), "signed_once");
  const because = { id, because: "wrong_people" as const };
  await withdrawCertificate(desk, first.staff, because, site.time.now);
  assert.equal((await decideTestApproval(site, second)).status, 409);
  assert.equal(await stateOf(id), "withdrawn");
  await assert.rejects(withdrawCertificate(desk, first.staff, because, site.time.now), {
    code: "scope_certificate_state",
  });
});

async function run(...words: string[]) {
  const given = { clock: () => site.time.now };
  const { code, stdout, stderr } = await runCommand(verifyScopeCommand, words, given);
  return { code, out: `${stdout}${stderr}` };
}

function faultsOf(bytes: Uint8Array, by: Policy): string[] {
  const { checks } = verifyCertificate(bytes, by);
  return checks.flatMap(({ name, faults }) => faults.map(({ code }) => `${name} ${code}`));
}

type Place = readonly (string | number)[];

/** Every figure of a certificate, with where it stands. */
function numbersIn(
  value: unknown,
  place: Place = [],
): [path: string, holder: Place, key: string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => {
    const isVersion = place.length === 0 && key === "holdfast_scope_certificate";
    if (typeof own === "number" && !isVersion) {
      return [[[...place, key].join("."), place, key] as [string, Place, string]];
    }
    return numbersIn(own, [...place, key]);
  });
}

function placeIn(value: object, place: Place): Record<string, unknown> {
  return place.reduce(
    (holder, key) => holder[key] as Record<string, unknown>,
    {
      ...{ top: value },
    }.top as Record<string, unknown>,
  );
}
