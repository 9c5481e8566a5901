import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Id, isId, uuidOf } from "#platform";
import { openTestClient, openTestSite, openTestStaff } from "#test";
import { ticketById } from "../ticket/index.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;

const owner = await openTestClient(site);
const lead = await openTestStaff(site, { name: "Lead", roles: ["lead"] });
const shift = { friday: ["00:00", "00:00"] as [string, string] };
const agent = await openTestStaff(site, { name: "Agent", shift });
const [asOwner, asLead, asAgent] = [owner, lead, agent].map(({ cookie }) => ({ cookie }));

async function asked(text: string): Promise<Id<"ticket">> {
  site.time.now = new Date(site.time.now.getTime() + 60_000);
  const fields = { topic: "payments", name: "Ada", text };
  const answer = await site.post("/account/tickets", fields, asOwner);
  const id = /ticket_\w+/.exec(answer.headers.get("location") ?? "")?.[0] ?? "";
  assert.ok(isId("ticket", id));
  return id;
}
const act = (id: string, name: string, fields: Record<string, string>, as = asLead) =>
  site.post(`/staff/tickets/${id}/${name}`, fields, as);
const pageOf = async (path: string, as = asLead) => await (await site.get(path, as)).text();
const ticketOf = async (id: Id<"ticket">) => {
  const ticket = await ticketById(database, id);
  assert.ok(ticket);
  return ticket;
};

test("merged tickets are read in the one that stays, and an answer that is owed is owed there", async () => {
  const first = await asked("The walrus is late");
  const second = await asked("The otter too");
  const third = await asked("And the heron");
  await act(third, "messages", { text: "We look into it.", kind: "answer" });
  const fields = { status: "hold", priority: "urgent", tags: "" };
  await act(first, "status", fields);
  const { waitingSince } = await ticketOf(first);
  for (const [from, into] of [
    [first, second],
    [second, third],
  ] as const) {
    const merging = await act(from, "merge", { into });
    assert.equal(merging.headers.get("location"), `/staff/tickets/${from}?done=merged`);
  }
  const stays = await ticketOf(third);
  assert.deepEqual(
    [stays.status.is, stays.priority, stays.waitingSince],
    ["open", "urgent", waitingSince],
  );
  const [page, client] = [
    await pageOf(`/staff/tickets/${third}`),
    await pageOf(`/account/tickets/${third}`, asOwner),
  ];
  for (const word of ["walrus", "otter", "heron"]) {
    assert.ok(page.includes(word) && client.includes(word), word);
  }
  assert.ok((await pageOf(`/account/tickets/${first}`, asOwner)).includes("walrus"), "there too");
  await database.query(
    "update tickets.tickets set assignee = $2, assigned_at = now() where id = $1",
    [uuidOf(third), uuidOf(agent.staff)],
  );
  await database.query(
    "update tickets.tickets set assignee = null, assigned_at = null where id = $1",
    [uuidOf(first)],
  );
  const others = await pageOf(`/staff/tickets/${third}`, asAgent);
  assert.ok(others.includes("heron") && !others.includes("walrus"));
  assert.match(others, /(?:Another ticket|\d other tickets) went on in this one\. A lead can read/);
});

test("a ticket is taken out again as it was, with its clock; nothing else can be taken apart", async () => {
  const from = await asked("The lynx is here");
  const into = await asked("The badger is not");
  const { waitingSince } = await ticketOf(from);
  await act(from, "merge", { into });
  assert.match(await pageOf(`/staff/tickets/${from}`), /goes on in/);
  const apart = await act(from, "apart", {});
  assert.equal(apart.headers.get("location"), `/staff/tickets/${from}?done=apart`);
  const ticket = await ticketOf(from);
  assert.deepEqual([ticket.status.is, ticket.waitingSince], ["open", waitingSince]);
  assert.ok(!(await pageOf(`/staff/tickets/${into}`)).includes("lynx"));
  assert.equal((await act(from, "apart", {})).status, 409);
  const { rows } = await database.query<{ kind: string }>(
    "select kind from ledger.events where ticket = $1 and kind like 'tickets.%e%' order by client_seq",
    [uuidOf(from)],
  );
  const kinds = rows.map(({ kind }) => kind);
  assert.ok(kinds.includes("tickets.merged") && kinds.includes("tickets.taken_apart"));
});

test("a ticket isn't merged into one that is closed, itself or somebody else's", async () => {
  const id = await asked("Hello");
  const other = await openTestClient(site);
  const fields = { topic: "payments", name: "Eve", text: "Hello" };
  const theirs = await site.post("/account/tickets", fields, { cookie: other.cookie });
  const stranger = /ticket_\w+/.exec(theirs.headers.get("location") ?? "")?.[0] ?? "";
  const closed = await asked("Bye");
  await act(closed, "merge", { into: id });
  for (const into of [id, stranger, closed])
    assert.equal((await act(id, "merge", { into })).status, 400, into);
});

test("what a client wrote while the ticket was closed or merged isn't lost, and goes on from there with its files", async () => {
  const [first, second, alone] = [await asked("One"), await asked("Two"), await asked("Three")];
  await act(first, "merge", { into: second });
  await database.query("update tickets.tickets set status = 'closed' where id = $1", [
    uuidOf(alone),
  ]);
  for (const [id, next] of [
    [first, `/account/tickets/${second}/messages`],
    [alone, "/account/tickets"],
  ] as const) {
    const body = new FormData();
    const text = `Written meanwhile to ${id}`;
    body.append("text", text);
    body.append("files", new File(["A list of what I saw."], "list.txt"));
    const origin = "http://localhost:8080";
    const request = new Request(`${origin}/account/tickets/${id}/messages`, {
      ...{ method: "POST", body },
      headers: { ...asOwner, accept: "text/html", origin },
    });
    const answer = await site.app.fetch(request, {
      incoming: { socket: { remoteAddress: "192.0.2.10" } },
    });
    assert.equal(answer.status, 409);
    const page = await answer.text();
    const [form = "", place] =
      /<form[^>]*action="([^"]+)"[^>]*enctype[\s\S]*?<\/form>/.exec(page) ?? [];
    assert.ok(form.includes(`${text}</textarea>`), "what was typed stands there");
    assert.equal(place, next);
    const hidden = [...form.matchAll(/<input[^>]* name="(\w+)"[^>]* value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = "", value = ""]) => [name, value]));
    assert.ok(fields.upload, "the file waits");
    const sent = await site.post(next, { ...fields, text }, asOwner);
    assert.equal(sent.status, 303, await sent.clone().text());
    const shown = await pageOf(sent.headers.get("location") ?? "", asOwner);
    assert.ok(shown.includes(text) && /Text 1/.test(shown));
  }
});
