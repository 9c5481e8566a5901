import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { newId } from "#platform";
import { isVouched, type LegState } from "../leg/index.ts";
import { busyMs, claimMs, isLeased, type Known, soonMs, statusOf } from "./status.ts";

const noon = new Date("2026-11-20T12:00:00Z");
const at = (ms: number) => new Date(noon.getTime() + ms);
const moment = fc.integer({ min: -2 * busyMs, max: 2 * busyMs }).map(at);
const state: fc.Arbitrary<LegState> = fc.oneof(
  fc.constant({ is: "dialling" } as const),
  moment.map((since) => ({ is: "ringing", since }) as const),
  moment.map((since) => ({ is: "answered", since }) as const),
  fc
    .tuple(moment, fc.constantFrom("busy", "completed", "failed", "reported"))
    .map(([when, because]) => ({ is: "ended", at: when, because }) as const),
);
const newest: fc.Arbitrary<NonNullable<Known["newest"]>> = fc.record({
  ...{ state, startedAt: moment, agentUntil: moment },
  clientUntil: fc.option(moment, { nil: undefined }),
  channel: fc.constantFrom("browser", "phone"),
  topic: fc.constant("account"),
  id: fc.constant(newId("leg", noon)),
  call: fc.constant(newId("call", noon)),
  session: fc.constant(undefined),
  ...{ alias: fc.constant("Kiwi"), team: fc.constant("support") },
});
const option = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const known: fc.Arbitrary<Known> = fc.record({
  newest: option(newest),
  claim: option(moment.map((when) => ({ id: newId("claim", noon), at: when }))),
  next: option(
    moment.map((startsAt) => ({ call: newId("call", noon), startsAt, timeZone: "Europe/Berlin" })),
  ),
});

test("a call is said to be up only while both sides vouch for it, and no longer", () => {
  fc.assert(
    fc.property(known, moment, (facts, now) => {
      const { status, until } = statusOf(facts, now);
      const isUp = facts.newest !== undefined && isVouched(facts.newest, now);
      assert.equal(isLeased(status), isUp);
      if (!isUp) return;
      assert.ok(until && until > now);
      assert.ok(isLeased(statusOf(facts, new Date(until.getTime() - 1)).status));
      assert.ok(!isLeased(statusOf(facts, until).status));
    }),
  );
});

test("a status stays as it is until it runs out, if nothing is heard", () => {
  fc.assert(
    fc.property(known, moment, fc.nat({ max: 4 * claimMs }), (facts, now, laterMs) => {
      const { status, until } = statusOf(facts, now);
      const later = new Date(now.getTime() + laterMs);
      if (until && until <= later) return;
      assert.deepEqual(statusOf(facts, later).status, status);
    }),
  );
});

test("nobody who is booked is left without a warning in the hour before", () => {
  const next = { call: newId("call", noon), startsAt: at(soonMs), timeZone: "UTC" };
  const facts = { newest: undefined, claim: undefined, next };
  const early = statusOf(facts, at(-1));
  assert.ok(early.status.is === "never_called" && !early.status.next?.isSoon);
  assert.deepEqual(early.until, noon);
  const { status } = statusOf(facts, noon);
  assert.ok(status.is === "never_called" && status.next?.isSoon);
});
