import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { LedgerFilling, openSignerStore, readPolicyFile, rollUp, verifyLog } from "#ledger";
import { connected, openLog, systemClock } from "#platform";
import { openTestDatabase, type TestDatabase } from "#test";
import { DeskHistory } from "./desk-history.ts";
import { changeDays, filledFields, filledValue, versionOn } from "./values.ts";

const traits = { events: 12_000, clients: 700, agents: 60, days: 20, seed: 7 };
const history = new DeskHistory({ ...traits, to: new Date("2026-11-20T00:00:00Z") });
const kinds = ["tickets.read", "vault.predicate_answered", "vault.revealed", "vault.searched"];

const saidOf = `select client, occurred_at, actor, kind, field, version, ticket is null as bare, purpose, decision,
  details::jsonb - 'session' as details from ledger.events order by occurred_at, client, kind, field`;
const daysOf = `select day::text, actor, views, clients, fresh, previous::text[] from ledger.actor_days order by day, actor`;
const rolledOf = "select day::text, kinds, events from ledger.rolled_days order by day";

suite("a ledger filled with a made-up past", () => {
  let sealed: TestDatabase;
  let slim: TestDatabase;
  let directory: string;
  before(async () => {
    [sealed, slim] = await Promise.all([openTestDatabase(), openTestDatabase()]);
    directory = await mkdtemp(join(tmpdir(), "holdfast-fill-"));
  });
  after(async () => {
    await rm(directory, { recursive: true, force: true });
    await Promise.all([sealed, slim].map((one) => one[Symbol.asyncDispose]()));
  });

  function open({ database, ownerUrl }: TestDatabase, hasClients = false): Promise<LedgerFilling> {
    const files = filesIn(directory);
    const origin = "filled.example/log";
    const options = { ...{ database, ownerUrl, files, origin }, releaseKinds: kinds.toReversed() };
    const beside = { log: openLog("silent"), progress: () => {} };
    return LedgerFilling.open({ ...options, ...beside }, history, hasClients);
  }

  test("sealed events stand as the ledger appends them, and a database in use is refused", async () => {
    await assert.rejects(open(sealed, true), { code: "desk_in_use" });
    const filling = await open(sealed);
    await filling.append(() => {});
    const { logDirectory, policyFile } = filesIn(directory);
    const report = await verifyLog({
      database: sealed.database,
      policy: await readPolicyFile(policyFile),
      signerStore: openSignerStore(logDirectory),
      clock: systemClock,
    });
    assert.deepEqual([report.findings, report.counts.events], [[], traits.events]);
    await assert.rejects(open(sealed), { code: "desk_in_use" });
  });

  test("slim events say the same, and all days are counted as the ledger counts them one by one", async () => {
    const filling = await open(slim);
    await filling.copy(() => {});
    assert.deepEqual(await rowsOf(slim, saidOf), await rowsOf(sealed, saidOf));
    await filling.rollUp();
    const newest = new Date("2026-11-19T12:00:00Z");
    assert.equal(await rollUp(slim.database, kinds, newest), 0);
    assert.equal(await rollUp(sealed.database, kinds, newest), traits.days - 1);
    assert.deepEqual(await rowsOf(slim, daysOf), await rowsOf(sealed, daysOf));
    assert.deepEqual(await rowsOf(slim, rolledOf), await rowsOf(sealed, rolledOf));
    const indexes = "select indexdef from pg_indexes where tablename = 'events' order by indexname";
    assert.deepEqual(await rowsOf(slim, indexes), await rowsOf(sealed, indexes));
  });
});

test("every event is one of its kind, in the order of time, and one in twenty looks is refused", () => {
  const events = [...history.eventsInTurn()].flat();
  assert.equal(events.length, traits.events);
  const looks = events.filter(({ kind }) => kind.name === "vault.revealed");
  for (const [place, event] of events.entries()) {
    event.kind.details.parse(JSON.parse(event.details));
    for (const name of ["field", "version", "ticket", "purpose"] as const) {
      const need = event.kind.columns[name];
      assert.ok(
        event[name] === undefined ? need !== "required" : need !== undefined,
        event.kind.name,
      );
    }
    assert.ok(event.at >= (events[place - 1]?.at ?? 0));
  }
  const refused = looks.filter(({ decision }) => decision === "deny");
  assert.ok(Math.abs(refused.length / looks.length - 0.05) < 0.01);
  assert.ok(refused.every(({ version }) => version === undefined));
});

test("a version begins on the day that its value changed", () => {
  for (let client = 0; client < 200; client++) {
    for (const field of filledFields) {
      const changes = changeDays(client, field, traits.days);
      for (let day = 0; day < traits.days; day++) {
        const version = 1 + changes.filter((changed) => changed <= day).length;
        assert.equal(versionOn(client, field, day, traits.days), version);
      }
      const values = [0, ...changes].map((_, place) => filledValue(client, field, place + 1));
      assert.equal(new Set(values).size, values.length);
    }
  }
});

function filesIn(directory: string) {
  return {
    logDirectory: join(directory, "log"),
    policyFile: join(directory, "policy.txt"),
    receiptKeyFile: join(directory, "receipt-key.pem"),
  };
}

async function rowsOf({ ownerUrl }: TestDatabase, sql: string): Promise<object[]> {
  return await connected(ownerUrl, async (owner) => (await owner.query<object>(sql)).rows);
}
