import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { runCommand } from "#test";
import { accessFolder, readRules } from "./access/index.ts";
import { testPolicyCommand } from "./test-command.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "holdfast-access-"));
  await cp(accessFolder, folder, { recursive: true });
});
after(() => rm(folder, { recursive: true }));

const clock = () => new Date("2026-11-20T12:00:00Z");
const run = (...words: string[]) => runCommand(testPolicyCommand, words, { clock });

async function change(file: string, was: string, is: string) {
  const text = await readFile(join(accessFolder, file), "utf8");
  assert.ok(text.includes(was));
  await writeFile(join(folder, file), text.replace(was, is));
}

test("the rules that come with Holdfast, and the demo firm's bundle, hold every case", async () => {
  for (const words of [
    [],
    ["examples/larkmoor.policy.jws.json"],
    ["examples/larkmoor.policy.json"],
  ]) {
    const { code, stdout } = await run(...words);
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^(\d+) of \1 cases hold\. The rules are edition \S{16}\.\n$/);
  }
});

test("each rule has a case that it decides, and one that differs in two facts at most and is decided otherwise", async () => {
  type Case = { facts: Record<string, unknown>; rules: string[] };
  const lines = (await readFile(join(accessFolder, "cases.jsonl"), "utf8")).trim().split("\n");
  const cases = lines.slice(1).map((line): Case => JSON.parse(line));
  assert.ok(cases.length >= 40);
  const apart = (a: Case, b: Case) =>
    Object.keys({ ...a.facts, ...b.facts }).filter((name) => a.facts[name] !== b.facts[name])
      .length;
  for (const rule of Object.keys((await readRules(accessFolder)).policies)) {
    const [matching, others] = [true, false].map((is) =>
      cases.filter(({ rules }) => rules.includes(rule) === is),
    );
    const isBothWays = matching?.some((one) => others?.some((other) => apart(one, other) <= 2));
    assert.ok(isBothWays, rule);
  }
});

test("a rule that was weakened fails its cases, told with facts, what was expected and what came", async () => {
  await change("forbids.cedar", `unless { context.freeze == Freeze::"none" }`, "when { false }");
  await assert.rejects(run("--access", folder), {
    code: "rules_invalid",
    message: /^The rules on who sees what can't be used: .*impossible/,
  });
  await change("forbids.cedar", `Freeze::"none" }`, `Freeze::"none" || context.passkey == false }`);
  const { code, stdout } = await run("--access", folder);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /cases\.jsonl:\d+ The client said: that was not me\n {4}facts: \{"action":"reveal",.*"freeze":"client".*\}\n {4}expected: denied by frozen\n {4}got: allowed by clients_open_contact\n/,
  );
  assert.match(stdout, /\n(\d+) of \d+ cases hold/);
  const lines = (await run("--access", folder, "--jsonl")).stdout.trim().split("\n");
  assert.ok(lines.some((line) => JSON.parse(line).got.rules[0] === "clients_open_contact"));
  const bundle = await run("examples/larkmoor.policy.jws.json", "--cases", `${folder}/cases.jsonl`);
  assert.equal(bundle.code, 0);
});

test("a rule without a case, a case without all facts and a word that is no fact are told", async () => {
  await cp(accessFolder, folder, { recursive: true });
  const added = `@id("added") permit (principal, action, resource) when { context.stepUp };\n`;
  await writeFile(join(folder, "added.cedar"), added);
  const all = {
    facts: {},
    allowed: true,
    rules: ["clients_open_contact"],
    case: "A client wrote in",
  };
  const cases = [all, { ...all, facts: { freeze: "some" } }, { ...all, allowed: 1 }];
  await writeFile(join(folder, "cases.jsonl"), cases.map((one) => JSON.stringify(one)).join("\n"));
  const { code, stdout } = await run("--access", folder);
  assert.equal(code, 1);
  assert.match(stdout, /cases\.jsonl:1 nothing says action, employer, /);
  assert.match(stdout, /cases\.jsonl:2 .*freeze/s);
  assert.match(stdout, /cases\.jsonl:3 .*allowed/s);
  assert.match(stdout, /No case names the rule added: /);
  assert.match(stdout, /\n0 of 3 cases hold/);
  await assert.rejects(run("examples/larkmoor.policy.json", "--access", folder), { code: "usage" });
});

test("a line of cases that isn't JSON is told as that, and a rule that is cut off by its place", async () => {
  await writeFile(join(folder, "broken.jsonl"), "{\n");
  const { code, stdout } = await run("--cases", join(folder, "broken.jsonl"));
  assert.equal(code, 1);
  assert.match(stdout, /broken\.jsonl:1 This line isn't JSON\. Write one object a line\.\n/);
  await writeFile(join(folder, "cut.cedar"), '@id("cut")\npermit(principal');
  await assert.rejects(run("--access", folder), {
    code: "rules_invalid",
    message: /can't be used: .*cut\.cedar:2: .+\. Mend that place; holdfast lint lists/,
  });
});
