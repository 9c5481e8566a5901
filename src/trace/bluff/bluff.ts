import type { ResolvedRow } from "../leak.ts";
import type { Bluff } from "../result.ts";
import { ageOf, type OlderLeak, type RowAge } from "./age.ts";
import { limits } from "./limits.ts";
import { kindOf, type RowKind } from "./row-kind.ts";

export type BluffFacts = {
  rows: readonly ResolvedRow[];
  /** Rows about clients of whom nobody here was shown what stands in them. */
  unseen: number;
  /** When the sample was first seen in public. */
  before: Date;
  known: readonly OlderLeak[];
};

/** One of the reasons: its words are `bluff.reason.<code>` of the messages. */
type Reason = Bluff["reasons"][number];

type Ours = Extract<RowKind, { is: "ours" }>;

/** The rows by what they say, each in one of `ours`, `notOurs` and `silent`. */
type Counted = {
  all: number;
  ours: readonly (Ours & { age: RowAge })[];
  notOurs: { nobody: number; wrong: number };
  silent: number;
};

/**
 * Has whoever shows this sample what is claimed? A row is *ours* when its values are or were one client's and at most as many
 * are wrong; *not ours* when no client has or had a whole identifying value of it, or more of it is wrong than right; else
 * *silent*, and silent rows decide nothing. The first line that holds decides (figures: `limits.ts`):
 *
 * | when | verdict |
 * |---|---|
 * | fewer than 3 rows are ours and none is a decoy; none is ours at all, 10 or more are not, and they are half of the sample | `fabricated` |
 * | fewer than 3 rows are ours and none is a decoy, otherwise | `undetermined` |
 * | a tenth of what speaks, and two rows, is not ours or has columns that no screen of the desk shows | `mixed` |
 * | 15% of ours, and two rows, are old, and as many are too new to have been with them | `mixed` |
 * | 15% of ours, and two rows, are old | `authentic_old` |
 * | none of these | `authentic_current` |
 *
 * *Old*: a value of it ended 90 days or more before the sample was seen, or it stands in an older leak that has far more of the
 * sample than chance would, and holds nothing newer. *Too new*: a value of it began after nine of ten old rows were past.
 * One more row that is not ours never makes a sample more authentic, and rows that say little never make it fabricated.
 * A decoy is shown to one person at one time and stands nowhere else: one alone shows that something is from the desk.
 */
export function judgeBluff(facts: BluffFacts): Bluff {
  const counted = countedOf(facts);
  return { verdict: verdictOf(counted), reasons: reasonsOf(facts, counted) };
}

function countedOf({ rows, before, known }: BluffFacts): Counted {
  const telling = known.filter(isMoreThanChance);
  const kinds = rows.map((row) => ({ line: row.row.line, kind: kindOf(row, before) }));
  const lost = (because: "nobody" | "wrong") =>
    kinds.filter(({ kind }) => kind.is === "not_ours" && kind.because === because).length;
  const ours = kinds.flatMap(({ line, kind }) => (kind.is === "ours" ? { line, ...kind } : []));
  const ages = ageOf(ours, telling, before);
  return {
    all: rows.length,
    ours: ours.map((one, place) => ({ ...one, age: ages[place] ?? "lasting" })),
    notOurs: { nobody: lost("nobody"), wrong: lost("wrong") },
    silent: kinds.filter(({ kind }) => kind.is === "silent").length,
  };
}

function verdictOf({ all, ours, notOurs }: Counted): Bluff["verdict"] {
  const strange = notOurs.nobody + notOurs.wrong;
  if (ours.length < limits.oursMin && !ours.some(({ isDecoy }) => isDecoy)) {
    const isMade = ours.length === 0 && strange >= limits.fabricatedMin && strange * 2 >= all;
    return isMade ? "fabricated" : "undetermined";
  }
  const elsewhere = strange + ours.filter(({ isForeign }) => isForeign).length;
  if (isPart(elsewhere, ours.length + strange, limits.strangeShare)) return "mixed";
  const count = (age: RowAge) => ours.filter((one) => one.age === age).length;
  if (!isPart(count("old"), ours.length, limits.ageShare)) return "authentic_current";
  return isPart(count("new"), ours.length, limits.ageShare) ? "mixed" : "authentic_old";
}

/** More than a slip: a share, and two rows at least. */
function isPart(count: number, of: number, share: number): boolean {
  return count >= limits.partMin && count >= of * share;
}

/** Three standard deviations above what chance gives, and three rows more. */
function isMoreThanChance({ lines, chance }: OlderLeak): boolean {
  return lines.length >= chance + 3 * Math.sqrt(chance) + 3;
}

function reasonsOf(
  { unseen, known }: BluffFacts,
  { all, ours, notOurs, silent }: Counted,
): Reason[] {
  const { nobody, wrong } = notOurs;
  const speaking = ours.length + nobody + wrong;
  const some = (rows: number, code: string, figures: Reason["figures"] = {}): Reason[] =>
    rows === 0 ? [] : [{ code, figures: { rows, of: all, ...figures } }];
  const aged = (age: RowAge) => ours.filter((one) => one.age === age);
  const decoys = ours.filter(({ isDecoy }) => isDecoy).length;
  const isFew = ours.length < limits.oursMin && decoys === 0;
  return [
    ...some(decoys, "decoys"),
    ...some(ours.length, "ours"),
    ...some(nobody, "nobody"),
    ...some(wrong, "wrong"),
    ...some(ours.filter(({ isForeign }) => isForeign).length, "foreign"),
    ...some(ours.filter(({ isFlawed }) => isFlawed).length, "flawed"),
    ...endedReason(aged("old"), all),
    ...newReason(aged("new"), all),
    ...some(aged("lasting").length, "lasting"),
    ...some(ours.filter(({ periods }) => periods.length === 0).length, "never_at_once"),
    ...some(unseen, "unseen"),
    ...known.map(
      (leak): Reason => ({
        code: isMoreThanChance(leak) ? "older_leak" : "older_leak_chance",
        figures: {
          ...{ name: leak.name, happened: leak.happenedAt, rows: leak.lines.length },
          ...{ of: leak.asked, chance: Math.round(leak.chance * 10) / 10 },
        },
      }),
    ),
    ...some(silent, "silent"),
    ...(isFew
      ? [{ code: "few", figures: { rows: speaking, ours: ours.length, min: limits.oursMin } }]
      : []),
  ];
}

function endedReason(old: Counted["ours"], of: number): Reason[] {
  const ends = old.flatMap(({ endedAt }) => (endedAt ? [Number(endedAt)] : []));
  if (ends.length === 0) return [];
  const [from, to] = [new Date(Math.min(...ends)), new Date(Math.max(...ends))];
  return [{ code: "ended", figures: { rows: ends.length, of, from, to } }];
}

function newReason(fresh: Counted["ours"], of: number): Reason[] {
  if (fresh.length === 0) return [];
  const since = new Date(Math.max(...fresh.map(({ beganAt }) => Number(beganAt))));
  return [{ code: "new", figures: { rows: fresh.length, of, since } }];
}
