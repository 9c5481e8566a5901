import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, suite, test } from "node:test";
import { type Id, newId } from "#platform";
import { openTestClient, openTestSite, openTestStaff, type TestClient, type TestSite } from "#test";
import { addKnownLeak, runNext, type TraceResult } from "#trace";
import { importClients, look, lookAround, type TracedClient } from "../traced-desk.ts";

const day = (text: string) => new Date(`${text}T09:00:00Z`);
const intesaCount = 3_573;

suite("what leaked leads to who saw it, when, and who else is affected", () => {
  let site: TestSite;
  let clients: TracedClient[];
  /** The two of Kraken's case, the one of Intesa's, one whose values were old, and two colleagues. */
  let [one, two, clerk, fresh, framer, colleague]: Id<"staff">[] = [];
  const slice = (from: number, count: number) => clients.slice(from, from + count);

  before(async () => {
    site = await openTestSite();
    clients = await importClients(site, day("2024-01-08"), { from: 0, count: 4_400 });
    const people = Array.from({ length: 6 }, () => newId("staff", day("2024-01-08")));
    [one, two, clerk, fresh, framer, colleague] = people;
    const since = day("2024-02-21");
    await lookAround(site, clients, { others: 24, strangers: 2_500, since, days: 790 });
  });
  after(() => site[Symbol.asyncDispose]());

  /** What a trace of these rows finds. */
  async function traced(
    header: string,
    rows: readonly (readonly string[])[],
    firstSeen: Date,
  ): Promise<TraceResult> {
    const sample = Buffer.from([header, ...rows.map((row) => row.join(","))].join("\n"));
    const { run, desk } = site.tracing;
    const input = { trace: newId("trace", site.time.now), sample, columns: new Map() };
    return (await run(desk, { ...input, before: firstSeen }, async () => {})).result;
  }

  const asRow = ({ name, email, phone }: TracedClient) => [name, email, phone];
  const namedIn = ({ people }: TraceResult) => people.map(({ staff }) => staff).sort();

  test("Kraken: a video's worth of rows names the two insiders, and the 2,000 clients whom they saw", async () => {
    assert.ok(one && two);
    await look(site, one, slice(0, 1_000), {
      fields: ["name", "email", "phone"],
      since: day("2025-01-13"),
    });
    await look(site, two, slice(1_000, 1_000), {
      fields: ["name", "email", "phone"],
      since: day("2026-02-02"),
    });
    const rows = [...slice(200, 30), ...slice(1_500, 30)].map(asRow);
    const analyst = await openTestStaff(site, { roles: ["analyst"] });
    const pasted = ["name,email,phone", ...rows.map((row) => row.join(","))].join("\n");
    const why = "A video on a forum shows our support tool.";
    const { cookie } = analyst;
    const given = await site.post(
      "/staff/traces",
      { before: "2026-04-13", why, pasted },
      { cookie },
    );
    const path = given.headers.get("location") ?? "";
    assert.equal((await site.post(`${path}/columns`, {}, { cookie })).status, 303);
    assert.ok(await runNext(site.tracing.desk, site.tracing.run));
    const page = await (await site.get(path, { cookie })).text();
    assert.ok(page.includes("What 2 people saw explains 60 of 60 rows"));
    assert.ok(!/staff_|client_|example\.net|guilty/i.test(page));
    const result = await traced("name,email,phone", rows, day("2026-04-13"));
    assert.deepEqual(namedIn(result), [one, two].sort());
    for (const person of result.people) {
      assert.deepEqual([person.explains, person.alone, person.views.length], [30, 30, 30]);
    }
    assert.deepEqual(result.scope.figures.clients, { lower: 60, best: 2_000, upper: 2_000 });
    assert.equal(result.bluff.verdict, "authentic_current");
  });

  test("Intesa: nine clients are reported, and the whole number is said at once: 3,573", async () => {
    assert.ok(clerk);
    const own = slice(4_400 - intesaCount, intesaCount);
    const looks = Array.from({ length: 12 }, (_, month) => ({
      some: own.filter((_, place) => place % 12 === month),
      since: new Date(day("2024-02-21").getTime() + month * 66 * 86_400_000),
    }));
    for (const { some, since } of looks) {
      await look(site, clerk, some, { fields: ["balance"], since });
    }
    const nine = own.filter((_, place) => place % 400 === 7);
    const rows = nine.map(({ reference, balance }) => [reference, balance]);
    const result = await traced("client_ref,balance", rows, day("2026-05-04"));
    assert.deepEqual([rows.length, namedIn(result)], [9, [clerk]]);
    const { clients: counted, byCountry } = result.scope.figures;
    assert.deepEqual([counted.lower, counted.upper], [9, intesaCount]);
    assert.equal(
      byCountry.reduce((sum, { upper }) => sum + upper, 0),
      intesaCount,
    );
  });

  test("whoever saw clients before they had an account is found when they have one, by what they had then", async () => {
    const kim = newId("staff", day("2026-01-05"));
    const about = { from: 20_000, count: 12 };
    const copies = await importClients(site, day("2026-01-05"), about);
    await look(site, kim, copies, { fields: ["email", "phone"], since: day("2026-02-10") });
    const rows = copies.map(({ email, phone }) => [email, phone]);
    const trace = () => traced("email,phone", rows, day("2026-03-01"));
    const first = await trace();
    assert.deepEqual([namedIn(first), first.people[0]?.explains], [[kim], 12]);
    const owners: TestClient[] = [];
    for (const _copy of copies) owners.push(await openTestClient(site));
    const accounts = owners.map(({ publicId }) => publicId);
    await importClients(site, site.time.now, { ...about, phones: "7", accounts });
    const then = await trace();
    assert.deepEqual(then.clients.toSorted(), owners.map(({ client }) => client).sort());
    assert.deepEqual([namedIn(then), then.people[0]?.explains], [[kim], 12]);
    assert.equal(then.people[0]?.views.length, 12);
    assert.deepEqual(
      [then.unexplained, then.unseen, then.scope.figures, then.dating],
      [first.unexplained, first.unseen, first.scope.figures, first.dating],
    );
    const byReference = await traced(
      "client_ref",
      copies.map(({ reference }) => [reference]),
      day("2026-03-01"),
    );
    assert.deepEqual([namedIn(byReference), byReference.unseen], [[kim], 0]);
  });

  test("whoever saw a balance of then is found too, though no index finds one", async () => {
    const kim = newId("staff", day("2026-01-05"));
    const about = { from: 40_000, count: 12 };
    const copies = await importClients(site, day("2026-01-05"), about);
    await look(site, kim, copies, { fields: ["balance"], since: day("2026-02-10") });
    const rows = copies.map(({ reference, balance }) => [reference, balance]);
    const trace = () => traced("client_ref,balance", rows, day("2026-03-01"));
    const first = await trace();
    const accounts: string[] = [];
    for (const _copy of copies) accounts.push((await openTestClient(site)).publicId);
    await importClients(site, site.time.now, { ...about, accounts });
    const then = await trace();
    for (const { people, unseen, bluff } of [first, then]) {
      assert.deepEqual([people[0]?.staff, people[0]?.explains, unseen], [kim, 12, 0]);
      assert.equal(bluff.verdict, "authentic_current");
    }
    assert.deepEqual(then.dating, first.dating);
  });

  test("a bluff: rows that nobody here ever was name nobody, and are called fabricated", async () => {
    const rows = Array.from({ length: 40 }, (_, place) => [
      `Zinc Nobody-${place}`,
      `zinc.${place}@example.org`,
      `+39 02 55${String(place).padStart(5, "0")}`,
    ]);
    const result = await traced("name,email,phone", rows, day("2026-05-04"));
    assert.deepEqual([namedIn(result), result.bluff.verdict], [[], "fabricated"]);
    assert.deepEqual([result.resolution.nobody, result.scope.figures.clients.upper], [40, 0]);
  });

  test("an old breach is resold with 30 % fresh rows: mixed, and the fresh ones have their source", async () => {
    assert.ok(fresh);
    const [old, news] = [slice(2_100, 70), slice(2_200, 30)];
    const analyst = await openTestStaff(site, { roles: ["analyst"] });
    const lines = Readable.from([Buffer.from(old.map(({ email }) => email).join("\n"))]);
    const leak = { name: "A partner's mailing list", happenedAt: day("2025-06-02"), lines };
    const actor = { is: "staff", id: analyst.staff } as const;
    await addKnownLeak(site.tracing.desk, actor, leak, site.time.now);
    const moved = await importClients(site, day("2026-01-12"), {
      from: 2_200,
      count: 30,
      phones: "1",
    });
    const saw = { fields: ["name", "email", "phone"] as const, since: day("2026-03-02") };
    await look(site, fresh, news, { ...saw, fields: ["name", "email"] });
    await look(site, fresh, [...news, ...slice(2_300, 40)], {
      ...saw,
      fields: ["phone"],
      version: 2,
    });
    const rows = [...old, ...moved].map(asRow);
    const result = await traced("name,email,phone", rows, day("2026-04-13"));
    assert.deepEqual([result.bluff.verdict, namedIn(result)], ["mixed", [fresh]]);
    assert.equal(result.people[0]?.explains, 30);
    const known = result.bluff.reasons.find(({ code }) => code === "older_leak");
    // An entry stands for many values: each fresh row is in the list by chance once in 230 times.
    const { rows: inLeak, of } = known?.figures ?? {};
    assert.ok(Number(inLeak) >= 70 && Number(inLeak) <= 75, `${inLeak} rows`);
    assert.equal(of, 100);
  });

  test("a colleague framed: values that came after his looks aren't his, and of two who saw the same neither is named", async () => {
    assert.ok(framer && colleague);
    const own = slice(2_500, 60);
    await look(site, colleague, own, {
      fields: ["name", "email", "phone"],
      since: day("2025-03-03"),
    });
    const moved = await importClients(site, day("2025-09-01"), {
      from: 2_500,
      count: 60,
      phones: "2",
    });
    await look(site, framer, own, { fields: ["name", "email"], since: day("2025-10-06") });
    await look(site, framer, own, { fields: ["phone"], since: day("2025-10-06"), version: 2 });
    const result = await traced(
      "name,email,phone",
      moved.slice(0, 40).map(asRow),
      day("2026-04-13"),
    );
    assert.deepEqual(namedIn(result), [framer]);
    const both = slice(2_600, 60);
    for (const person of [framer, colleague]) {
      await look(site, person, both, {
        fields: ["name", "email", "phone"],
        since: day("2025-11-03"),
      });
    }
    const shared = await traced(
      "name,email,phone",
      both.slice(0, 40).map(asRow),
      day("2026-04-13"),
    );
    assert.deepEqual(namedIn(shared), []);
    const [pair] = shared.alike;
    assert.deepEqual([pair?.staff, pair?.other].sort(), [framer, colleague].sort());
  });
});
