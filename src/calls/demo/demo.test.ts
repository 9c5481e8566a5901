import assert from "node:assert/strict";
import { test } from "node:test";
import { demoPeople, eraseAccount } from "#accounts";
import { transaction } from "#platform";
import { openTestSite } from "#test";
import { callsOf } from "../call/index.ts";
import { beginLeg } from "../calling/index.ts";
import { demoCall } from "./index.ts";

test("the demo's client has one booked call, within the next quarter of an hour, which its agent can place", async () => {
  await using site = await openTestSite();
  const { client, staff } = await demoPeople(site.accounts.desk, site.time.now);
  const agent = staff.find(({ role }) => role === "agent")?.id ?? assert.fail();
  const { desk } = site.calls;
  await demoCall(desk, client, agent, site.time.now);
  await demoCall(desk, client, agent, site.time.now);
  const [call, ...more] = await callsOf(site.opened.database, client, 5);
  assert.ok(call && more.length === 0);
  const aheadMs = call.startsAt.getTime() - site.time.now.getTime();
  assert.ok(aheadMs > 0 && aheadMs <= 15 * 60_000);
  site.time.now = new Date(call.startsAt.getTime() - 300_000);
  await beginLeg(desk, agent, call.id, site.time.now);
});

test("the demo's client has asked for no call once erased", async () => {
  await using site = await openTestSite();
  const { client, staff } = await demoPeople(site.accounts.desk, site.time.now);
  const agent = staff.find(({ role }) => role === "agent")?.id ?? assert.fail();
  const { database } = site.opened;
  await transaction(database, (joining) => eraseAccount(joining, client));
  await demoCall(site.calls.desk, client, agent, site.time.now);
  assert.deepEqual(await callsOf(database, client, 1), []);
});
