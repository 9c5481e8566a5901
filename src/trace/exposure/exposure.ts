import { clientsShown } from "#ledger";
import { dayMs, type Id, idFrom, nobody, type Queryable } from "#platform";
import type { Evidence } from "../attribution/index.ts";
import { rowPeriods } from "../dating/index.ts";
import type { ResolvedRow } from "../leak.ts";
import { type AskedClient, type Look, Question } from "./asked.ts";
import { type Holder, type Holding, holdingOf } from "./holding.ts";
import { inPortions } from "./portions.ts";
import { firstShown, looksAt, type Span } from "./store.ts";
import { densityOf, holdersOfOwn, type World, worldFrom } from "./world.ts";

/** How much likelier a decoy comes from the one who sees it than its density says: it is nowhere else. */
const decoyWeight = 1e6;
/** For how many people, those with the most rows beyond the expected, the rows by chance are looked at closely. */
const closelyMax = 8;
/** What isn't counted by days, as a part of the time: of less it is read of those who looked at the sample's clients in it. */
const littlePart = 1 / 30;

/** Who acted, where that was erased: several people perhaps, as one. */
export const unknownPerson: Id<"staff"> = idFrom("staff", nobody);

/** Who could have given the rows of a sample that are about clients, from the ledger. */
export type Exposure = {
  /** The rows about clients: the items of the evidence, in their order. */
  rows: readonly ResolvedRow[];
  evidence: Evidence;
  /** Within which time clients were counted: all, or the days on which the rows' values were valid. */
  span: Span;
  /** Items with a value that one person alone is ever shown. */
  decoys: readonly { item: number; staff: Id<"staff"> }[];
  /** The people who hold each item. */
  holders: readonly (readonly Id<"staff">[])[];
  /** What `viewsOf` asks again. */
  asked: { question: Question; looks: readonly Look[] };
};

/**
 * Who was shown the values that stand in these rows before a moment, and how likely each row comes from each of these people
 * and from the world at large. It reads the clients of the sample and counts of days, whatever the log's size; of days that
 * aren't counted yet the looks of those who were shown something of the sample on them.
 *
 * A person's density is one among the clients of whom this person was shown any value. Where all rows' values were valid
 * within some time alone, only the looks of those days are counted, and people who saw many clients at other times aren't
 * taken for less likely.
 * @param before when the sample was first seen in public: later looks say nothing
 */
export async function exposureOf(
  queryable: Queryable,
  resolved: readonly ResolvedRow[],
  before: Date,
): Promise<Exposure> {
  const rows = resolved.filter(({ outcome }) => outcome.is === "found");
  const question = new Question(rows);
  const looking = looksOf(queryable, question.asked, before);
  const [found, { span, world }] = await Promise.all([
    looking,
    countedWorld(queryable, { rows, looking, before }),
  ]);
  const looks = Map.groupBy(found, ({ place }) => place);
  const candidates = rows.map(({ outcome }) => (outcome.is === "found" ? outcome.candidates : []));
  const holdings = candidates.map((each) => each.map((one) => holdingOf(question, looks, one)));
  const clients = candidates.map((each) => each.map(({ client }) => client));
  const evidence: Evidence = { clients, ...evidenceOf(holdings, world, before) };
  await lookClosely(queryable, evidence, span, world);
  return {
    ...{ rows, evidence, span, asked: { question, looks: found } },
    decoys: holdings.flatMap((each, item) =>
      each.flatMap(({ isDecoy, holders: [own] }) =>
        isDecoy && own ? [{ item, staff: own.staff }] : [],
      ),
    ),
    holders: holdings.map((each) => [
      ...new Set(each.flatMap(({ holders }) => holders.map(({ staff }) => staff))),
    ]),
  };
}

async function looksOf(
  queryable: Queryable,
  all: readonly AskedClient[],
  before: Date,
): Promise<Look[]> {
  const portions = await inPortions(all, (asked, begin) =>
    looksAt(queryable, asked, begin, before),
  );
  return portions.flat();
}

type Counted = { rows: readonly ResolvedRow[]; looking: Promise<Look[]>; before: Date };

async function countedWorld(queryable: Queryable, { rows, looking, before }: Counted) {
  const span = await countedSpan(queryable, rows, before);
  const sizes = await clientsShown(queryable, span, async (spans) => {
    if (lengthOf(spans) > littlePart * lengthOf([span])) return undefined;
    return whoLooked(await looking, spans);
  });
  return { span, world: await worldFrom(queryable, sizes, span) };
}

/** Whoever else looked on a day that isn't counted yet, at clients who aren't asked about: that changes no density. */
function whoLooked(looks: readonly Look[], spans: readonly Span[]): Id<"staff">[] {
  const within = looks.filter(({ firstMs, lastMs }) =>
    spans.some(({ from, to }) => lastMs >= Number(from) && firstMs < Number(to)),
  );
  return [...new Set(within.map(({ staff }) => staff))];
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + Number(to) - Number(from), 0);
}

/** The days on which the rows' values were valid, when that isn't nearly all of the time. Counts are by whole days. */
async function countedSpan(
  queryable: Queryable,
  rows: readonly ResolvedRow[],
  before: Date,
): Promise<Span> {
  const first = Number((await firstShown(queryable)) ?? before);
  const last = new Date(Math.ceil(Number(before) / dayMs) * dayMs);
  const all = {
    from: new Date(Math.min(Math.floor(first / dayMs) * dayMs, Number(before))),
    to: last,
  };
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const periods = rowPeriods(row, before);
    const [begin, end] = [periods[0], periods.at(-1)];
    // Of a row that isn't dated nothing is known: it may have been seen at any time.
    if (!begin || !end) return all;
    from = Math.min(from, Number(begin.from));
    to = Math.max(to, Number(end.to));
  }
  if (rows.length === 0 || from < Number(all.from) + dayMs) return all;
  const [begin, end] = [Math.floor(from / dayMs), Math.ceil(to / dayMs)];
  return { from: new Date(begin * dayMs), to: new Date(end * dayMs) };
}

type PersonEvidence = Evidence["people"][number];
type Own = { densities: Map<number, number>; times: number[] };

function evidenceOf(
  holdings: readonly (readonly Holding[])[],
  world: World,
  before: Date,
): Omit<Evidence, "clients"> {
  const background = new Float64Array(holdings.length);
  const people = new Map<Id<"staff">, Own>();
  const add = (item: number, { staff, firstMs, lastMs }: Holder, density: number) => {
    const own: Own = people.get(staff) ?? { densities: new Map(), times: [] };
    people.set(staff, own);
    own.densities.set(item, (own.densities.get(item) ?? 0) + density);
    // Whoever alone sees a decoy holds it without a look that is known.
    own.times.push(firstMs ?? Number(before), lastMs ?? Number(before));
  };
  for (const [item, candidates] of holdings.entries()) {
    const share = 1 / candidates.length;
    for (const { holders, isDecoy } of candidates) {
      background[item] = (background[item] ?? 0) + share * densityOf(world, holders.length);
      for (const holder of holders) {
        const size = Math.max(1, world.sizes.get(holder.staff) ?? 1);
        add(item, holder, (share * (isDecoy ? decoyWeight : 1)) / size);
      }
    }
  }
  return {
    ...{ background, even: 1 / (world.clients + 1), total: world.total },
    people: [...people].map(([staff, own]) => personFrom(staff, own, world, holdings.length)),
    peopleCount: world.sizes.size,
  };
}

function personFrom(
  staff: Id<"staff">,
  { densities, times }: Own,
  world: World,
  items: number,
): PersonEvidence {
  return {
    agent: staff,
    items: Int32Array.from(densities.keys()),
    densities: Float64Array.from(densities.values()),
    chance: chanceOf(staff, world.holdersMean, world, items),
    firstAt: new Date(times.reduce((first, time) => Math.min(first, time), Number.MAX_VALUE)),
    lastAt: new Date(times.reduce((last, time) => Math.max(last, time), 0)),
  };
}

/** How many of so many rows somebody would hold if they came from the world at large. */
function chanceOf(staff: Id<"staff">, holdersMean: number, world: World, items: number): number {
  return Math.min(items, items * (world.sizes.get(staff) ?? 0) * densityOf(world, holdersMean));
}

/** Of those who may be named it is told by their own clients how many rows would be theirs by chance. */
async function lookClosely(
  queryable: Queryable,
  evidence: Evidence,
  span: Span,
  world: World,
): Promise<void> {
  const likely = evidence.people
    .toSorted((a, b) => b.items.length - b.chance - (a.items.length - a.chance))
    .slice(0, closelyMax);
  const staff = likely.map(({ agent }) => agent as Id<"staff">);
  const holders = await holdersOfOwn(queryable, staff, span);
  for (const person of likely) {
    const own = holders.get(person.agent as Id<"staff">) ?? world.holdersMean;
    person.chance = chanceOf(person.agent as Id<"staff">, own, world, evidence.background.length);
  }
}
