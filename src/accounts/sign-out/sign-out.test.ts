import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { UsageError } from "#platform";
import {
  openTestClient,
  openTestSite,
  openTestStaff,
  runCommand,
  sentTo,
  type TestSite,
} from "#test";
import { signOutCommands } from "./commands.ts";

let site: TestSite;
before(async () => {
  site = await openTestSite();
});
after(() => site[Symbol.asyncDispose]());

async function run(...words: string[]): Promise<string> {
  const [command] = signOutCommands(async () => site.accounts.desk);
  const said = await runCommand(command, words, { clock: () => site.time.now });
  assert.equal(said.code, 0);
  return said.stdout + said.stderr;
}

const because = ["--because", "keys of the proxy were copied"];
const statusOf = async (cookie: string, path = "/account/sessions") =>
  (await site.get(path, { cookie })).status;

test("the firm signs one client out, or everybody, with the reason in the ledger and a notice [ASVS 7.4.5]", async () => {
  const [ada, bo] = [await openTestClient(site), await openTestClient(site)];
  const staff = await openTestStaff(site);
  const second = await ada.signIn();
  assert.equal(await run("--client", ada.publicId, ...because), "2 sessions ended.\n");
  assert.deepEqual(
    [await statusOf(ada.cookie), await statusOf(second.cookie), await statusOf(bo.cookie)],
    [303, 303, 200],
  );
  const { rows } = await site.opened.database.query(
    "select details from ledger.events where kind = 'accounts.signed_out_by_firm'",
  );
  assert.equal(rows.length, 1);
  assert.match(JSON.stringify(rows[0]), /keys of the proxy were copied/);
  assert.equal((await sentTo(site, ada.client)).at(-1)?.template, "signed_out_by_firm");
  assert.deepEqual(await sentTo(site, bo.client), []);

  assert.equal(await run("--client", ada.publicId, ...because), "0 sessions ended.\n");
  assert.equal(await run("--staff", staff.staff, ...because), "1 session ended.\n");
  assert.equal(await statusOf(staff.cookie, "/staff"), 303);
  assert.equal(await run("--all", ...because), "1 session ended.\n");
  assert.equal(await statusOf(bo.cookie), 303);
});

test("who is meant and why must be said, and nobody is guessed", async () => {
  for (const words of [[], ["--all"], ["--all", "--client", "0000-0000-0001", ...because]]) {
    await assert.rejects(run(...words), UsageError);
  }
  const unknown = run("--client", "9999-9999-9999", ...because);
  await assert.rejects(unknown, { code: "account_unknown" });
  await assert.rejects(run("--staff", "staff_x", ...because), { code: "staff_unknown" });
});
