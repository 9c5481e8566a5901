import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { after, test } from "node:test";
import { accessFolder } from "./access/index.ts";
import { policyCommands } from "./commands.ts";

const folder = await mkdtemp(join(tmpdir(), "holdfast-policy-"));
after(() => rm(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

async function run(name: string, ...words: string[]) {
  const command = policyCommands.find((command) => command.name === name);
  assert.ok(command);
  const [stdin, stdout, stderr] = [Readable.from([]), new PassThrough(), new PassThrough()];
  const env = { HOLDFAST_DATA: at("data") };
  const clock = () => new Date("2026-11-20T12:00:00Z");
  const exitCode = await command.run(words, { stdin, stdout, stderr, env, clock });
  return { exitCode, text: String(stdout.read() ?? ""), refusal: String(stderr.read() ?? "") };
}

const privateKey = "examples/demo-policy-key.private.json";
const publicKey = "examples/demo-policy-key.public.json";

async function signed(part: object): Promise<string> {
  const bundle = JSON.parse(await readFile("examples/larkmoor.policy.json", "utf8"));
  await writeFile(at("policy.json"), JSON.stringify({ ...bundle, ...part }));
  const { text } = await run("policy sign", at("policy.json"), "--key", privateKey);
  await writeFile(at("signed.json"), text);
  return at("signed.json");
}

test("a policy that was signed is verified, and an older one after it is refused", async () => {
  const newer = await run("policy verify", await signed({ version: 8 }), "--key", publicKey);
  assert.equal(newer.exitCode, 0);
  assert.match(
    newer.text,
    /^genuine: "Larkmoor", version 8\nvalid: \S+ to \S+\nkey: \S+\nsha256: /,
  );
  const older = await run("policy verify", await signed({ version: 7 }), "--key", publicKey);
  assert.deepEqual([older.exitCode, older.text], [1, ""]);
  assert.match(older.refusal, /^refused \(policy_older\)/);
});

test("a policy that isn't in force and a file that is no policy are refused", async () => {
  const past = { valid_from: "2026-01-01T00:00:00Z", valid_to: "2026-11-20T12:00:00Z" };
  const expired = await run("policy verify", await signed(past), "--key", publicKey);
  assert.match(expired.refusal, /^refused \(policy_expired\)/);
  const unsigned = await run("policy verify", at("policy.json"), "--key", publicKey);
  assert.match(unsigned.refusal, /^refused \(policy_not_signed\)/);
});

test("the rules of the folder that is named are signed with the policy, if they can be used", async () => {
  const rules = at("access");
  await cp(accessFolder, rules, { recursive: true });
  const added = `@id("added") forbid (principal, action, resource) when { context.stepUp };`;
  await writeFile(join(rules, "added.cedar"), added);
  const words = ["examples/larkmoor.policy.json", "--key", privateKey, "--access", rules];
  const { text } = await run("policy sign", ...words);
  const bundle = JSON.parse(Buffer.from(JSON.parse(text).payload, "base64url").toString());
  assert.equal(bundle.access.policies.added, added);
  assert.equal(Object.keys(bundle.access.policies).length, 14);

  await rm(join(rules, "forbids.cedar"));
  await assert.rejects(run("policy sign", ...words), {
    code: "rules_invalid",
    message: /who is frozen may look/,
  });

  await writeFile(join(rules, "added.cedar"), added.replace("stepUp", "stepDown"));
  await assert.rejects(run("policy sign", ...words), {
    code: "rules_invalid",
    message: /stepDown/,
  });
});
