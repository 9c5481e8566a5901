import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Id, isId, transaction } from "#platform";
import { openTestClient, openTestSite, openTestStaff, somebodyWaits } from "#test";
import { ticketTagged } from "../events.ts";
import { holdTicket, ticketById } from "../ticket/index.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;
const { tickets } = site.tickets;
const owner = await openTestClient(site);
const lead = await openTestStaff(site, { roles: ["lead"] });
const asLead = { cookie: lead.cookie };

async function asked(text: string): Promise<Id<"ticket">> {
  site.time.now = new Date(site.time.now.getTime() + 1_000);
  const fields = { topic: "payments", name: "Ada", text };
  const answer = await site.post("/account/tickets", fields, { cookie: owner.cookie });
  const id = /ticket_\w+/.exec(answer.headers.get("location") ?? "")?.[0] ?? "";
  assert.ok(isId("ticket", id));
  return id;
}

test("who takes a ticket apart waits for who acts in the other one, and nobody waits for that", async () => {
  for (const isOlder of [true, false]) {
    const [first, second] = [await asked("One"), await asked("Two")];
    const [from, into] = isOlder ? [first, second] : [second, first];
    await site.post(`/staff/tickets/${from}/merge`, { into }, asLead);
    const stays = await ticketById(database, into);
    assert.ok(stays);
    let apart: Promise<Response> | undefined;
    await transaction(database, async (joining) => {
      await holdTicket(joining, stays);
      apart = site.post(`/staff/tickets/${from}/apart`, {}, asLead);
      await somebodyWaits(database);
      const details = { added: 0, removed: 0 };
      const by = { is: "staff", id: lead.staff } as const;
      await tickets.append(by, stays, ticketTagged, details, site.time.now, joining);
    });
    assert.equal((await apart)?.status, 303);
  }
});
