import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { ClientSession } from "#accounts";
import { type Id, minuteMs, newId, system, transaction, uuidOf } from "#platform";
import {
  openTestClient,
  openTestSite,
  openTestStaff,
  sentTo,
  type TestClient,
  type TestSite,
} from "#test";
import { type Call, callById, callsOf } from "../call/index.ts";
import { beginLeg } from "../calling/index.ts";
import { saveHoliday } from "../holiday/index.ts";
import { freeSlots } from "../slots/index.ts";
import { ask, type Wish } from "./asking.ts";
import { cancel, passOnLeft, rebook, unservedCalls } from "./index.ts";

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** Around the clock, in every language of a test alone: so no other test's agents are drawn. */
const shift = Object.fromEntries(days.map((day) => [day, ["00:00", "00:00"] as [string, string]]));

suite("a call that a client asks for", () => {
  let site: TestSite;
  let start: Date;
  let made = 0;
  before(async () => {
    site = await openTestSite();
    start = site.time.now;
  });
  after(() => site[Symbol.asyncDispose]());

  /** Agents who speak a language that nobody else does. */
  async function agents(count: number, timeZone = "UTC") {
    made += 1;
    const language = `q${String.fromCharCode(96 + made)}`;
    const staff: Id<"staff">[] = [];
    for (let number = 0; number < count; number++) {
      const person = await openTestStaff(site, { shift });
      await site.opened.database.query(
        "update accounts.staff set languages = $2, time_zone = $3 where staff = $1",
        [uuidOf(person.staff), [language], timeZone],
      );
      staff.push(person.staff);
    }
    return { language, staff };
  }

  const at = (minutes: number) => new Date(start.getTime() + minutes * minuteMs);
  const wish = (language: string, startsAt: Wish["startsAt"] = at(60)): Wish => ({
    ...{ topic: "account", language, channel: "browser", timeZone: "Europe/Berlin", startsAt },
  });
  function sessionOf({ client, session }: TestClient, proven = true): ClientSession {
    const holder = { is: "client", id: client } as const;
    const provenAt = proven ? { passkey: site.time.now } : {};
    return { id: session, holder, provenAt, browser: "Firefox on Linux" } as ClientSession;
  }
  const asked = async (client: TestClient, wished: Wish) =>
    await ask(site.calls.desk, sessionOf(client), wished, site.time.now);
  const told = async ({ client }: TestClient) =>
    (await sentTo(site, client)).filter(({ template }) => template?.startsWith("call_"));
  const now = async ({ id }: Call) => await callById(site.opened.database, id);

  test("is booked with nobody whom that client's no stopped: that time is offered to others", async () => {
    const { language, staff } = await agents(2);
    const [client, other] = [await openTestClient(site), await openTestClient(site)];
    for (const one of staff) {
      const freezing = { staff: one, client: client.client, because: "doubt" as const };
      await transaction(site.opened.database, (joining) =>
        site.vault.freezes.freezeStaff(joining, freezing, system, site.time.now),
      );
      const slots = await freeSlots(
        site.calls.desk,
        { client: client.client, language },
        ...[at(60), at(75), start],
      );
      const left = staff.slice(staff.indexOf(one) + 1);
      assert.deepEqual(
        slots.map(({ agents: free }) => free),
        left.length > 0 ? [left] : [],
      );
    }
    await assert.rejects(asked(client, wish(language)), { code: "slot_taken" });
    assert.ok(staff.includes((await asked(other, wish(language))).agent));
  });

  test("is booked with somebody who is free, attested, and told of with its entry for a calendar", async () => {
    const { language, staff } = await agents(2);
    const client = await openTestClient(site);
    const device = newId("device", start);
    await site.opened.database.query(
      `insert into accounts.devices (client, id, secret_hash, browser, network, first_seen_at, seen_at)
       values ($1, $2, '\\x00', 'Firefox on Linux', '192.0.2.10', $3, $4)`,
      [uuidOf(client.client), uuidOf(device), at(-600), start],
    );
    const session = { ...sessionOf(client), device };
    const call = await ask(site.calls.desk, session, wish(language), start);
    assert.ok(staff.includes(call.agent));
    assert.deepEqual([call.startsAt, call.sequence, call.deviceSince], [at(60), 0, at(-600)]);
    const act = JSON.parse(call.asking.statement);
    assert.deepEqual([act.act, act.call, act.client], ["call_asked", call.id, client.client]);
    const [message, ...more] = await told(client);
    assert.ok(message && more.length === 0);
    assert.match(message.text, /Friday, November 20, 2026, 14:00 \(Europe\/Berlin, UTC\+01:00\)/);
    assert.match(message.text, /about your account\. We call you in your browser/);
    assert.doesNotMatch(message.text, /\+\d{6}/);
    const to = { is: "client", id: client.client } as const;
    const calendar = await site.outbox.calendarOf(to, call.id);
    assert.match(
      calendar?.text ?? "",
      /UID:call_[\s\S]*DTSTART;TZID=Europe\/Berlin:20261120T140000/,
    );
    const status = await site.calls.live.now(client.client);
    assert.ok(status.is === "never_called" && status.next?.call === call.id);
  });

  test("is one at a time, by a proof just now, and never sooner than ten minutes after asking", async () => {
    const { language } = await agents(1);
    const client = await openTestClient(site);
    const unproven = ask(site.calls.desk, sessionOf(client, false), wish(language), start);
    await assert.rejects(unproven, { code: "step_up_needed" });
    for (const [startsAt, code] of [
      [at(0), "slot_taken"],
      [at(-15), "slot_taken"],
      [at(61), "slot_taken"],
      [at(15 * 24 * 60), "slot_taken"],
    ] as const) {
      await assert.rejects(asked(client, wish(language, startsAt)), { code });
    }
    site.time.now = at(6);
    await assert.rejects(asked(client, wish(language, at(15))), { code: "slot_taken" });
    const soonest = await asked(client, wish(language, "soonest"));
    assert.deepEqual(soonest.startsAt, at(30));
    await assert.rejects(asked(client, wish(language, at(90))), {
      ...{ code: "already_asked", call: soonest.id },
    });
    const general = { ...wish(language, at(90)), topic: "other" } as const;
    const other = await openTestClient(site);
    await ask(site.calls.desk, sessionOf(other, false), general, site.time.now);
    site.time.now = start;
    for (const wrong of [{ topic: "approach" }, { timeZone: "Berlin" }, { language: "xx" }]) {
      const third = await openTestClient(site);
      await assert.rejects(asked(third, { ...wish(language), ...wrong } as Wish), {
        code: /_missing$/,
      });
    }
  });

  test("the last time goes to one of those who take it at once; the others are told, and lose nothing", async () => {
    const { language, staff } = await agents(2);
    const clients = await Promise.all(Array.from({ length: 6 }, () => openTestClient(site)));
    const tries = await Promise.allSettled(clients.map((one) => asked(one, wish(language))));
    const booked = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value.agent] : []));
    const codes = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    assert.ok(booked.length >= 1 && new Set(booked).size === booked.length);
    assert.ok(codes.every((code) => code === "slot_taken"));
    assert.ok(booked.every((one) => staff.includes(one)));
    const losers = clients.filter((_, place) => tries[place]?.status === "rejected");
    assert.ok((await Promise.all(losers.map(told))).every((messages) => messages.length === 0));
    const one = await agents(1);
    const movers = await Promise.all(
      [45, 60, 75, 90].map(async (minutes) => {
        return await asked(await openTestClient(site), wish(one.language, at(minutes)));
      }),
    );
    const moves = await Promise.allSettled(
      movers.map((call) =>
        rebook(
          site.calls.desk,
          { is: "client", id: call.client },
          call,
          { startsAt: at(120) },
          start,
        ),
      ),
    );
    const lost = moves.flatMap((move) => (move.status === "rejected" ? [move.reason.code] : []));
    assert.deepEqual(lost, Array(3).fill("slot_taken"));
    const twice = await openTestClient(site);
    const same = await Promise.allSettled([
      asked(twice, wish(language, at(75))),
      asked(twice, wish(language, at(75))),
    ]);
    assert.deepEqual(same.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    assert.equal((await callsOf(site.opened.database, twice.client, 5)).length, 1);
  });

  test("gets another time from either side, with the calendar's entry one further, and nobody else's", async () => {
    const { language } = await agents(1);
    const [client, other] = [await openTestClient(site), await openTestClient(site)];
    const call = await asked(client, wish(language));
    await asked(other, wish(language, at(75)));
    const by = { is: "client", id: client.client } as const;
    const again = (startsAt: Date, actor: Parameters<typeof rebook>[1] = by) =>
      rebook(site.calls.desk, actor, call, { startsAt }, site.time.now);
    await assert.rejects(again(at(75)), { code: "slot_taken" });
    await assert.rejects(again(at(0)), { code: "slot_taken" });
    await assert.rejects(again(at(90), { is: "client", id: other.client }), {
      code: "booking_unknown",
    });
    assert.equal((await again(at(60))).sequence, 0, "the same time changes nothing");
    assert.equal((await again(at(90))).sequence, 1);
    const moved = await again(at(105), { is: "staff", id: call.agent });
    assert.deepEqual([moved.startsAt, moved.sequence], [at(105), 2]);
    const messages = (await told(client)).map(({ text }) => text);
    assert.equal(messages.length, 3);
    assert.match(messages[1] ?? "", /You chose another time/);
    assert.match(messages[2] ?? "", /We had to choose another time/);
    const to = { is: "client", id: client.client } as const;
    const entry = (await site.outbox.calendarOf(to, call.id))?.text ?? "";
    assert.match(entry, new RegExp(`METHOD:REQUEST[\\s\\S]*UID:${call.id}@[\\s\\S]*SEQUENCE:2\\r`));
    await cancel(site.calls.desk, by, call, site.time.now);
    await cancel(site.calls.desk, by, call, site.time.now);
    await assert.rejects(again(at(120)), { code: "booking_over" });
    const last = (await site.outbox.calendarOf(to, call.id))?.text ?? "";
    assert.match(last, /METHOD:CANCEL[\s\S]*SEQUENCE:3[\s\S]*STATUS:CANCELLED/);
    assert.equal((await told(client)).length, 4);
    assert.ok(await asked(client, wish(language, at(60))), "its time is free again");
  });

  test("is cancelled by the link in its mail, signed out, by a button and once; also while we call", async () => {
    const { language } = await agents(1);
    const client = await openTestClient(site);
    const call = await asked(client, wish(language));
    const link = `/cancel-call/${(await told(client))[0]?.tokens.cancel}`;
    site.time.now = at(60);
    await beginLeg(site.calls.desk, call.agent, call.id, site.time.now);
    assert.equal((await site.get(link)).status, 200);
    assert.equal((await now(call))?.state.is, "booked");
    assert.equal((await site.post(link, {})).status, 200);
    const state = (await now(call))?.state;
    assert.ok(state?.is === "ended" && state.outcome === "cancelled" && state.by === "client");
    assert.equal((await site.calls.live.now(client.client)).is, "not_calling");
    assert.equal((await site.post(link, {})).status, 404);
    site.time.now = start;
  });

  test("of who leaves goes to another who is free, else it is cancelled; a holiday is told to leads", async () => {
    const { language, staff } = await agents(2, "Asia/Tokyo");
    const [one, two] = [await openTestClient(site), await openTestClient(site)];
    const first = await asked(one, wish(language));
    const [leaver, stays] = staff[0] === first.agent ? staff : [...staff].reverse();
    await site.accounts.leaving.leave(leaver as Id<"staff">, system, site.time.now);
    assert.equal((await now(first))?.agent, stays);
    assert.equal((await told(one)).length, 1, "its client hears nothing of it");
    const second = await asked(two, wish(language, at(75)));
    await saveHoliday(site.opened.database, { day: "2026-11-20", employer: undefined, name: "A" });
    const unserved = async () =>
      (await unservedCalls(site.calls.desk, site.time.now))
        .filter(({ call }) => [first.id, second.id].includes(call.id))
        .map(({ holiday }) => holiday?.name);
    assert.deepEqual(await unserved(), ["A", "A"]);
    const tomorrow = [at(0), at(600)] as const;
    const spoken = { client: one.client, language };
    const [next] = await freeSlots(site.calls.desk, spoken, ...tomorrow, site.time.now);
    assert.deepEqual(next?.startsAt, new Date("2026-11-20T15:00:00Z"), "midnight in Tokyo");
    await site.opened.database.query("delete from calls.holidays");
    await site.opened.database.query(
      "update accounts.staff_roles set ended_at = $2 where staff = $1",
      [uuidOf(stays as Id<"staff">), site.time.now],
    );
    await passOnLeft(site.calls.desk, site.time.now);
    const state = (await now(first))?.state;
    assert.ok(state?.is === "ended" && state.by === "system");
    assert.match((await told(one)).at(-1)?.text ?? "", /Nobody of us has time[\s\S]*another time/);
  });

  test("of who left by a command goes to another who is free while its window lasts", async () => {
    const { language, staff } = await agents(2);
    const client = await openTestClient(site);
    const call = await asked(client, wish(language));
    const [stays] = staff.filter((one) => one !== call.agent);
    const left = [uuidOf(call.agent), site.time.now];
    await site.opened.database.query(
      "update accounts.staff set left_at = $2 where staff = $1",
      left,
    );
    const pass = (minutes: number) =>
      passOnLeft(site.calls.desk, new Date(call.startsAt.getTime() + minutes * minuteMs));
    await pass(5.1);
    assert.equal((await now(call))?.agent, call.agent, "it is missed");
    await pass(5);
    assert.deepEqual([(await now(call))?.agent, (await now(call))?.state.is], [stays, "booked"]);
  });

  test("asks are limited, and one that is sent twice is one", async () => {
    const { language } = await agents(1);
    const client = await openTestClient(site);
    const by = { is: "client", id: client.client } as const;
    const named = { nameHash: Buffer.alloc(32, made), requestHash: Buffer.alloc(32, 1) };
    const session = sessionOf(client);
    const twice = () => ask(site.calls.desk, session, wish(language), site.time.now, named);
    const [call, again] = [await twice(), await twice()];
    assert.equal(call.id, again.id);
    for (let count = 1; count < 10; count++) {
      await cancel(
        site.calls.desk,
        by,
        (await callsOf(site.opened.database, client.client, 1))[0] as Call,
        start,
      );
      await asked(client, wish(language));
    }
    await assert.rejects(asked(client, wish(language)), { code: "too_many_requests" });
    const unknown = { client: client.client, id: newId("call", start) };
    await assert.rejects(cancel(site.calls.desk, by, unknown, start), { code: "booking_unknown" });
  });

  test("is booked by its pages: never by who was told to, by a proof just now, once however often it is sent", async () => {
    const { language } = await agents(1);
    const client = await openTestClient(site);
    const { cookie } = client;
    const as = { cookie };
    const led = async (path: string, fields: Record<string, string>) =>
      (await site.post(path, fields, as)).headers.get("location");
    assert.equal(await led("/account/calls/new", { told: "yes" }), "/account/calls/stop");
    assert.equal(await led("/account/calls/new", { told: "no" }), "/account/calls/new/about");
    const codes = { topic: "payments", language, channel: "browser" };
    const fields = { ...codes, slot: at(60).toJSON(), form: "one", told: "no" };
    assert.equal(await led("/account/calls", { ...fields, told: "" }), "/account/calls/new");
    const times = `/account/calls/new/times?${new URLSearchParams(codes)}`;
    const unproven = { cookie: (await client.signIn([])).cookie };
    const door = (await site.get(times, unproven)).headers.get("location");
    assert.match(door ?? "", /^\/step-up\?back=/);
    assert.match(await (await site.get(times, as)).text(), /value="2026-11-20T13:00:00\.000Z"/);
    const zone = { zone: "america/new_york", back: "//evil.example/account/calls/new" };
    const chosen = await site.post("/account/calls/zone", zone, as);
    assert.equal(chosen.headers.get("location"), "/account/calls");
    assert.match(
      chosen.headers.get("set-cookie") ?? "",
      /^time_zone=America%2FNew_York;.*HttpOnly/,
    );
    const taken = await site.post("/account/calls", { ...fields, slot: at(1).toJSON() }, as);
    assert.equal(taken.status, 400);
    const late = await site.post("/account/calls", { ...fields, slot: at(0).toJSON() }, as);
    assert.equal(late.status, 409);
    assert.match(await late.text(), /Choose another time[\s\S]*value="payments"/);
    const both = [await led("/account/calls", fields), await led("/account/calls", fields)];
    assert.deepEqual(both, Array(2).fill("/account/calls?done=asked"));
    const again = await site.post("/account/calls", { ...fields, form: "two" }, as);
    assert.match(await again.text(), /asked for a call already[\s\S]*href="\/account\/calls"/);
    const about = await (await site.get("/account/calls/new/about", as)).text();
    assert.doesNotMatch(
      about,
      /We call nobody by phone/,
      "the phone page may list a number that we call from",
    );
    const [call] = await callsOf(site.opened.database, client.client, 5);
    const file = await site.get(`/account/calls/${call?.id}/call.ics`, as);
    assert.match(file.headers.get("content-type") ?? "", /^text\/calendar;.*method=REQUEST/);
    const other = { cookie: (await openTestClient(site)).cookie };
    for (const path of ["call.ics", "times"]) {
      assert.equal((await site.get(`/account/calls/${call?.id}/${path}`, other)).status, 404);
    }
    const slot = { slot: at(75).toJSON() };
    const path = `/account/calls/${call?.id}`;
    assert.equal((await site.post(`${path}/rebook`, slot, other)).status, 404);
    assert.equal((await site.post(`${path}/cancel`, {}, other)).status, 404);
    const moving = { cookie: `${as.cookie}; time_zone=Asia/Tokyo` };
    const moved = await site.post(`${path}/rebook`, slot, moving);
    assert.equal(moved.headers.get("location"), "/account/calls?done=rebooked");
    assert.equal(
      (await callsOf(site.opened.database, client.client, 1))[0]?.timeZone,
      "Asia/Tokyo",
    );
    assert.match((await told(client)).at(-1)?.text ?? "", /22:15 \(Tokyo\)|22:15[^\n]*Tokyo/);
    assert.equal(await led(`${path}/cancel`, {}), "/account/calls?done=cancelled");
  });
});
