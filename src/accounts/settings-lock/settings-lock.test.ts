import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "#fast-check";
import { dayMs, hourMs, newId } from "#platform";
import { openTestClient, openTestSite, sentTo, type TestClient } from "#test";
import { makeChange } from "../change/index.ts";
import { keepMasterKey, newMasterKey } from "../master-key/index.ts";
import { lockAccount, unlockAccount } from "../panic-lock/index.ts";
import type { ClientSession } from "../session/index.ts";
import { beginUnlock, lockSettings, settleUnlocked, unlockByMasterKey } from "./index.ts";
import { stopUnlock } from "./settings-lock.ts";

const site = await openTestSite();
const { desk } = site.accounts;
const { time } = site;
after(() => site[Symbol.asyncDispose]());

const start = time.now;
const later = (ms: number) => new Date(start.getTime() + ms);

/** A session in which the passkey was proven this moment. */
function provenAt({ client, session }: TestClient, now: Date): ClientSession {
  const life = { startedAt: start, seenAt: now, endsAt: new Date(now.getTime() + dayMs) };
  const who = { browser: "Firefox on Linux", network: "192.0.2.10", provenAt: { passkey: now } };
  return { id: session, holder: { is: "client", id: client }, ...life, ...who };
}

/** A client with a master key. */
async function openClient(): Promise<{ owner: TestClient; masterKey: string }> {
  const owner = await openTestClient(site);
  const masterKey = newMasterKey();
  await keepMasterKey(desk, provenAt(owner, start), masterKey, start);
  return { owner, masterKey };
}

/** Tries something that loosens. */
async function isBlocked(owner: TestClient, now: Date): Promise<boolean> {
  const by = { is: "session", session: provenAt(owner, now) } as const;
  try {
    await makeChange(desk, by, "email_change_begun", now, async () => ({ result: undefined }));
    return false;
  } catch (error) {
    assert.equal((error as { code?: string }).code, "settings_locked");
    return true;
  }
}

test("a lock of the account keeps settings locked that were opening, and their owner is told", async () => {
  const { owner } = await openClient();
  const session = provenAt(owner, start);
  await lockSettings(desk, session, 1, start);
  await beginUnlock(desk, session, start);
  await lockAccount(desk, { is: "session", session }, start);
  const told = (await sentTo(site, owner.client)).slice(-2).map(({ template }) => template);
  assert.deepEqual(told.sort(), ["account_locked", "change_undone"]);
  await unlockAccount(desk, session, start);
  assert.equal(await isBlocked(owner, later(2 * dayMs)), true);
});

test("who is told that the settings are unlocked doesn't wait for somebody whose account is locked", async () => {
  const [locked, other] = [await openClient(), await openClient()];
  const opened = later(dayMs);
  for (const { owner } of [locked, other]) {
    await lockSettings(desk, provenAt(owner, start), 1, start);
    await beginUnlock(desk, provenAt(owner, start), start);
  }
  const by = { is: "session", session: provenAt(locked.owner, opened) } as const;
  await lockAccount(desk, by, opened);
  await settleUnlocked(desk, opened);
  const toldTo = async ({ owner }: typeof other) =>
    (await sentTo(site, owner.client)).at(-1)?.template;
  assert.equal(await toldTo(other), "settings_unlocked");
  assert.equal(await toldTo(locked), "account_locked");
  await unlockAccount(desk, provenAt(locked.owner, opened), opened);
  await settleUnlocked(desk, opened);
  assert.equal(await toldTo(locked), "settings_unlocked");
});

test("a session that must prove itself anew uses up none of the attempts at the master key", async () => {
  const { owner, masterKey } = await openClient();
  await lockSettings(desk, provenAt(owner, start), 1, start);
  const stale = { ...provenAt(owner, start), provenAt: {} };
  for (let count = 0; count < 10; count++) {
    await assert.rejects(unlockByMasterKey(desk, stale, "x", start), { code: "step_up_needed" });
  }
  await unlockByMasterKey(desk, provenAt(owner, start), masterKey, start);
  assert.equal(await isBlocked(owner, start), false);
});

type Step =
  | { is: "lock"; days: number }
  | { is: "begin" | "stop" | "settle" }
  | { is: "wait"; hours: number }
  | { is: "master key"; isRight: boolean };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        is: fc.constant("lock" as const),
        days: fc.integer({ min: 1, max: 4 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ is: fc.constantFrom("begin" as const, "begin", "stop", "settle") }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        is: fc.constant("wait" as const),
        hours: fc.integer({ min: 1, max: 60 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ is: fc.constant("master key" as const), isRight: fc.boolean() }),
    },
  ),
  { minLength: 4, maxLength: 14 },
);

test("nothing opens a lock before its days are over but the master key", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { owner, masterKey } = await openClient();
      let now = start;
      let lock: { days: number; until?: Date } | undefined;
      for (const step of sequence) {
        if (step.is === "wait") now = new Date(now.getTime() + step.hours * hourMs);
        if (lock?.until && lock.until <= now) lock = undefined;
        time.now = now;
        const session = provenAt(owner, now);
        const wrong = newMasterKey();
        const isDone = await done(async () => {
          if (step.is === "lock") await lockSettings(desk, session, step.days, now);
          if (step.is === "begin") await beginUnlock(desk, session, now);
          if (step.is === "stop") await stopUnlock(desk, { is: "session", session }, now);
          if (step.is === "settle") await settleUnlocked(desk, now);
          if (step.is === "master key") {
            await unlockByMasterKey(desk, session, step.isRight ? masterKey : wrong, now);
          }
        });
        if (step.is === "lock") {
          assert.equal(isDone, !lock || (!lock.until && lock.days < step.days));
          if (isDone) lock = { days: step.days };
        } else if (step.is === "begin") {
          assert.equal(isDone, lock !== undefined && !lock.until);
          if (isDone && lock) lock.until = new Date(now.getTime() + lock.days * dayMs);
        } else if (step.is === "stop") {
          assert.equal(isDone, lock?.until !== undefined);
          if (lock) lock = { days: lock.days };
        } else if (step.is === "master key") {
          assert.equal(isDone, lock !== undefined && step.isRight);
          if (isDone) lock = undefined;
        }
        assert.equal(await isBlocked(owner, now), lock !== undefined, JSON.stringify(sequence));
      }
    }),
    { numRuns: 15 },
  );
  time.now = start;
});

test("the lock needs a master key before, and days that the policy allows", async () => {
  const without = await openTestClient(site);
  const refused = (code: string) => (error: { code?: string }) => error.code === code;
  const session = provenAt(without, start);
  await assert.rejects(lockSettings(desk, session, 3, start), refused("master_key_needed"));
  const { owner } = await openClient();
  for (const days of [0, 31, 1.5, Number.NaN]) {
    const asked = lockSettings(desk, provenAt(owner, start), days, start);
    await assert.rejects(asked, refused("wrong_lock_days"));
  }
  assert.equal(await isBlocked(owner, start), false);
});

test("of two who begin to open at once one does, and the owner is told once, with a way to stop it", async () => {
  const { owner } = await openClient();
  await lockSettings(desk, provenAt(owner, start), 2, start);
  const session = provenAt(owner, later(hourMs));
  const both = await Promise.allSettled([
    beginUnlock(desk, session, later(hourMs)),
    beginUnlock(desk, session, later(hourMs)),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  const told = (await sentTo(site, owner.client)).filter(
    ({ template }) => template === "settings_unlock_begun",
  );
  assert.equal(told.length, 1);
  assert.deepEqual(Object.keys(told[0]?.tokens ?? {}).sort(), ["not_me", "stop"]);
  const by = { is: "session", session } as const;
  const stops = await Promise.allSettled([
    stopUnlock(desk, by, later(2 * hourMs)),
    stopUnlock(desk, by, later(2 * hourMs)),
  ]);
  assert.deepEqual(stops.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  assert.equal(await isBlocked(owner, later(60 * dayMs)), true);
});

test("the owner is told when the days are over, once, whoever settles first", async () => {
  const { owner } = await openClient();
  await lockSettings(desk, provenAt(owner, start), 1, start);
  await beginUnlock(desk, provenAt(owner, start), start);
  await settleUnlocked(desk, later(dayMs - 1));
  assert.equal(await isBlocked(owner, later(dayMs - 1)), true);
  await Promise.all([settleUnlocked(desk, later(dayMs)), settleUnlocked(desk, later(dayMs))]);
  const told = (await sentTo(site, owner.client)).filter(
    ({ template }) => template === "settings_unlocked",
  );
  assert.equal(told.length, 1);
  assert.equal(await isBlocked(owner, later(dayMs)), false);
});

test("a session without a fresh proof of the strongest factor opens nothing", async () => {
  const { owner, masterKey } = await openClient();
  await lockSettings(desk, provenAt(owner, start), 1, start);
  const stale = {
    ...provenAt(owner, start),
    provenAt: { password: start },
    id: newId("session", start),
  };
  for (const act of [
    () => beginUnlock(desk, stale, start),
    () => unlockByMasterKey(desk, stale, masterKey, start),
  ]) {
    await assert.rejects(act, (error: { code?: string }) => error.code === "step_up_needed");
  }
});

async function done(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    assert.ok((error as { code?: string }).code, String(error));
    return false;
  }
}
