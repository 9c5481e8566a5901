import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "#fast-check";
import { HoldfastError, newId } from "#platform";
import { groupOrigins, Origins } from "../origin/index.ts";
import { reliabilities, type Source, sourceKinds } from "../source/index.ts";
import { type Claim, type Decision, statusOf, visibilityOf } from "./claim.ts";
import {
  confirm,
  dispute,
  type Grounds,
  hide,
  leaveOpen,
  refute,
  show,
  supersede,
  takeAsFirmsWord,
  withdraw,
} from "./deciding.ts";
import { locate, QuoteAmbiguous, QuoteMissing, quoteAt } from "./quote.ts";

const now = new Date("2026-04-14T12:00:00Z");
const role = (name: "comms" | "analyst" | "agent") => [{ role: name, since: now }];
const person = (name: "comms" | "analyst" | "agent") => ({
  id: newId("staff", now),
  roles: role(name),
  leftAt: undefined as Date | undefined,
});
const [comms, analyst, agent] = [person("comms"), person("analyst"), person("agent")];
const because = (by = comms) => ({ by, reason: "It says so in the filing.", now });

let made = 0;

function source(traits: Partial<Source> = {}): Source {
  made += 1;
  return {
    id: newId("source", now),
    ...{ name: `S${made}`, kind: "press_original", url: undefined, publisher: `paper ${made}` },
    ...{ published: undefined, capturedAt: now, capture: "facts", text: "x", sha256: "" },
    ...{ reliability: "unrated", flags: [] },
    origin: { label: `origin-${made}`, because: "It has its own reporter." },
    ...traits,
  };
}

function grounds(...sources: Source[]): Grounds {
  return { sources, origins: new Origins(groupOrigins(sources)), contradictedBy: [] };
}

function claim(...decisions: Decision[]): Claim {
  const value = { is: "quantity", amount: 2_000, hedge: "about", unit: "client" } as const;
  return {
    ...{ id: newId("claim", now), number: 1, author: { is: "rules" }, addedAt: now },
    ...{ slot: "affected_count", subject: "incident", value, denied: false, possible: true },
    ...{ verb: "viewed", speaker: "firm", supports: [], decisions },
  };
}

const refused = (code: string) => (error: unknown) =>
  error instanceof HoldfastError && error.code === code;

describe("what is thought of a claim", () => {
  it("is confirmed by a record, or by two independent origins, and nothing less", () => {
    for (const kind of ["regulator", "court", "law_enforcement", "evidence"] as const) {
      assert.equal(confirm(claim(), because(), grounds(source({ kind }))).status, "confirmed");
    }
    assert.equal(confirm(claim(), because(), grounds(source(), source())).status, "confirmed");
    const post = { label: "post", because: "Both quote it." };
    const few = [
      [source()],
      [source({ origin: post }), source({ origin: post })],
      [source({ publisher: "P" }), source({ publisher: "p" })],
      [source(), source({ origin: undefined })],
      [source({ kind: "primary_firm" })],
      [source({ kind: "evidence", reliability: "invented" })],
    ];
    for (const sources of few) {
      assert.throws(
        () => confirm(claim(), because(), grounds(...sources)),
        refused("too_few_origins"),
      );
    }
  });

  it("isn't confirmed while something contradicts it", () => {
    const given = { ...grounds(source(), source()), contradictedBy: [7] };
    assert.throws(() => confirm(claim(), because(), given), /claim 7\./);
  });

  it("is no more than the firm's word when the firm says so", () => {
    const firm = grounds(source({ kind: "primary_firm" }));
    const said = takeAsFirmsWord(claim(), because(), firm);
    assert.deepEqual([said.status, said.visibility], ["firm_says", "internal"]);
    assert.throws(() => confirm(claim(said), because(), firm), refused("too_few_origins"));
    const machine = grounds(source({ kind: "machine" }));
    assert.throws(
      () => takeAsFirmsWord(claim(), because(), machine),
      refused("not_the_firms_word"),
    );
    const other = { ...claim(), speaker: "article" } as const;
    assert.throws(() => takeAsFirmsWord(other, because(), firm), refused("not_the_firms_word"));
  });

  it("is raised by who answers for words, lowered by who reads sources, with a reason", () => {
    const good = grounds(source(), source());
    assert.throws(() => confirm(claim(), because(analyst), good), refused("decides_nothing"));
    assert.throws(() => refute(claim(), because(agent)), refused("decides_nothing"));
    assert.equal(refute(claim(), because(analyst)).status, "refuted");
    const gone = { ...comms, leftAt: now };
    assert.throws(() => confirm(claim(), because(gone), good), refused("decides_nothing"));
    const held = { ...comms, heldAt: now };
    assert.throws(() => confirm(claim(), because(held), good), refused("decides_nothing"));
    const hasty = { ...because(), reason: " yes.    " };
    assert.throws(() => confirm(claim(), hasty, good), refused("wrong_reason"));
  });

  it("doesn't come back from what was withdrawn or superseded; what was refuted can be open again", () => {
    const next = claim();
    const gone = [withdraw(claim(), because()), supersede(claim(), because(), next)];
    for (const last of gone) {
      for (const step of [dispute, leaveOpen, refute, withdraw]) {
        assert.throws(() => step(claim(last), because()), refused("no_way_there"));
      }
    }
    const refuted = refute(claim(), because());
    assert.throws(() => dispute(claim(refuted), because()), refused("no_way_there"));
    assert.equal(leaveOpen(claim(refuted), because()).status, "open");
  });

  it("is superseded by one that stands and answers the same question", () => {
    const [old, next] = [claim(), claim()];
    assert.equal(supersede(old, because(), next).into, next.id);
    const wrong = [old, { ...next, subject: "telegram" }, { ...next, slot: "population" }];
    for (const by of [...wrong, claim(withdraw(next, because()))]) {
      assert.throws(() => supersede(old, because(), by), refused("not_its_successor"));
    }
  });

  it("is shown to nobody outside before somebody says so, and never when it is only proposed", () => {
    assert.equal(visibilityOf(claim()), "internal");
    assert.throws(() => show(claim(), because()), refused("claim_not_shown"));
    const open = leaveOpen(claim(), because());
    const shown = show(claim(open), because());
    assert.deepEqual([shown.status, shown.visibility], ["open", "public"]);
    assert.equal(refute(claim(open, shown), because()).visibility, "public");
    assert.equal(withdraw(claim(open, shown), because()).visibility, "internal");
    assert.equal(hide(claim(open, shown), because()).visibility, "internal");
  });

  it("is never confirmed by what doesn't count, whatever else there is of it", () => {
    const kinds = fc.constantFrom(...sourceKinds);
    const trust = fc.constantFrom(...reliabilities);
    const publisher = fc.constantFrom("P", "Q", undefined);
    const label = fc.constantFrom("post", "alert", undefined);
    const drawn = fc.array(fc.tuple(kinds, trust, publisher, label), { maxLength: 6 });
    fc.assert(
      fc.property(drawn, (traits) => {
        const sources = traits.map(([kind, reliability, own, name]) => {
          const origin = name === undefined ? undefined : { label: name, because: "By hand." };
          return source({ kind, reliability, publisher: own, origin });
        });
        const good = sources.filter(
          ({ kind, reliability, publisher: own }) =>
            !["machine", "actor"].includes(kind) &&
            !["doubtful", "invented"].includes(reliability) &&
            own !== undefined,
        );
        const isRecorded = good.some(({ kind }) =>
          ["regulator", "court", "law_enforcement", "evidence"].includes(kind),
        );
        const labels = new Set(good.flatMap(({ origin }) => origin?.label ?? []));
        const owners = new Set(good.flatMap((one) => (one.origin ? one.publisher : [])));
        const isEnough = isRecorded || (labels.size > 1 && owners.size > 1);
        const decide = () => confirm(claim(), because(), grounds(...sources));
        if (isEnough) assert.equal(statusOf(claim(decide())), "confirmed");
        else assert.throws(decide, refused("too_few_origins"));
      }),
    );
  });
});

describe("a passage of a source", () => {
  const text = "About 2,000 accounts were viewed. The firm says 2,000 accounts.";

  it("is found by its words and what stands around them", () => {
    assert.deepEqual(locate(text, quoteAt(text, 6, 20)), { start: 6, end: 20 });
    assert.throws(
      () => locate(text, { exact: "2,000 accounts", prefix: "", suffix: "" }),
      QuoteAmbiguous,
    );
    const second = { exact: "2,000 accounts", prefix: "says ", suffix: "." };
    assert.equal(text.slice(locate(text, second).start), "2,000 accounts.");
    assert.throws(() => locate(text, { ...second, exact: "2000 accounts" }), QuoteMissing);
    assert.throws(() => locate("aaa", { exact: "aa", prefix: "", suffix: "" }), QuoteAmbiguous);
  });

  it("is found wherever it was taken from, unless it can't be told from another one", () => {
    const letters = fc.string({
      unit: fc.constantFrom("a", "b", " ", "😀"),
      minLength: 1,
      maxLength: 90,
    });
    fc.assert(
      fc.property(letters, fc.nat(90), fc.integer({ min: 1, max: 20 }), (within, start, length) => {
        const from = start % within.length;
        const quote = quoteAt(within, from, Math.min(within.length, from + length));
        try {
          assert.equal(locate(within, quote).start, from);
        } catch (error) {
          assert.ok(error instanceof QuoteAmbiguous);
        }
      }),
    );
  });
});
