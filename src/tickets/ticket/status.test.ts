import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { type Actor, newId, system } from "#platform";
import { replyClock } from "./clock.ts";
import {
  afterReply,
  afterRequester,
  closedByTime,
  merged,
  opened,
  type Status,
  setTo,
  settable,
} from "./status.ts";
import { firstNameFrom, type Ticket, tagsFrom } from "./ticket.ts";

const now = new Date("2026-11-20T12:00:00Z");
const later = new Date("2026-11-20T13:00:00Z");
const client: Actor = { is: "client", id: newId("client", now) };
const agent: Actor = { is: "staff", id: newId("staff", now) };

test("each word moves a ticket to whose turn it is; a closed one never moves", () => {
  const first = opened(client, now);
  assert.equal(first.is, "new");
  assert.equal(afterRequester(first, client, later), first, "more of the same question");
  const answered = afterReply(first, agent, later);
  assert.deepEqual(answered, { is: "pending", since: later, by: agent });
  assert.equal(afterRequester(answered, client, later).is, "open");
  const solved = setTo(answered, "solved", agent, later);
  assert.equal(afterRequester(solved, client, later).is, "open");
  assert.equal(closedByTime(answered, system, later), answered);
  const closed = closedByTime(solved, system, later);
  assert.equal(closed.is, "closed");
  const into = newId("ticket", now);
  for (const move of [
    () => afterRequester(closed, client, later),
    () => afterReply(closed, agent, later),
    () => setTo(closed, "open", agent, later),
    () => merged(closed, { id: into, revision: 1 }, agent, later),
  ]) {
    assert.throws(move, { code: "ticket_closed" });
  }
});

test("whatever happens to a ticket, it says since when and by whom, and a move that changes nothing is none", () => {
  const moves = fc.oneof(
    fc.constant((status: Status) => afterRequester(status, client, later)),
    fc.constant((status: Status) => afterReply(status, agent, later)),
    fc.constantFrom(...settable).map((to) => (status: Status) => setTo(status, to, agent, later)),
  );
  fc.assert(
    fc.property(fc.array(moves, { maxLength: 8 }), (all) => {
      let status = opened(client, now);
      for (const move of all) {
        const next = move(status);
        if (next.is === status.is) assert.equal(next, status);
        else assert.equal(next.since, later);
        assert.notEqual(next.is, "closed");
        status = next;
      }
    }),
  );
});

test("the clock of the first answer runs from the question, the next one from what waits", () => {
  const times = { firstReplySeconds: 3_600, nextReplySeconds: 60 };
  const ticket = {
    openedAt: now,
    firstRepliedAt: undefined,
    waitingSince: now,
    status: opened(client, now),
  } as Ticket;
  assert.deepEqual(replyClock(ticket, times, now), {
    for: "first_reply",
    dueAt: later,
    isLate: false,
  });
  const replied = { ...ticket, firstRepliedAt: now };
  assert.deepEqual(replyClock(replied, times, later), {
    for: "next_reply",
    dueAt: new Date(now.getTime() + 60_000),
    isLate: true,
  });
  assert.equal(replyClock({ ...replied, waitingSince: undefined }, times, later), undefined);
  for (const is of ["pending", "hold", "solved"] as const) {
    const status = setTo(ticket.status, is, agent, now);
    assert.equal(replyClock({ ...ticket, status }, times, now), undefined, is);
  }
});

test("a chosen name is letters, and tags are plain words", () => {
  assert.equal(firstNameFrom("  Zoë  Ann "), "Zoë Ann");
  for (const typed of ["", "ada@example.net", "+1 202 555", "x".repeat(41), "<b>"]) {
    assert.throws(() => firstNameFrom(typed), { code: "wrong_name" }, typed);
  }
  assert.deepEqual(tagsFrom("Late, vip late"), ["late", "vip"]);
  for (const typed of ["a@b", "0170 1234567", "x".repeat(31)]) {
    assert.throws(() => tagsFrom(typed), { code: "wrong_tags" }, typed);
  }
});
