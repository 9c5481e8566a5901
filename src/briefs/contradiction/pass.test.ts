import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "#fast-check";
import { newId } from "#platform";
import { hedges, intervalOf, meet, type Value, verbs } from "../claim/index.ts";
import { against, comparedMax, findContradictions } from "./pass.ts";
import { keyOf, type Stated } from "./position.ts";

const now = new Date("2026-04-14T12:00:00Z");

function stated(slot: string, value: Value, traits: Partial<Stated> = {}): Stated {
  const id = newId("claim", now);
  return { id, slot, subject: "incident", value, denied: false, verb: undefined, ...traits };
}

const clients = (amount: number, hedge: (typeof hedges)[number] = "about", unit = "client") =>
  ({ is: "quantity", amount, hedge, unit }) as const;
const date = (edtf: string) => ({ is: "date", edtf }) as const;
const choice = (option: string) => ({ is: "choice", option }) as const;

/** How what is said to one question differs. */
function found(...claims: Stated[]) {
  return findContradictions(claims).flatMap(({ contradictions }) =>
    contradictions.flatMap(({ differences }) => differences),
  );
}

describe("answers to one question", () => {
  const count = (value: Value, traits?: Partial<Stated>) => stated("affected_count", value, traits);

  it("differ by number, when none of the numbers that are meant is the same", () => {
    assert.deepEqual(found(count(clients(2_000)), count(clients(5_300_000))), ["number"]);
    assert.deepEqual(found(count(clients(2_000)), count(clients(2_100))), []);
    const first = count(clients(97_000, "fewer_than"));
    assert.deepEqual(found(first, count(clients(69_461, "exactly"))), []);
    assert.deepEqual(found(first, count(clients(97_000, "at_least"))), ["number"]);
    assert.deepEqual(found(first, count(clients(97_000, "exactly"))), ["number"]);
    assert.deepEqual(found(count(clients(0, "exactly")), count(clients(1, "exactly"))), ["number"]);
  });

  it("differ by what is counted", () => {
    assert.deepEqual(found(count(clients(2_000)), count(clients(81, "exactly", "staff"))), [
      "unit",
    ]);
  });

  it("differ by date, when the spans don't meet; without a year nobody can tell", () => {
    const when = (edtf: string) => stated("second_incident", date(edtf));
    assert.deepEqual(found(when("2026-01/2026-04"), when("2026-21")), []);
    assert.deepEqual(found(when("2026-01/2026-02"), when("2026-21")), ["date"]);
    assert.deepEqual(found(when("2026-04"), when("XXXX-02")), []);
  });

  it("differ by date when one is told as later than something else", () => {
    const first = stated("first_incident", date("2025-02"));
    const weeks = { is: "later", than: "first_incident", daysMin: 7, daysMax: 60 } as const;
    const second = stated("second_incident", date("2026-04"));
    assert.deepEqual(found(first, second, stated("second_incident", weeks)), ["date"]);
    const months = { ...weeks, daysMin: 30, daysMax: 500 };
    assert.deepEqual(found(first, second, stated("second_incident", months)), []);
    assert.deepEqual(found(second, stated("second_incident", weeks)), []);
  });

  it("differ by answer, unless several can be so, and by denial", () => {
    const held = (option: string, traits?: Partial<Stated>) =>
      stated("material_held", choice(option), traits);
    assert.deepEqual(found(held("videos"), held("videos_and_data")), ["answer"]);
    assert.deepEqual(found(held("videos"), held("videos", { denied: true })), ["denial"]);
    assert.deepEqual(found(held("videos"), held("data", { denied: true })), []);
    const copied = held("data", { denied: true, verb: "copied" });
    assert.deepEqual(found(copied, held("data", { verb: "viewed" })), []);
    assert.deepEqual(found(copied, held("data", { verb: "published" })), ["denial"]);
    const data = (option: string) => stated("data_types", choice(option));
    assert.deepEqual(found(data("name"), data("address")), []);
    const text = (words: string, denied = false) =>
      stated("other", { is: "text", text: words }, { denied });
    assert.deepEqual(found(text("It  was sold"), text("it was sold", true)), ["denial"]);
    assert.deepEqual(found(text("one"), text("two")), []);
  });

  it("differ by verb, which stands against the stronger one alone", () => {
    const viewed = count(clients(2_000), { verb: "viewed" });
    const copied = count(clients(2_000), { verb: "copied" });
    const plain = count(clients(2_000));
    const [answers] = findContradictions([viewed, copied, plain]);
    assert.ok(answers);
    assert.deepEqual(
      answers.contradictions.map(({ differences }) => differences),
      [["verb"]],
    );
    assert.deepEqual(against(answers, copied), [viewed.id]);
    assert.deepEqual(against(answers, viewed), []);
  });

  it("are about one subject: a claim on another one is neither compared nor put together", () => {
    const [ours, theirs] = [count(clients(2_000)), count(clients(2_000), { subject: "telegram" })];
    assert.deepEqual(found(ours, { ...theirs, value: clients(5_300_000) }), []);
    assert.equal(findContradictions([ours, theirs]).length, 2);
  });

  it("are bounded: those that most say are compared, and how many aren't is said", () => {
    const many = Array.from({ length: comparedMax + 50 }, (_, n) => count(clients(n, "exactly")));
    const [answers] = findContradictions([...many, count(clients(240, "exactly"))]);
    assert.equal(answers?.uncomparedCount, 50);
    assert.equal(answers?.positions[0]?.claims.length, 2);
    const [first] = many;
    assert.equal(answers && first && against(answers, first).length, comparedMax + 50);
  });

  const values: fc.Arbitrary<Value> = fc.oneof(
    fc.record({
      is: fc.constant("quantity" as const),
      amount: fc.nat(60),
      hedge: fc.constantFrom(...hedges),
      unit: fc.constantFrom("client", "staff"),
    }),
    fc.constantFrom("2025", "2025-02", "2026-21", "XXXX-02", "2025/..").map(date),
    fc.constantFrom("videos", "data").map(choice),
  );
  const traits = fc.record({
    subject: fc.constantFrom("incident", "telegram"),
    denied: fc.boolean(),
    verb: fc.constantFrom(undefined, ...verbs),
  });
  const claims = fc
    .array(fc.tuple(values, traits), { minLength: 2, maxLength: 12 })
    .map((all) => all.map(([value, own]) => stated("affected_count", value, own)));

  it("lose no claim, and never put together what differs", () => {
    fc.assert(
      fc.property(claims, (all) => {
        const answers = findContradictions(all);
        const byId = new Map(all.map((claim) => [claim.id, claim]));
        const placed = answers.flatMap(({ positions }) => positions.map((one) => one.claims));
        assert.deepEqual(placed.flat().sort(), [...byId.keys()].sort());
        for (const together of placed) {
          const [first] = together;
          for (const id of together) {
            const [one, other] = [byId.get(first ?? id), byId.get(id)];
            assert.ok(one && other && keyOf(one) === keyOf(other));
            assert.equal(one.subject, other.subject);
            assert.deepEqual(found(one, { ...other, id: newId("claim", now) }), []);
          }
        }
      }),
    );
  });

  it("contradict each other alike, from whichever side they are looked at", () => {
    fc.assert(
      fc.property(claims, ([one, other]) => {
        if (!(one && other)) assert.fail();
        assert.deepEqual(found(one, other), found(other, one));
      }),
    );
  });

  it("mean the same numbers exactly when some number fits both", () => {
    const quantity = fc.record({ amount: fc.nat(9), hedge: fc.constantFrom(...hedges) });
    fc.assert(
      fc.property(quantity, quantity, (one, other) => {
        const intervals = [one, other].map(({ amount, hedge }) =>
          intervalOf(clients(amount, hedge)),
        );
        const fits = (at: number) =>
          intervals.every(
            ({ from, to, isFromOpen, isToOpen }) =>
              (isFromOpen ? at > from : at >= from) && (isToOpen ? at < to : at <= to),
          );
        const some = Array.from({ length: 2_001 }, (_, step) => step / 100).some(fits);
        const [mine, theirs] = intervals;
        assert.equal(mine && theirs && meet(mine, theirs), some);
      }),
    );
  });
});
