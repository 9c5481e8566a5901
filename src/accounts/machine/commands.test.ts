import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openTestSite, runCommand } from "#test";
import { apiKeyIn } from "./api-key.ts";
import { apiKeysCommands } from "./commands.ts";
import { scopes } from "./scope.ts";

const site = await openTestSite();
const { desk } = site.accounts;
after(() => site[Symbol.asyncDispose]());

/** Runs one verb, and gives what it printed. */
async function run(name: string, words: string[]): Promise<string> {
  const command = apiKeysCommands(async () => desk).find((one) => one.name === `api-keys ${name}`);
  const { code, stdout } = await runCommand(command, words, { clock: () => site.time.now });
  assert.equal(code, 0);
  return stdout;
}

const find = (token: string) => apiKeyIn(desk.database, token, site.time.now);

test("each scope stands apart from what it is for", () => {
  const made = apiKeysCommands(async () => desk).find((one) => one.name === "api-keys new");
  for (const scope of Object.keys(scopes))
    assert.match(made?.usage ?? "", new RegExp(`^  ${scope}  +\\S`, "m"));
});

test("a key is printed once, works until it is revoked, and stands nowhere but as a hash", async () => {
  const token = (await run("new", ["Exchange", "--scope", "protections:decide"])).trim();
  assert.match(token, /^hf_[0-9a-z]{26}_[A-Za-z0-9_-]{43}$/);
  const key = await find(token);
  assert.deepEqual([key?.name, key?.scopes], ["Exchange", ["protections:decide"]]);
  const secret = token.slice(-43);
  const listed = await run("list", []);
  assert.ok(!listed.includes(secret));
  const [line] = listed.trim().split("\n");
  const { id, usedAt }: Record<string, string> = JSON.parse(line ?? "");
  assert.equal(id, key?.id);
  assert.equal(usedAt, site.time.now.toISOString());
  const { rows } = await desk.database.query<{ whole: string }>(
    "select a::text as whole from accounts.api_keys a",
  );
  const hex = Buffer.from(secret, "base64url").toString("hex");
  assert.ok(rows.every(({ whole }) => !whole.includes(hex) && !whole.includes(secret)));
  await run("revoke", [String(id)]);
  assert.equal(await find(token), undefined);
  await assert.rejects(
    run("revoke", [String(id)]),
    (error: { code?: string }) => error.code === "no_such_api_key",
  );
  const events = await desk.database.query(
    "select kind from ledger.events where kind like 'accounts.api_key_%' order by kind",
  );
  assert.deepEqual(
    events.rows.map(({ kind }) => kind),
    ["accounts.api_key_made", "accounts.api_key_revoked"],
  );
});

test("a key needs a name and scopes that there are", async () => {
  const isRefused = (code: string) => (error: { code?: string }) => error.code === code;
  await assert.rejects(run("new", ["Exchange"]), isRefused("wrong_scopes"));
  await assert.rejects(
    run("new", ["Exchange", "--scope", "everything"]),
    isRefused("wrong_scopes"),
  );
  await assert.rejects(
    run("new", [" ", "--scope", "protections:decide"]),
    isRefused("wrong_api_key_name"),
  );
});
