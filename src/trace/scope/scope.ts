import { dayMs, type Id, type Queryable } from "#platform";
import { type FieldName, fieldNames } from "#policy";
import { vaultReleaseKinds } from "#vault";
import type { ResolvedRow } from "../leak.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { countedIn, listHash, scopeListBytes } from "./list.ts";
import { countErased, shownRecords } from "./store.ts";

/** What people of the result were shown so long before their first matching look, and after their last, is likely gone too. */
export const marginDays = 1;

/** A client, and which of the client's fields are meant. */
export type Affected = { client: Id<"client">; fields: readonly FieldName[] };

/** Somebody of the result: the first and the last look that matches the sample. */
export type Watched = { staff: Id<"staff">; first: Date; last: Date };

export type ScopeQuery = {
  /** What stands in the sample and is a client's. */
  confirmed: readonly Affected[];
  /** What stands in the sample and may be a client's: nobody can tell whether it is, or which client's. It counts in the maximum alone. */
  possible: readonly Affected[];
  people: readonly Watched[];
  /** When the sample was first seen in public: what was shown then or later isn't in it. */
  before: Date;
};

/** Whom a leak affects. Nobody knows more about it than the events of the ledger say. */
export type Scope = {
  /** See `readScopeList`. It names clients: keep it encrypted. */
  list: Buffer;
  /** SHA-256 of the list. */
  hash: Buffer;
  figures: Figures;
  /** Looks of these people at clients who were erased since: of them nothing else is known. */
  erasedLooks: { best: number; upper: number };
};

/**
 * Counts whom a leak affects: what stands in the sample, what its people were shown around it, and all that they were shown
 * before. Canaries are nobody, and aren't counted.
 */
export async function scopeOf(queryable: Queryable, query: ScopeQuery): Promise<Scope> {
  const { people, before } = query;
  const windows = people.map(({ staff, first, last }) => ({
    staff,
    since: new Date(first.getTime() - marginDays * dayMs),
    until: new Date(last.getTime() + marginDays * dayMs),
  }));
  const given = { confirmed: setsOf(query.confirmed), possible: setsOf(query.possible) };
  const records = await shownRecords(queryable, { fields: fieldNames, windows, before, ...given });
  const list = scopeListBytes(fieldNames, [records]);
  const figures = figuresOf(countedIn(list));
  const kinds = vaultReleaseKinds.filter(({ columns }) => columns.version).map(({ name }) => name);
  const erasedLooks = await countErased(queryable, windows, before, kinds);
  return { list, hash: listHash(list), figures, erasedLooks };
}

/**
 * What a sample's rows confirm: of a row about one client, every field that stands in it and is the client's. What only could
 * be that client's is possible, and so is all of a row about one of several clients. Canaries are left out.
 */
export function affectedBy(
  rows: readonly ResolvedRow[],
): Pick<ScopeQuery, "confirmed" | "possible"> {
  const confirmed: Affected[] = [];
  const possible: Affected[] = [];
  for (const { outcome } of rows) {
    if (outcome.is !== "found") continue;
    const isOne = outcome.candidates.length === 1;
    for (const { client, isCanary, matched, fitting } of outcome.candidates) {
      if (isCanary) continue;
      (isOne ? confirmed : possible).push({ client, fields: [...matched.keys()] });
      possible.push({ client, fields: [...fitting] });
    }
  }
  return { confirmed, possible };
}

/** Each client once, with its fields as a set over `fieldNames`. */
function setsOf(affected: readonly Affected[]): ReadonlyMap<Id<"client">, number> {
  const sets = new Map<Id<"client">, number>();
  for (const { client, fields } of affected) {
    const set = fields.reduce((all, field) => all | (1 << fieldNames.indexOf(field)), 0);
    if (set !== 0) sets.set(client, (sets.get(client) ?? 0) | set);
  }
  return sets;
}
