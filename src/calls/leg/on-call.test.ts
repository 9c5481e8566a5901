import assert from "node:assert/strict";
import { test } from "node:test";
import { idFrom } from "#platform";
import { openTestCall, openTestSite, openTestStaff, sentTo, testSession } from "#test";
import { answerLeg, beginLeg, hear } from "../calling/index.ts";

const always = ["00:00", "00:00"] as [string, string];

test("nobody asks a client to allow anything while a call with that client is up", async () => {
  await using site = await openTestSite();
  const { desk } = site.calls;
  const agent = await openTestStaff(site, { shift: { friday: always } });
  const { client, call } = await openTestCall(site, { agent, topic: "documents" });
  const leg = await beginLeg(desk, agent.staff, call.id, site.time.now);
  await answerLeg(desk, testSession(client), leg.id, site.time.now);
  const { rows } = await site.opened.database.query<{ id: string }>(
    "select id from tickets.tickets",
  );
  const ticket = idFrom("ticket", rows[0]?.id ?? "");
  const ask = async () => {
    const fields = { field: "address", purpose: "documents_help" };
    const headers = { cookie: agent.cookie, accept: "application/json" };
    return await site.post(`/staff/tickets/${ticket}/card/ask`, fields, headers);
  };
  const asked = async () =>
    (await sentTo(site, client.client)).filter(({ template }) => template === "access_asked");

  const refused = await ask();
  assert.equal(refused.status, 409);
  assert.match(await refused.text(), /asked_on_call[\s\S]*Hang up first/);
  assert.deepEqual(await asked(), []);
  const over = { is: "ended", at: site.time.now, because: "completed" } as const;
  await hear(desk, { is: "client", id: client.client }, leg, over, site.time.now);
  assert.equal((await ask()).status, 200);
  assert.equal((await asked()).length, 1);

  // Nor does the client allow anything during the next one, whoever says what to press; a no always counts.
  const again = await openTestCall(site, { agent, client, topic: "other" });
  await beginLeg(desk, agent.staff, again.call.id, site.time.now);
  const requests = await site.get("/account/requests", { cookie: client.cookie });
  const [grant] = /grant_\w+/.exec(await requests.text()) ?? [];
  const answer = async (name: string) =>
    await site.post(`/account/requests/${grant}/${name}`, {}, { cookie: client.cookie });
  const allowed = await answer("approve");
  assert.equal(allowed.status, 409);
  assert.match(await allowed.text(), /Hang up first/);
  assert.equal((await answer("decline")).status, 303);
});
