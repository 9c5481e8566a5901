import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { dayMs, dayOf, type Id, newId, system, timeOf, transaction, uuidOf } from "#platform";
import { noted, openTestLedger, type TestLedger } from "#test";
import { daysLater } from "../day.ts";
import { type ClientEvents, clientEvents } from "./client-events.ts";
import { entrySealed } from "./kinds.ts";
import { openEntry, sealEntry } from "./seal-entry.ts";

type Entry = { client: Id<"client">; entry: Id<"event"> };

async function note({ appender, time }: TestLedger, client: Id<"client">): Promise<Id<"event">> {
  const draft = { kind: noted, client, details: { note: "x" } };
  return (await appender.append(system, draft, time.now)).event;
}

function seal(ledger: TestLedger, entry: Entry, until: string): Promise<void> {
  const { appender, opened, time } = ledger;
  return transaction(opened.database, (joined) =>
    sealEntry(appender, joined, system, { ...entry, reason: "investigation", until }, time.now),
  );
}

function open({ appender, opened, time }: TestLedger, entry: Entry): Promise<void> {
  return transaction(opened.database, (joined) =>
    openEntry(appender, joined, system, entry, time.now),
  );
}

function wait(ledger: TestLedger, milliseconds: number): void {
  ledger.time.now = new Date(ledger.time.now.getTime() + milliseconds);
}

/** All that a client sees, page by page. */
async function seen(ledger: TestLedger, client: Id<"client">, limit = 100) {
  const pages: ClientEvents[] = [];
  let before: Id<"event"> | undefined;
  do {
    const page = await clientEvents(ledger.opened.database, client, {
      now: ledger.time.now,
      limit,
      ...(before && { before }),
    });
    pages.push(page);
    before = page.next;
  } while (before);
  return {
    ids: pages.flatMap(({ events }) => events.map(({ id }) => id)),
    pages,
    sealed: pages[0]?.sealed,
  };
}

test("a sealed entry is counted, and opens by itself on its day with what tells of its sealing", async () => {
  await using ledger = await openTestLedger();
  const client = newId("client", ledger.time.now);
  const [first, entry, last] = [
    await note(ledger, client),
    await note(ledger, client),
    await note(ledger, client),
  ];
  await seal(ledger, { client, entry }, "2026-12-01");
  const { ids, sealed, pages } = await seen(ledger, client);
  assert.deepEqual(new Set(ids), new Set([first, last]));
  assert.deepEqual(sealed, [{ until: "2026-12-01", entries: 2 }]);
  assert.deepEqual(Object.keys(pages[0]?.events[0] ?? {}).toSorted(), [
    ...["actor", "client", "details", "id", "kind", "kindVersion", "occurredAt"],
  ]);
  ledger.time.now = new Date("2026-11-30T23:59:59.999Z");
  assert.equal((await seen(ledger, client)).ids.length, 2);
  ledger.time.now = new Date("2026-12-01T00:00:00Z");
  const opened = await seen(ledger, client);
  assert.deepEqual(opened.sealed, []);
  assert.equal(opened.ids.length, 4);
  const told = opened.pages[0]?.events.find(({ kind }) => kind === "ledger.entry_sealed");
  assert.deepEqual(JSON.parse(told?.details ?? ""), {
    entry,
    reason: "investigation",
    until: "2026-12-01",
  });
});

test("an entry is sealed for 30 days in all, and never again once it has opened", async () => {
  await using ledger = await openTestLedger();
  const client = newId("client", ledger.time.now);
  const [entry, other] = [await note(ledger, client), await note(ledger, client)];
  const long = { code: "wrong_sealing_time" };
  await assert.rejects(seal(ledger, { client, entry }, "2026-11-20"), long);
  await assert.rejects(seal(ledger, { client, entry }, "2026-12-21"), long);
  await seal(ledger, { client, entry }, "2026-12-10");
  wait(ledger, 19 * dayMs);
  await assert.rejects(seal(ledger, { client, entry }, "2026-12-21"), long);
  await seal(ledger, { client, entry }, "2026-12-20");
  assert.deepEqual((await seen(ledger, client)).sealed, [{ until: "2026-12-20", entries: 3 }]);
  wait(ledger, 11 * dayMs);
  assert.equal((await seen(ledger, client)).ids.length, 4);
  await assert.rejects(seal(ledger, { client, entry }, "2026-12-30"), { code: "already_open" });
  await seal(ledger, { client, entry: other }, "2026-12-30");
  await open(ledger, { client, entry: other });
  assert.deepEqual((await seen(ledger, client)).sealed, []);
  const again = seal(ledger, { client, entry: other }, "2026-12-30");
  await assert.rejects(again, { code: "already_open" });
  await assert.rejects(open(ledger, { client, entry: other }), { code: "not_sealed" });
});

test("nobody seals another client's entry, one that isn't there, or what tells of a sealing", async () => {
  await using ledger = await openTestLedger();
  const { now } = ledger.time;
  const [client, other] = [newId("client", now), newId("client", now)];
  const entry = await note(ledger, other);
  const none = { code: "no_such_entry" };
  await assert.rejects(seal(ledger, { client, entry }, "2026-12-01"), none);
  await assert.rejects(seal(ledger, { client, entry: newId("event", now) }, "2026-12-01"), none);
  await seal(ledger, { client: other, entry }, "2026-11-21");
  wait(ledger, dayMs);
  const { pages } = await seen(ledger, other);
  const sealing = pages[0]?.events.find(({ kind }) => kind === "ledger.entry_sealed");
  assert.ok(sealing);
  await assert.rejects(seal(ledger, { client: other, entry: sealing.id }, "2026-12-01"), none);
});

test("the app's role seals only what an event says, and for no longer", async () => {
  await using ledger = await openTestLedger();
  const { appender, opened, time } = ledger;
  const client = newId("client", time.now);
  const [entry, other] = [await note(ledger, client), await note(ledger, client)];
  const sealRaw = async (until: string, target: Id<"event">) => {
    const details = { entry, reason: "investigation", until } as const;
    const draft = { kind: entrySealed, client, details };
    const { event } = await appender.append(system, draft, time.now);
    const ids = [uuidOf(client), uuidOf(event), timeOf(event), uuidOf(target), timeOf(target)];
    return await opened.database.query("select ledger.seal_entry($1, $2, $3, $4, $5)", ids);
  };
  await assert.rejects(sealRaw("2026-12-21", entry), /can't be sealed/);
  await assert.rejects(sealRaw("2026-11-20", entry), /can't be sealed/);
  await assert.rejects(sealRaw("2026-12-01", other), /can't be sealed/);
  await sealRaw("2026-12-20", entry);
});

type Step =
  | { does: "append" }
  | { does: "seal"; which: number; days: number }
  | { does: "open"; which: number }
  | { does: "wait"; hours: number };

const which = fc.nat({ max: 5 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant("append") }),
    fc.record({ does: fc.constant("seal"), which, days: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ does: fc.constant("open"), which }),
    fc.record({ does: fc.constant("wait"), hours: fc.integer({ min: 1, max: 200 }) }),
  ),
  { minLength: 5, maxLength: 30 },
);

test("what a client sees is every entry but the sealed ones, on pages of any length", async () => {
  await using ledger = await openTestLedger();
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 4 }), async (history, limit) => {
      const client = newId("client", ledger.time.now);
      const entries: { id: Id<"event">; until: string; first?: Date; isOpened?: true }[] = [];
      for (const step of history) {
        wait(ledger, 1);
        const chosen = "which" in step ? entries[step.which] : undefined;
        if (step.does === "append") entries.push({ id: await note(ledger, client), until: "" });
        if (step.does === "wait") wait(ledger, step.hours * 3_600_000);
        const today = dayOf(ledger.time.now);
        const given = chosen && { client, entry: chosen.id };
        if (chosen && given && step.does === "seal") {
          const first = chosen.first ?? ledger.time.now;
          const until = daysLater(today, step.days);
          const isOpen = chosen.isOpened || (chosen.first && chosen.until <= today);
          const isAllowed = !isOpen && until <= daysLater(dayOf(first), 30);
          const done = seal(ledger, given, until).then(
            () => true,
            () => false,
          );
          assert.equal(await done, isAllowed);
          if (isAllowed) Object.assign(chosen, { first, until });
        }
        if (chosen && given && step.does === "open") {
          const isSealed = !chosen.isOpened && chosen.until > today;
          assert.equal(
            await open(ledger, given).then(
              () => true,
              () => false,
            ),
            isSealed,
          );
          if (isSealed) chosen.isOpened = true;
        }
      }
      const today = dayOf(ledger.time.now);
      const { ids, pages, sealed } = await seen(ledger, client, limit);
      const isHidden = (id: string) =>
        entries.some((entry) => entry.id === id && !entry.isOpened && entry.until > today);
      const own = ids.filter((id) => entries.some((entry) => entry.id === id));
      assert.deepEqual(
        own,
        entries
          .map(({ id }) => id)
          .filter((id) => !isHidden(id))
          .toReversed(),
      );
      assert.ok(pages.slice(0, -1).every(({ events }) => events.length === limit));
      const text = JSON.stringify(pages);
      for (const { id } of entries) assert.equal(text.includes(id), !isHidden(id));
      const { rows } = await ledger.opened.database.query(
        "select from ledger.events where client = $1",
        [uuidOf(client)],
      );
      const count = (sealed ?? []).reduce((sum, { entries: some }) => sum + some, 0);
      assert.equal(count + ids.length, rows.length);
      hidden += count;
    }),
    { numRuns: 60 },
  );
  assert.ok(hidden > 20);
});
