import assert from "node:assert/strict";
import { createSecretKey, randomBytes } from "node:crypto";
import { after, before, suite, test } from "node:test";
import fc from "#fast-check";
import { minuteMs, newId, openDatabase, uuidOf } from "#platform";
import { openTestSite, openTestStaff, type TestPerson, type TestSite } from "#test";
import { markedIn, numberBits, payloadOf } from "./payload.ts";

const minutesMax = 2 ** 24 - 1;
const epochMs = Date.UTC(2026, 0, 1);

test("a payload says its session's number and its minute, and to another key something else", () => {
  const [key, another] = [0, 1].map(() => createSecretKey(randomBytes(32)));
  assert.ok(key && another);
  const numbers = fc.integer({ min: 0, max: 2 ** numberBits - 1 });
  const minutes = fc.integer({ min: 0, max: minutesMax });
  fc.assert(
    fc.property(
      numbers,
      minutes,
      fc.integer({ min: 0, max: minuteMs - 1 }),
      (number, minute, ms) => {
        const start = new Date(epochMs + minute * minuteMs);
        const payload = payloadOf(key, number, new Date(start.getTime() + ms));
        assert.ok(payload >= 0n && payload < 1n << 56n);
        assert.deepEqual(markedIn(key, payload), { number, minute: start });
        assert.notDeepEqual(markedIn(another, payload), { number, minute: start });
      },
    ),
  );
  assert.throws(() => payloadOf(key, 1, new Date("2025-12-31T23:59:59Z")), RangeError);
  assert.throws(
    () => payloadOf(key, 1, new Date(epochMs + (minutesMax + 1) * minuteMs)),
    RangeError,
  );
  assert.throws(() => markedIn(key, 1n << 56n), RangeError);
});

suite("whose screen a mark is", () => {
  let site: TestSite;
  before(async () => {
    site = await openTestSite();
  });
  after(() => site[Symbol.asyncDispose]());

  const sessionOf = ({ staff, session }: TestPerson) =>
    ({ id: session, holder: { is: "staff", id: staff } }) as const;

  test("the session's that it was drawn for, in its minute; the ledger has the number before it is drawn", async () => {
    const { screenMarks } = site.accounts;
    const person = await openTestStaff(site);
    const { now } = site.time;
    const first = await Promise.all(
      [1, 2, 3].map(() => screenMarks.markOf(sessionOf(person), now)),
    );
    const [mark] = first;
    assert.ok(mark);
    assert.deepEqual(first, [mark, mark, mark], "one number for all that ask at once");
    assert.match(mark.alias, /^[0-9A-Z]{3}-[0-9A-Z]{4}$/);
    const elsewhere = (await site.another()).accounts.screenMarks;
    assert.deepEqual(await elsewhere.markOf(sessionOf(person), now), mark, "another process");
    const { rows } = await site.opened.database.query<{ details: string }>(
      "select details from ledger.events where kind = 'accounts.screen_marked' and actor = $1",
      [uuidOf(person.staff)],
    );
    assert.equal(rows.length, 1);
    const found = await elsewhere.sessionOf(mark.payload, now);
    assert.ok(found.is === "session");
    const { staff, session } = person;
    assert.deepEqual(
      { ...found, event: undefined },
      { is: "session", staff, session, minute: now, alias: mark.alias, event: undefined },
    );
    const later = new Date(now.getTime() + 61_000);
    const around = await elsewhere.payloadsOf(person.session, now, later);
    assert.equal(around.length, 2);
    assert.equal(around[0], mark.payload);
    assert.deepEqual(await elsewhere.payloadsOf(newId("session", now), now, later), []);
    const next = await screenMarks.markOf(sessionOf(person), later);
    assert.notEqual(next.payload, mark.payload);
    assert.equal(around[1], next.payload);
    const foundNext = await screenMarks.sessionOf(next.payload, later);
    assert.ok(foundNext.is === "session");
    assert.equal(foundNext.minute.getTime(), now.getTime() + minuteMs);
  });

  test("nobody's, when it is forged, of a minute in which the session wasn't open, or of a row that the ledger has otherwise", async () => {
    const { screenMarks } = site.accounts;
    const { database } = site.opened;
    const [one, other] = [await openTestStaff(site), await openTestStaff(site)];
    const { now } = site.time;
    const at = (minutes: number) => new Date(now.getTime() + minutes * minuteMs);
    const payloadAt = async (minutes: number) =>
      (await screenMarks.markOf(sessionOf(one), at(minutes))).payload;
    const first = await payloadAt(0);
    const [second, third] = [await payloadAt(1), await payloadAt(30)];
    const why = async (payload: bigint, when = at(60)) => {
      const found = await screenMarks.sessionOf(payload, when);
      return found.is === "refused" ? found.why : found.is;
    };
    assert.equal(await why(first ^ 1n), "unknown");
    assert.equal(
      await why(first ^ second ^ third),
      "unknown",
      "waves of three tiles, put together",
    );
    assert.equal(await why(third, at(29)), "not_open", "a minute that isn't there yet");
    assert.equal(await why(await payloadAt(-3)), "not_open", "before its first mark");
    await database.query(
      "update accounts.sessions set ended_at = $2, ended_because = 'signed_out' where id = $1",
      [uuidOf(one.session), at(2)],
    );
    assert.equal(await why(second), "session");
    assert.equal(await why(third), "not_open", "signed out before");
    const owner = openDatabase(site.opened.ownerUrl, () => {});
    await owner.query(
      "update accounts.screen_marks set staff = $2, session = $3 where session = $1",
      [one.session, other.staff, other.session].map(uuidOf),
    );
    await owner.end();
    assert.equal(await why(second), "not_in_ledger", "a row says that it is a colleague's");
  });
});
