import type { Id } from "#platform";
import type { ResolvedRow } from "../leak.ts";
import type { Held } from "./held.ts";
import type { Finder, ReadRow } from "./reading.ts";

/** A row that may be about more clients says too little. */
export const candidatesMax = 20;

/** A row on its way: which of its identifiers were looked up, and whom it was held against. */
export type Standing = {
  read: ReadRow;
  owners: Map<Finder, readonly Id<"client">[]>;
  held: Held[];
  /** How many clients it fits, where that is all that can be told. */
  fits?: number | undefined;
};

export type Outcome =
  | { is: "found"; held: Held[] }
  | Exclude<ResolvedRow["outcome"], { is: "found" }>;

/** The identifier that is looked up first: mostly the others turn out to be the same client's. */
export function firstFinder({ read: { finders } }: Standing): Finder[] {
  return finders.slice(0, 1);
}

/** The identifiers that nobody is known for yet: they may be another client's, or nobody's. */
export function unmetFinders({ read, owners, held }: Standing): Finder[] {
  return read.finders.filter((finder) => {
    if (owners.has(finder)) return false;
    return finder.by !== "value" || !held.some(({ matched }) => matched.has(finder.value.field));
  });
}

/** Whether other values may still tell whom the row is about. */
export function isOpen(standing: Standing): boolean {
  return standing.held.length === 0 && !isNobodys(standing);
}

export function outcomeOf(standing: Standing): Outcome {
  if (isNobodys(standing)) return { is: "nobody" };
  const byEvidence = Map.groupBy(standing.held, (one) => evidenceFor(one, standing).join(" "));
  const kinds = [...byEvidence.keys()].map((name) => new Set(name.split(" ")));
  const best = [...byEvidence].flatMap(([name, held]) => (isOutdone(name, kinds) ? [] : held));
  if (best.length === 0) return { is: "too_little", fits: standing.fits };
  if (best.length > candidatesMax) return { is: "too_little", fits: best.length };
  return { is: "found", held: best };
}

/** It has identifiers, and none is or was anybody's. */
function isNobodys({ read: { finders }, owners }: Standing): boolean {
  return finders.length > 0 && finders.every((finder) => owners.get(finder)?.length === 0);
}

/** Somebody else has all of the row that this one has, and more. */
function isOutdone(name: string, kinds: readonly Set<string>[]): boolean {
  const own = new Set(name.split(" "));
  return kinds.some((other) => other.size > own.size && own.isSubsetOf(other));
}

/** What of the row is this client's, in one order. */
function evidenceFor({ client, matched }: Held, { owners }: Standing): string[] {
  const names = [...owners].flatMap(([{ by }, clients]) =>
    by !== "value" && clients.includes(client) ? by : [],
  );
  return [...names, ...matched.keys()].sort();
}
