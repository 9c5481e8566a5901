import type { TraceDesk } from "../desk.ts";
import type { LeakedRow } from "../leak.ts";
import type { OlderLeak } from "./age.ts";
import { cut, type EntryKind, entryKinds, hashesOf, type Listed, listedFor } from "./entry.ts";
import { entriesIn, type KnownLeak, knownLeaks } from "./store.ts";

const askedAtOnce = 2_000;

/** What a line is looked for by, with its keyed hash. */
type Asked = Listed & { line: number; hash: number };

/**
 * Which rows of a sample stand in leaks that are known, by their whole e-mail addresses and phone numbers. An entry stands for
 * many values, so `chance` says how many rows would be found in a list that has nothing to do with them; only what is far
 * above it says something.
 */
export async function knownIn(
  desk: Pick<TraceDesk, "database" | "keykeeper">,
  rows: readonly LeakedRow[],
): Promise<OlderLeak[]> {
  const leaks = await knownLeaks(desk.database);
  if (leaks.length === 0) return [];
  const has = (kind: EntryKind) => leaks.some(({ entries }) => entries[kind] > 0);
  const asked = await askedOf(desk, rows, new Set(entryKinds.filter(has)));
  const found: OlderLeak[] = [];
  for (const leak of leaks) found.push(await foundIn(desk, leak, asked));
  return found;
}

async function askedOf(
  { keykeeper }: Pick<TraceDesk, "keykeeper">,
  rows: readonly LeakedRow[],
  kinds: ReadonlySet<EntryKind>,
): Promise<Asked[]> {
  const listed = rows.flatMap(({ line, values }) =>
    values.flatMap(({ field, part, text }) =>
      part === "whole" && (field === "email" || field === "phone")
        ? listedFor(field, text, kinds).map((one) => ({ ...one, line }))
        : [],
    ),
  );
  const asked: Asked[] = [];
  for (let start = 0; start < listed.length; start += askedAtOnce) {
    const some = listed.slice(start, start + askedAtOnce);
    for (const [place, hash] of (await hashesOf(keykeeper, some)).entries()) {
      const one = some[place];
      if (one && hash !== undefined) asked.push({ ...one, hash });
    }
  }
  return asked;
}

async function foundIn(
  { database }: Pick<TraceDesk, "database">,
  { id, name, happenedAt, entries, bits }: KnownLeak,
  asked: readonly Asked[],
): Promise<OlderLeak> {
  const lines = new Set<number>();
  /** For each line the chance that nothing of it is found in a list of the same size. */
  const missed = new Map<number, number>();
  for (const kind of entryKinds) {
    const share = entries[kind] / 2 ** bits;
    if (share === 0) continue;
    const own = asked.filter((one) => one.kind === kind);
    const has = await entriesIn(database, id, kind, entriesOf(own, kind, bits));
    for (const { line, hash } of own) {
      missed.set(line, (missed.get(line) ?? 1) * (1 - share));
      if (has.has(cut(hash, bits))) lines.add(line);
    }
  }
  const chance = [...missed.values()].reduce((sum, one) => sum + 1 - one, 0);
  return { name, happenedAt, lines: [...lines], asked: missed.size, chance };
}

function entriesOf(asked: readonly Asked[], kind: EntryKind, bits: number): number[] {
  return [...new Set(asked.filter((one) => one.kind === kind).map(({ hash }) => cut(hash, bits)))];
}
