import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type Id, isId, uuidOf } from "#platform";
import { openTestClient, openTestSite, openTestStaff } from "#test";
import { replyClock, ticketById } from "../ticket/index.ts";

const site = await openTestSite();
after(() => site[Symbol.asyncDispose]());
const { database } = site.opened;

const owner = await openTestClient(site);
const lead = await openTestStaff(site, { name: "Lead", roles: ["lead"] });
const shift = { friday: ["00:00", "00:00"] as [string, string] };
const agent = await openTestStaff(site, { name: "Agent", shift });
const [asOwner, asLead, asAgent] = [owner, lead, agent].map(({ cookie }) => ({ cookie }));

function later(): void {
  site.time.now = new Date(site.time.now.getTime() + 60_000);
}
async function asked(text: string): Promise<Id<"ticket">> {
  later();
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

test("the ticket that a merged one leaves stands as before: open and urgent no more, when nothing is owed there", async () => {
  const from = await asked("The stoat is here");
  const into = await asked("The heron is not");
  await act(into, "messages", { text: "It is now.", kind: "answer" });
  const { status } = await ticketOf(into);
  await act(from, "status", { status: "open", priority: "urgent" });
  await act(from, "merge", { into });
  assert.equal((await ticketOf(into)).status.is, "open");
  await act(from, "apart", {});
  const back = await ticketOf(into);
  assert.deepEqual(
    [back.status.is, back.priority, back.waitingSince],
    [status.is, "normal", undefined],
  );
  await act(from, "merge", { into });
  const text = "One more question";
  await site.post(`/account/tickets/${into}/messages`, { text }, asOwner);
  await act(from, "apart", {});
  const owes = await ticketOf(into);
  assert.deepEqual([owes.status.is, owes.priority], ["open", "normal"]);
  assert.deepEqual(owes.waitingSince, site.time.now, "what was asked there meanwhile waits");
});

const merge = async (from: Id<"ticket">, ...through: Id<"ticket">[]) => {
  for (const [at, into] of through.entries()) {
    later();
    const merging = await act(through[at - 1] ?? from, "merge", { into });
    assert.equal(merging.status, 303);
  }
};
const apart = async (id: Id<"ticket">) => {
  later();
  assert.equal((await act(id, "apart", {})).status, 303);
};
const answer = async (id: Id<"ticket">) => {
  later();
  assert.equal((await act(id, "messages", { text: "It is there.", kind: "answer" })).status, 303);
};
const standing = async (id: Id<"ticket">) => {
  const { status, priority, waitingSince } = await ticketOf(id);
  return [status.is, priority, waitingSince];
};

test("what waits in a chain of merged tickets goes on waiting when another one joins and leaves", async () => {
  const [first, second, third] = [await asked("One"), await asked("Two"), await asked("Three")];
  const { waitingSince } = await ticketOf(first);
  await answer(second);
  await merge(first, second);
  await answer(third);
  await merge(second, third);
  assert.deepEqual(await standing(third), ["open", "normal", waitingSince]);
  const another = await asked("Four");
  await answer(another);
  await merge(another, third);
  await apart(another);
  assert.deepEqual(await standing(third), ["open", "normal", waitingSince]);
});

test("when all that joined a ticket left it again, in whichever order, it stands as before", async () => {
  const stays = await asked("Stays");
  await answer(stays);
  const [urgent, high] = [await asked("Urgent"), await asked("High")];
  await act(urgent, "status", { status: "open", priority: "urgent" });
  await act(high, "status", { status: "open", priority: "high" });
  await merge(urgent, stays);
  await merge(high, stays);
  const { waitingSince } = await ticketOf(high);
  assert.equal(waitingSince, undefined, "it waits where it went on");
  await apart(urgent);
  const [status, priority, since] = await standing(stays);
  assert.deepEqual([status, priority, since !== undefined], ["open", "high", true]);
  await apart(high);
  assert.deepEqual(await standing(stays), ["pending", "normal", undefined]);
  await act(stays, "status", { status: "hold" });
  await merge(urgent, stays);
  assert.equal((await standing(stays))[0], "open");
  await apart(urgent);
  assert.equal((await standing(stays))[0], "hold");
});

test("who takes a ticket out of one that went on elsewhere takes what it owes out of there too", async () => {
  const [first, second, third] = [await asked("One"), await asked("Two"), await asked("Three")];
  await answer(second);
  await answer(third);
  await act(first, "status", { status: "open", priority: "urgent" });
  const { waitingSince } = await ticketOf(first);
  await merge(first, second, third);
  assert.deepEqual(await standing(third), ["open", "urgent", waitingSince]);
  await apart(first);
  assert.deepEqual(await standing(first), ["open", "urgent", waitingSince]);
  assert.deepEqual(await standing(third), ["pending", "normal", undefined]);
  await apart(second);
  assert.deepEqual(await standing(second), ["open", "normal", undefined]);
});

test("what is said of a ticket's urgency counts more than what went on in it before, and less than what does later", async () => {
  const [stays, urgent, high] = [await asked("Stays"), await asked("Urgent"), await asked("High")];
  await act(urgent, "status", { status: "open", priority: "urgent" });
  await act(high, "status", { status: "open", priority: "high" });
  await merge(urgent, stays);
  await act(stays, "status", { priority: "low" });
  assert.equal((await standing(stays))[1], "low");
  await merge(high, stays);
  assert.equal((await standing(stays))[1], "high");
  await apart(high);
  assert.equal((await standing(stays))[1], "low");
});

test("a ticket that went on in another gets no other priority, there or where it went on", async () => {
  const [joined, stays] = [await asked("Joined"), await asked("Stays")];
  await merge(joined, stays);
  const refused = await act(joined, "status", { priority: "urgent", shown_priority: "normal" });
  assert.equal(refused.status, 409);
  await act(stays, "status", { status: "hold" });
  assert.equal((await standing(stays))[1], "normal");
});

test("solved by mistake and opened again, a ticket owes what waited in it, also for those that went on in it", async () => {
  const [joined, stays] = [await asked("Joined"), await asked("Stays")];
  await answer(stays);
  await merge(joined, stays);
  const before = await standing(stays);
  assert.ok(before[2]);
  await act(stays, "status", { status: "solved" });
  assert.equal((await ticketOf(stays)).waitingSince, undefined);
  await act(stays, "status", { status: "open" });
  assert.deepEqual(await standing(stays), before);
});

test("solved by mistake, a ticket owes what it owed also when another one came and left meanwhile", async () => {
  const [stays, joined] = [await asked("Stays"), await asked("Joined")];
  const before = await standing(stays);
  await act(stays, "status", { status: "solved" });
  await merge(joined, stays);
  await apart(joined);
  assert.equal((await ticketOf(stays)).status.is, "solved");
  await act(stays, "status", { status: "open" });
  assert.deepEqual(await standing(stays), ["open", ...before.slice(1)]);
  await act(stays, "status", { status: "solved" });
  await merge(joined, stays);
  later();
  await site.post(`/account/tickets/${stays}/messages`, { text: "Hello?" }, asOwner);
  await apart(joined);
  const asks = (await standing(stays))[2];
  assert.ok(
    asks instanceof Date && before[2] instanceof Date && asks > before[2],
    "that word alone",
  );
});

test("what was solved and went on by its requester's word owes that word alone, whatever happens to it later", async () => {
  const [joined, stays] = [await asked("Joined"), await asked("Stays")];
  await merge(joined, stays);
  await act(stays, "status", { status: "solved" });
  later();
  await site.post(`/account/tickets/${stays}/messages`, { text: "Hello?" }, asOwner);
  const owes = ["open", "normal", site.time.now];
  assert.deepEqual(await standing(stays), owes);
  await act(stays, "status", { status: "solved" });
  await act(stays, "status", { status: "open" });
  assert.deepEqual(await standing(stays), owes);
  const thanks = await asked("Thanks!");
  await act(thanks, "status", { status: "solved" });
  await merge(thanks, stays);
  assert.deepEqual(await standing(stays), owes, "what was solved brings nothing along");
  await apart(thanks);
  assert.deepEqual(await standing(stays), owes);
  assert.deepEqual(await standing(thanks), ["open", "normal", undefined]);
});

test("of two who merge and take apart at once, neither leaves a clock where nothing waits", async () => {
  const [first, second, third] = [await asked("One"), await asked("Two"), await asked("Three")];
  await answer(second);
  await answer(third);
  const { waitingSince } = await ticketOf(first);
  await merge(first, second);
  const both = [act(second, "merge", { into: third }), act(first, "apart", {})];
  for (const { status } of await Promise.all(both)) assert.equal(status, 303);
  assert.deepEqual(await standing(first), ["open", "normal", waitingSince]);
  assert.deepEqual(await standing(third), ["pending", "normal", undefined]);
});

test("what is solved owes no answer, and opened again it owes what has none", async () => {
  const id = await asked("The wren is late");
  const { waitingSince } = await ticketOf(id);
  await act(id, "status", { status: "pending" });
  const due = /answer due/;
  assert.doesNotMatch(await pageOf(`/staff/tickets/${id}`), due);
  await act(id, "status", { status: "solved" });
  assert.equal((await ticketOf(id)).waitingSince, undefined);
  await act(id, "status", { status: "open" });
  assert.deepEqual((await ticketOf(id)).waitingSince, waitingSince);
  assert.match(await pageOf(`/staff/tickets/${id}`), due);
  await act(id, "status", { status: "solved" });
  site.time.now = new Date(site.time.now.getTime() + 120_000);
  await site.post(`/account/tickets/${id}/messages`, { text: "Hello?" }, asOwner);
  const asks = await ticketOf(id);
  assert.deepEqual(asks.waitingSince, site.time.now);
  const times = { firstReplySeconds: 60, nextReplySeconds: 60 };
  assert.equal(replyClock(asks, times, site.time.now)?.isLate, false, "from the new question");
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

test("a ticket that was merged away gets no other tags, priority or status by a form that was open before", async () => {
  const [from, into] = [await asked("The marten is here"), await asked("The otter is there")];
  await merge(from, into);
  const stood = await ticketOf(from);
  for (const changed of [{ tags: "late" }, { priority: "urgent" }, { status: "pending" }]) {
    const form: Record<string, string> = { status: "open", shown_status: "open", ...changed };
    assert.equal((await act(from, "status", form)).status, 409);
  }
  assert.deepEqual(await ticketOf(from), stood);
});

for (const wanted of ["solved", "hold", "pending"]) {
  test(`a question that was left without an answer is owed again after its ticket was ${wanted} while another was in it`, async () => {
    const [stays, joins] = [await asked("Stays"), await asked("Joins")];
    const { waitingSince } = await ticketOf(stays);
    await act(stays, "status", { status: "solved" });
    await merge(joins, stays);
    await act(stays, "status", { status: wanted });
    await apart(joins);
    await act(stays, "status", { status: "open" });
    assert.deepEqual(await standing(stays), ["open", "normal", waitingSince]);
  });
}
