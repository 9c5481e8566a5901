import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { packagedFile } from "#platform";
import { accessFolder } from "../access/index.ts";
import { demoBundle } from "../demo-bundle.ts";
import { gather } from "./gather.ts";
import { lint } from "./rules.ts";

const now = new Date("2026-11-20T12:00:00Z");
const bundle = await demoBundle();

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdfast-rules-"));
});
after(() => rm(folder, { recursive: true }));

/** The shipped rules beside the demo firm's policy, as a firm would keep them. */
beforeEach(async () => {
  await rm(folder, { recursive: true });
  await cp(accessFolder, join(folder, "access"), { recursive: true });
  await cp(packagedFile("examples/larkmoor.policy.json"), join(folder, "firm.policy.json"));
});

async function change(file: string, was: string, is: string) {
  const text = await readFile(join(folder, file), "utf8");
  assert.ok(text.includes(was), was);
  await writeFile(join(folder, file), text.replace(was, is));
}

/** What the linter says, as `rule file:line why`. */
async function findings(): Promise<string[]> {
  return lint(await gather([folder], now)).map(
    ({ rule, file, line, why }) => `${rule} ${file.slice(folder.length + 1)}:${line} ${why}`,
  );
}

test("rules that fit and a policy that leaves them to their folder are sound", async () => {
  assert.deepEqual(await findings(), []);
});

const wrongRules: [what: string, file: string, was: string, is: string, said: RegExp][] = [
  ["a misspelt word", "permits", `"call"`, `"cal"`, /permits\.cedar:6 .*not declared as a valid/],
  [
    "a fact that isn't there",
    "forbids",
    "context.offShift",
    "context.off",
    /forbids\.cedar:9 [^\n]*`off`[^\n]*$/,
  ],
  ["a rule that never matches", "forbids", "context.offShift", "false", /:9 .*impossible/],
  ["what can't be read", "forbids", "forbid (principal", "forbid principal", /forbids\.cedar:5 /],
  [
    "a name that is taken",
    "forbids",
    `"off_shift"`,
    `"break_glass"`,
    /permits\.cedar:33 .*in line 9 of/,
  ],
  ["a rule without a name", "forbids", `@id("frozen")`, "", /:5 .*lacks its name/],
  ["a rule about one person", "forbids", "(principal,", `(principal == Staff::"kim",`, /by name/],
  ["a name that is kept", "forbids", `"off_shift"`, `"undecided"`, /the name undecided is kept/],
];

for (const [what, file, was, is, said] of wrongRules) {
  test(`${what} in a rule is refused, with its file and line`, async () => {
    await change(`access/${file}.cedar`, was, is);
    const found = await findings();
    assert.match(found.join("\n"), said);
    assert.ok(
      found.every((line) => line.startsWith("access-rule access/")),
      found.join("\n"),
    );
  });
}

test("rules by which somebody may look who never may are refused, with whom and by which rule", async () => {
  await rm(join(folder, "access/forbids.cedar"));
  const found = (await findings()).join("\n");
  for (const who of ["who is frozen", "who is over a budget", "a vendor's staff"]) {
    assert.match(
      found,
      new RegExp(`^access-rule access/permits\\.cedar:\\d+ .*${who} may look by`, "m"),
    );
  }
  const forAll = '@id("all") permit (principal, action, resource) when { context.stepUp };';
  await cp(accessFolder, join(folder, "access"), { recursive: true });
  await writeFile(join(folder, "access/all.cedar"), forAll);
  assert.match(
    (await findings()).join(),
    /all\.cedar:1 .*: who has no grant may look by the rule all/,
  );
});

const freezeRule = 'unless { context.freeze == Freeze::"none" };';
const budgetRule = 'unless { context.budget == Budget::"within" };';

/** Exceptions that few looks fall under, such as those without the client. */
const exceptions: [who: string, was: string, is: string][] = [
  [
    "who is frozen",
    freezeRule,
    'when { context.freeze == Freeze::"all" || (context.freeze == Freeze::"client" && context.contact != Contact::"none") };',
  ],
  [
    "who is frozen",
    freezeRule,
    unless("freeze", "none", 'context.clientClass == ClientClass::"colleague"'),
  ],
  ["who is frozen", freezeRule, unless("freeze", "none", 'context.employer == Employer::"vendor"')],
  ["who is frozen", freezeRule, unless("freeze", "none", 'action == Action::"break_glass"')],
  [
    "who is over a budget",
    budgetRule,
    unless("budget", "within", 'context.contact == Contact::"none"'),
  ],
  [
    "a vendor's staff",
    'context.employer == Employer::"vendor" }',
    'context.employer == Employer::"vendor" && context.grant != Grant::"break_glass" }',
  ],
];

function unless(fact: string, value: string, also: string): string {
  const type = fact.replace(/^./, (first) => first.toUpperCase());
  return `unless { context.${fact} == ${type}::"${value}" || ${also} };`;
}

test("no exception lets look who never may, whatever the other facts of the look are", async () => {
  for (const [who, was, is] of exceptions) {
    await cp(accessFolder, join(folder, "access"), { recursive: true });
    await change("access/forbids.cedar", was, is);
    const [one, ...more] = await findings();
    assert.match(one ?? "", new RegExp(`permits\\.cedar:\\d+ .*${who} may look by`), is);
    assert.deepEqual(more, []);
  }
});

test("a schema that doesn't fit what the desk hands over is refused", async () => {
  await change("access/holdfast.cedarschema", `"exposed", `, "");
  await change("access/holdfast.cedarschema", "  stepUp: Bool,", "  stepUp: Bool, night: Bool,");
  const found = await findings();
  assert.match(found.join("\n"), /holdfast\.cedarschema:1 .*the schema does not fit the facts/);
  await rm(join(folder, "access/holdfast.cedarschema"));
  assert.match((await findings()).join("\n"), /access:1 .*0 schemas/);
});

const wrongNumbers: [was: string, is: string, said: RegExp][] = [
  [`"scam"\n`, `"lottery"\n`, /policy-gap firm\.policy\.json:\d+ .*lottery is no topic/],
  [`"flags"\n`, `"shoe_size"\n`, /shoe_size is no field/],
  [`"id": "account_help"`, `"id": "other_help"`, /there are two other_help/],
  ["1000,\n", "1,\n", /access\.thresholds: those of balance do not rise: 1, 1, 10000/],
  [`"shown_at_once": 3`, `"shown_at_once": 6`, /shown_at_once: is over 5/],
  [`"minutes": 15`, `"minutes": 61`, /:\d{3} .*access\.break_glass\.minutes: is over 60/],
  [`"sealed_days_max": 14`, `"sealed_days_max": 31`, /sealed_days_max/],
  [`"reveals_per_hour": 20,`, `"reveals_per_hour": 20, "reveals_per_hour": 200,`, /a second time/],
];

test("each wrong number or word of the section is refused with a sentence of its own", async () => {
  for (const [was, is, said] of wrongNumbers) {
    await cp(packagedFile("examples/larkmoor.policy.json"), join(folder, "firm.policy.json"));
    await change("firm.policy.json", was, is);
    const found = await findings();
    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0] ?? "", said);
  }
});

test("rules that a bundle brings itself are looked at too, each name once", async () => {
  const { frozen = "", ...policies } = bundle.access.policies;
  const twice = { ...policies, frozen, frozen_too: frozen };
  const brought = { ...bundle, access: { ...bundle.access, policies: twice } };
  await writeFile(join(folder, "firm.policy.json"), JSON.stringify(brought, null, 2));
  const [one, ...more] = await findings();
  assert.match(one ?? "", /^access-rule firm\.policy\.json:\d{3} .*frozen and frozen_too are both/);
  assert.deepEqual(more, []);
});
