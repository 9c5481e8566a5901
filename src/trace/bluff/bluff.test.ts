import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { english, newId } from "#platform";
import type { FieldName } from "#policy";
import type { Candidate, MatchedVersion, ResolvedRow } from "../leak.ts";
import { type MessageKey, say } from "../messages.ts";
import { bluffVerdicts } from "../result.ts";
import type { BluffFacts } from "./bluff.ts";
import { judgeBluff } from "./index.ts";

const before = new Date("2026-06-01T00:00:00Z");
const daysBefore = (days: number) => new Date(before.getTime() - days * 86_400_000);

type Version = { from: number; to?: number; isDecoy?: boolean };
type Fitting = {
  matched?: Partial<Record<FieldName, Version>>;
  wrong?: FieldName[];
  isCanary?: boolean;
};

function version({ from, to, isDecoy }: Version): MatchedVersion {
  const viewer = isDecoy ? newId("staff", before) : undefined;
  return {
    version: 1,
    from: daysBefore(from),
    to: to === undefined ? undefined : daysBefore(to),
    viewer,
  };
}

function candidate({ matched = {}, wrong = [], isCanary = false }: Fitting): Candidate {
  const versions = Object.entries(matched).map(
    ([field, one]) => [field as FieldName, [version(one)]] as [FieldName, MatchedVersion[]],
  );
  return {
    ...{ client: newId("client", before), isCanary, country: undefined },
    ...{ fitting: new Set(), wrong: new Set(wrong) },
    matched: new Map(versions),
  };
}

type Made = { fitting?: Fitting; foreign?: boolean; is?: "nobody" | "too_little" };

function facts(made: readonly Made[], more: Partial<BluffFacts> = {}): BluffFacts {
  const rows = made.map(({ fitting, foreign, is }, place): ResolvedRow => {
    const row = { line: place + 1, values: [], foreign: foreign ? ["password"] : [] };
    if (fitting) return { row, outcome: { is: "found", candidates: [candidate(fitting)] } };
    return { row, outcome: is === "nobody" ? { is } : { is: "too_little", fits: undefined } };
  });
  return { rows, unseen: 0, before, known: [], ...more };
}

const times = <Value>(count: number, value: Value): Value[] =>
  Array.from({ length: count }, () => value);
const lasting: Made = { fitting: { matched: { email: { from: 900 }, name: { from: 900 } } } };
const old: Made = {
  fitting: { matched: { email: { from: 1_500 }, address: { from: 1_500, to: 700 } } },
};
const fresh: Made = { fitting: { matched: { email: { from: 900 }, balance: { from: 3, to: 2 } } } };
const nobody: Made = { is: "nobody" };
const silent: Made = { is: "too_little" };
const wrong: Made = { fitting: { matched: { email: { from: 900 } }, wrong: ["phone", "name"] } };
const flawed: Made = {
  fitting: { matched: { email: { from: 900 }, name: { from: 900 } }, wrong: ["phone"] },
};
const foreign: Made = { ...lasting, foreign: true };
const decoy: Made = { fitting: { matched: { email: { from: 5, isDecoy: true } }, isCanary: true } };

const olderLeak = (lines: number[], asked: number) => ({
  ...{ name: "Larkmoor 2023", happenedAt: daysBefore(800), lines, asked, chance: asked / 128 },
});

const cases: readonly (readonly [string, BluffFacts, string, readonly string[]])[] = [
  [
    "forty rows that are right today",
    facts(times(40, lasting)),
    "authentic_current",
    ["ours", "lasting"],
  ],
  [
    "a video's rows, some of whose values changed since",
    facts([...times(20, lasting), ...times(20, fresh)]),
    "authentic_current",
    ["ours", "lasting"],
  ],
  [
    "rows whose values ended long ago",
    facts([...times(15, old), ...times(15, lasting)]),
    "authentic_old",
    ["ours", "ended", "lasting"],
  ],
  [
    "an old breach resold with 30% fresh rows",
    facts([...times(28, old), ...times(42, lasting), ...times(30, fresh)]),
    "mixed",
    ["ours", "ended", "new", "lasting"],
  ],
  [
    "rows that are right, and all of them in an older leak",
    facts(times(50, lasting), {
      known: [
        olderLeak(
          Array.from({ length: 48 }, (_, n) => n + 1),
          50,
        ),
      ],
    }),
    "authentic_old",
    ["ours", "lasting", "older_leak"],
  ],
  [
    "rows that are right, and as many in an older leak as chance puts there",
    facts(times(200, lasting), { known: [olderLeak([4, 77], 200)] }),
    "authentic_current",
    ["ours", "lasting", "older_leak_chance"],
  ],
  [
    "what began after the older leak isn't from it",
    facts(times(50, fresh), {
      known: [
        olderLeak(
          Array.from({ length: 50 }, (_, n) => n + 1),
          50,
        ),
      ],
    }),
    "authentic_current",
    ["ours", "lasting", "older_leak"],
  ],
  [
    "real rows among others' rows",
    facts([...times(10, lasting), ...times(30, nobody)]),
    "mixed",
    ["ours", "nobody", "lasting"],
  ],
  [
    "one slip of the pen in forty rows",
    facts([...times(39, lasting), nobody]),
    "authentic_current",
    ["ours", "nobody", "lasting"],
  ],
  [
    "real clients with passwords that no screen shows",
    facts(times(12, foreign)),
    "mixed",
    ["ours", "foreign", "lasting"],
  ],
  [
    "a typing error in many rows",
    facts(times(12, flawed)),
    "authentic_current",
    ["ours", "flawed", "lasting"],
  ],
  ["forty rows of nobody", facts(times(40, nobody)), "fabricated", ["nobody", "few"]],
  [
    "real addresses with made-up values beside them",
    facts(times(12, wrong)),
    "fabricated",
    ["wrong", "few"],
  ],
  ["ten rows that are merely partial", facts(times(10, silent)), "undetermined", ["silent", "few"]],
  [
    "ten rows of nobody among many partial ones",
    facts([...times(10, nobody), ...times(90, silent)]),
    "undetermined",
    ["nobody", "silent", "few"],
  ],
  ["nine rows of nobody", facts(times(9, nobody)), "undetermined", ["nobody", "few"]],
  ["two real rows", facts(times(2, lasting)), "undetermined", ["ours", "lasting", "few"]],
  ["one decoy", facts([decoy]), "authentic_current", ["decoys", "ours", "lasting"]],
  [
    "a decoy among rows of nobody",
    facts([decoy, ...times(30, nobody)]),
    "mixed",
    ["decoys", "ours", "nobody", "lasting"],
  ],
  ["nothing", facts([]), "undetermined", ["few"]],
  [
    "real rows that nobody was shown",
    facts(times(10, lasting), { unseen: 10 }),
    "authentic_current",
    ["ours", "lasting", "unseen"],
  ],
];

for (const [what, given, verdict, codes] of cases) {
  test(`${what}: ${verdict}`, () => {
    const judged = judgeBluff(given);
    assert.equal(judged.verdict, verdict);
    assert.deepEqual(
      judged.reasons.map(({ code }) => code),
      codes,
    );
    for (const { code, figures } of judged.reasons) {
      const words = say(english, `bluff.reason.${code}` as MessageKey, figures);
      assert.doesNotMatch(words, /[{}]|undefined/);
    }
  });
}

test("a reason says how many, of how many, and when", () => {
  const { reasons } = judgeBluff(facts([...times(15, old), ...times(15, lasting)]));
  assert.deepEqual(reasons[1], {
    code: "ended",
    figures: { rows: 15, of: 30, from: daysBefore(700), to: daysBefore(700) },
  });
});

test("that rows are still right is a whole sentence of one row and of several", () => {
  const said = (rows: number) => say(english, "bluff.reason.lasting", { rows, of: 40 });
  const when = "when the sample was first seen, or shortly before.";
  const more = "That says nothing of when the sample was taken.";
  assert.equal(said(1), `One row of 40 was still right ${when} ${more}`);
  assert.equal(said(40), `40 rows of 40 were still right ${when} ${more}`);
});

const anyRow = fc.constantFrom(lasting, old, fresh, nobody, silent, wrong, flawed, foreign, decoy);
const anyRows = fc.array(anyRow, { maxLength: 60 });
/** Authentic first, made up last. */
const ranks = { authentic_current: 3, authentic_old: 3, mixed: 2, undetermined: 1, fabricated: 0 };

test("one more row that isn't ours never makes a sample more authentic", () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(nobody, wrong), (rows, strange) => {
      const [less, more] = [judgeBluff(facts(rows)), judgeBluff(facts([...rows, strange]))];
      assert.ok(
        ranks[more.verdict] <= ranks[less.verdict],
        `${less.verdict} became ${more.verdict}`,
      );
    }),
  );
});

test("one more partial row never makes a sample made up, nor a made-up one authentic", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const [less, more] = [judgeBluff(facts(rows)), judgeBluff(facts([...rows, silent]))];
      const isSame = more.verdict === less.verdict;
      assert.ok(isSame || (less.verdict === "fabricated" && more.verdict === "undetermined"));
    }),
  );
});

test("a sample with a decoy or three rows of ours is never made up, in whatever order its rows stand", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const { verdict } = judgeBluff(facts(rows));
      assert.ok(bluffVerdicts.includes(verdict));
      assert.equal(judgeBluff(facts(rows.toReversed())).verdict, verdict);
      const ours = rows.filter((row) => row.fitting && row !== wrong).length;
      if (ours >= 3 || rows.includes(decoy)) assert.ok(ranks[verdict] >= 2);
      else assert.ok(ranks[verdict] < 2);
    }),
  );
});
