import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestDatabase } from "#test";
import type { Asking } from "./client-address.ts";
import { keyedLimits, requestLimits } from "./request-limit.ts";
import { forgetRequests } from "./store.ts";

function from(remoteAddress: string, forwarded?: string): Asking {
  return {
    env: { incoming: { socket: { remoteAddress } } },
    req: { header: (name) => (name === "x-forwarded-for" ? forwarded : undefined) },
  };
}

test("a limit holds for each address, across processes, until its window is over", async () => {
  await using opened = await openTestDatabase();
  let now = new Date("2026-11-20T12:00:10Z");
  const limits = () => requestLimits(opened.database, () => now, 0);
  const options = { name: "checks", requestsMax: 2, windowSeconds: 60 };
  const here = limits()(options);
  const inAnotherProcess = limits()(options);

  await here(from("192.0.2.1"));
  await inAnotherProcess(from("192.0.2.1"));
  await assert.rejects(here(from("192.0.2.1")), {
    code: "too_many_requests",
    retryAfterSeconds: 50,
  });
  await here(from("192.0.2.2"));

  now = new Date("2026-11-20T12:01:00Z");
  await here(from("192.0.2.1"));
  assert.equal(await forgetRequests(opened.database, now), 2);
});

test("a header that no trusted proxy wrote does not change who is asking", async () => {
  await using opened = await openTestDatabase();
  const clock = () => new Date("2026-11-20T12:00:10Z");
  const options = { name: "checks", requestsMax: 1, windowSeconds: 60 };

  const direct = requestLimits(opened.database, clock, 0)(options);
  await direct(from("192.0.2.1", "198.51.100.1"));
  await assert.rejects(direct(from("192.0.2.1", "198.51.100.2")));

  const behindOne = requestLimits(opened.database, clock, 1)({ ...options, name: "proxied" });
  await behindOne(from("127.0.0.1", "203.0.113.9, 198.51.100.1"));
  await assert.rejects(behindOne(from("127.0.0.1", "203.0.113.10, 198.51.100.1")));
});

test("one household's IPv6 addresses count as one", async () => {
  await using opened = await openTestDatabase();
  const clock = () => new Date("2026-11-20T12:00:10Z");
  const take = requestLimits(
    opened.database,
    clock,
    0,
  )({ name: "checks", requestsMax: 1, windowSeconds: 60 });
  await take(from("2001:db8:1:2::1"));
  await assert.rejects(take(from("2001:db8:1:2:ffff::9")));
  await take(from("2001:db8:1:3::1"));
});

test("while the database is away a process counts for itself, and comes back to the database", async () => {
  await using opened = await openTestDatabase();
  let failuresLeft = 3;
  const database = Object.create(opened.database, {
    query: {
      value: (...words: [string, unknown[]]) =>
        failuresLeft-- > 0 ? Promise.reject(new Error("away")) : opened.database.query(...words),
    },
  });
  const clock = () => new Date("2026-11-20T12:00:10Z");
  const take = requestLimits(
    database,
    clock,
    0,
  )({ name: "checks", requestsMax: 1, windowSeconds: 60 });
  await take(from("192.0.2.1"));
  await take(from("192.0.2.2"));
  await assert.rejects(take(from("192.0.2.1")), { code: "too_many_requests" });
  await take(from("192.0.2.1"));
  assert.equal(await forgetRequests(opened.database, new Date("2026-11-20T12:02:00Z")), 1);
});

test("a limit by the day holds for the day, however often the windows that are over are forgotten", async () => {
  await using opened = await openTestDatabase();
  let now = new Date("2026-11-20T01:00:00Z");
  const take = keyedLimits(
    opened.database,
    () => now,
  )({ name: "rows", requestsMax: 5, windowSeconds: 86_400 });
  await take("somebody", 4);
  now = new Date("2026-11-20T23:59:00Z");
  assert.equal(await forgetRequests(opened.database, now), 0);
  await assert.rejects(take("somebody", 2), { code: "too_many_requests" });
  await take("somebody", 1);
  await assert.rejects(take("somebody"), { code: "too_many_requests" }, "what was refused is left");
  now = new Date("2026-11-21T00:00:00Z");
  assert.equal(await forgetRequests(opened.database, now), 1);
  await take("somebody", 5);
});
