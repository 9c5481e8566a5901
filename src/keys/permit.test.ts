import assert from "node:assert/strict";
import { test } from "node:test";
import { newId, system } from "#platform";
import { type Asked, type Permit, permit } from "./permit.ts";

const now = new Date("2026-11-22T09:00:00Z");
const client = newId("client", now);
const event = newId("event", now);
const table = "vault.fields";

test("what is shown has its version in the event's column, and what isn't in its details: neither passes for the other", async () => {
  const check = async () => {};
  const permits: readonly Permit[] = [
    { kind: "test.shown", act: "decrypt", table, isShown: true, check },
    { kind: "test.used", act: "decrypt", table, isShown: false, check },
  ];
  const asked: Asked = { act: "decrypt", event, client, table, field: "email", version: 2 };
  const shown = { version: 2, details: "{}" };
  const used = { details: '{"version":2}' };
  const answer = async (kind: string, versions: { version?: number; details: string }) => {
    const about = { id: event, client, field: "email", occurredAt: now, actor: system } as const;
    const found = { ...about, kind, decision: "allow" as const, ...versions };
    return await permit(permits, asked, found, undefined).then(
      () => "permitted",
      (error: { code: string }) => error.code,
    );
  };
  assert.equal(await answer("test.shown", shown), "permitted");
  assert.equal(await answer("test.used", used), "permitted");
  assert.equal(await answer("test.shown", used), "event_differs");
  assert.equal(await answer("test.used", shown), "event_differs");
  assert.equal(await answer("test.used", { details: '{"version":3}' }), "event_differs");
});
