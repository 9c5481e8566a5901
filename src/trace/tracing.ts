import type { Id } from "#platform";
import { type Attribution, attributeInTurns, byCover, byOverlap } from "./attribution/index.ts";
import { judgeBluff, knownIn } from "./bluff/index.ts";
import type { RunTrace, SampleDesk, TellStep, Traced } from "./case/index.ts";
import { datingOf } from "./dating/index.ts";
import { type Exposure, exposureOf, type PersonViews, viewsOf } from "./exposure/index.ts";
import type { ResolvedRow } from "./leak.ts";
import { Numbers } from "./numbers.ts";
import { photoKindOf } from "./photo/index.ts";
import { fitAmong, resolve } from "./resolving/index.ts";
import type { DecoySeen, Rivals, SampleSummary, TracedPerson, TraceResult } from "./result.ts";
import { readSample, type Sample, wordOf } from "./sample/index.ts";
import { affectedBy, readScopeList, type Scope, scopeOf } from "./scope/index.ts";
import { tracePhoto } from "./tracing-photo.ts";

/** `fitAmong` holds rows against so many clients. */
const seenMax = 100_000;
/** So many are listed of whom a simpler method names. */
const rivalsMax = 5;

/** The work of a trace, from the bytes on of what was given: pictures of screens, or rows. */
export const runTrace: RunTrace = async (desk, { sample: bytes, columns, before }, progress) => {
  if (photoKindOf(bytes)) return await tracePhoto(desk, { bytes, before }, progress);
  await progress("reading");
  return await traceSample(
    desk,
    { sample: await readSample(bytes, { columns }), before },
    progress,
  );
};

/** Traces a sample that was read: its parts one after the other. What it finds hangs on the ledger and the vault alone. */
export async function traceSample(
  desk: SampleDesk,
  { sample, before }: { sample: Sample; before: Date },
  progress: TellStep,
): Promise<Traced> {
  const { database } = desk;
  await progress("resolving");
  const resolved = await resolve(desk, sample.rows);
  await progress("attributing");
  const exposure = await exposureOf(database, resolved, before);
  const found = await attributeInTurns(exposure.evidence);
  const staff = found.people.map(({ agent }) => agent as Id<"staff">);
  const viewers = exposure.decoys.map((decoy) => decoy.staff);
  const watched = [...new Set([...staff, ...viewers])];
  const people = found.people.map((one) => spanOf(exposure, one.agent as Id<"staff">));
  const countedAt = desk.clock();
  const [seen, scope, { dating, bluff }] = await Promise.all([
    viewsOf(database, exposure, watched),
    scopeOf(database, { ...affectedBy(resolved), people, before }),
    judged(desk, { sample, resolved, before, unseen: found.unseen }, progress),
  ]);
  const views = new Map(seen.map((own) => [own.staff, own]));
  await progress("scoping");
  const numbers = new Numbers(resolved);
  const rows = await tracedRows(desk, { resolved, exposure, scope, staff, numbers });
  const result: TraceResult = {
    ...{ sample: summaryOf(sample), before, resolution: resolutionOf(resolved) },
    clients: numbers.clients,
    people: found.people.map((one) => personOf(one, { exposure, views, numbers })),
    alike: found.alike.map(({ agent, other }) => ({
      staff: agent as Id<"staff">,
      other: other as Id<"staff">,
    })),
    next: nextOf(found, exposure),
    decoys: decoysOf(exposure, views),
    rivals: rivalsOf(exposure),
    ...{ unexplained: found.unexplained, unseen: found.unseen, dating, bluff },
    scope: {
      ...{ figures: scope.figures, hash: scope.hash.toString("base64") },
      ...{ erasedLooks: scope.erasedLooks, countedAt },
    },
    rows,
  };
  return { result, scopeList: scope.list };
}

type Judging = { sample: Sample; resolved: readonly ResolvedRow[]; before: Date; unseen: number };

/** What the rows themselves say of their time, and whether they are what is claimed. */
async function judged(
  desk: SampleDesk,
  { sample, resolved, before, unseen }: Judging,
  progress: TellStep,
): Promise<Pick<TraceResult, "dating" | "bluff">> {
  await progress("dating");
  const dating = datingOf(resolved, before);
  await progress("judging");
  const known = await knownIn(desk, sample.rows);
  return { dating, bluff: judgeBluff({ rows: resolved, unseen, before, known }) };
}

function summaryOf({ rows, columns, digest, stated }: Sample): SampleSummary {
  return {
    ...{ format: stated.format, rows: rows.length, bad: stated.lines.bad, digest },
    columns: columns.map(({ meaning }) => wordOf(meaning)),
    cut: stated.cut,
  };
}

function resolutionOf(resolved: readonly ResolvedRow[]): TraceResult["resolution"] {
  const found = resolved.flatMap(({ outcome }) =>
    outcome.is === "found" ? [outcome.candidates] : [],
  );
  const count = (is: ResolvedRow["outcome"]["is"]) =>
    resolved.filter(({ outcome }) => outcome.is === is).length;
  return {
    found: found.filter((candidates) => candidates.length === 1).length,
    ambiguous: found.filter((candidates) => candidates.length > 1).length,
    nobody: count("nobody"),
    tooLittle: count("too_little"),
    canaries: found.filter((candidates) => candidates.some(({ isCanary }) => isCanary)).length,
  };
}

function spanOf({ evidence }: Exposure, staff: Id<"staff">) {
  const own = evidence.people.find(({ agent }) => agent === staff);
  if (!own) throw new Error("somebody explains a sample without having seen any of it");
  return { staff, first: own.firstAt, last: own.lastAt };
}

type Shown = {
  exposure: Exposure;
  views: ReadonlyMap<Id<"staff">, PersonViews>;
  numbers: Numbers;
};

function personOf(
  { agent, explains, alone, chance, gain, share }: Attribution["people"][number],
  { exposure, views, numbers }: Shown,
): TracedPerson {
  const { staff, first: firstAt, last: lastAt } = spanOf(exposure, agent as Id<"staff">);
  const own = views.get(staff);
  return {
    ...{ staff, explains, alone, chance, gain, share, firstAt, lastAt },
    ...{ sessions: own?.sessions ?? 0, devices: own?.devices ?? 0, hours: own?.hours ?? [] },
    views: (own?.views ?? []).map(({ at, client, lines, fields, event }) => ({
      ...{ at, line: lines[0] ?? 0, client: numbers.of(client), fields, event },
    })),
  };
}

function nextOf({ nearest }: Attribution, { evidence }: Exposure): TraceResult["next"] {
  const own = evidence.people.find(({ agent }) => agent === nearest?.agent);
  if (!nearest || !own) return undefined;
  const { agent, gain, rowsMissing } = nearest;
  return { staff: agent as Id<"staff">, explains: own.items.length, gain, rowsMissing };
}

/** Who alone is ever shown a value of a canary, and when that was last. */
function decoysOf({ decoys, rows }: Exposure, views: Shown["views"]): DecoySeen[] {
  return decoys.flatMap(({ item, staff }) => {
    const line = rows[item]?.row.line;
    if (line === undefined) return [];
    const seen = views.get(staff)?.views.filter(({ lines }) => lines.includes(line));
    return [{ line, staff, at: seen?.at(-1)?.at }];
  });
}

function rivalsOf({ evidence }: Exposure): Rivals {
  const rows = new Map(evidence.people.map(({ agent, items }) => [agent, items.length]));
  const listed = (agents: readonly string[]) =>
    agents.map((agent) => ({ staff: agent as Id<"staff">, rows: rows.get(agent) ?? 0 }));
  return {
    overlap: listed(byOverlap(evidence, rivalsMax)),
    cover: listed(byCover(evidence, rivalsMax)),
  };
}

type Rows = Pick<Shown, "exposure" | "numbers"> & {
  resolved: readonly ResolvedRow[];
  scope: Scope;
  staff: readonly Id<"staff">[];
};

/** Rows that find nobody by themselves are held against the clients whom these people saw. */
async function tracedRows(
  desk: SampleDesk,
  { resolved, exposure, scope, staff, numbers }: Rows,
): Promise<TraceResult["rows"]> {
  const little = resolved.filter(
    ({ row, outcome }) => outcome.is === "too_little" && row.values.length > 0,
  );
  // A list of many clients is read where something is held against it.
  const seen = little.length > 0 && staff.length > 0 ? readScopeList(scope.list).clients : [];
  const fits = new Map(
    seen.length > 0
      ? (
          await fitAmong(
            desk,
            little.map(({ row }) => row),
            seen.slice(0, seenMax).map(({ client }) => client),
          )
        ).map((fit) => [fit.line, fit.fits])
      : [],
  );
  const holders = new Map(exposure.rows.map((one, item) => [one, exposure.holders[item] ?? []]));
  return resolved.map((one) => {
    const { row, outcome } = one;
    const candidates = outcome.is === "found" ? outcome.candidates : [];
    const isOne = candidates.length === 1;
    const own = holders.get(one);
    return {
      line: row.line,
      outcome: outcome.is === "found" && !isOne ? "ambiguous" : outcome.is,
      clients: candidates.map(({ client }) => numbers.of(client)),
      isCanary: candidates.some(({ isCanary }) => isCanary),
      matched: [...new Set(candidates.flatMap(({ matched }) => [...matched.keys()]))],
      wrong: [...new Set(candidates.flatMap(({ wrong }) => [...wrong]))],
      seenBy: staff.filter((person) => own?.includes(person)),
      isUnseen: own?.length === 0,
      fitsSeen: fits.get(row.line),
    };
  });
}
