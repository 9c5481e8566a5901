import { dayOf, type Id, uuidOf } from "#platform";
import type { About, PastLook } from "../past-look/index.ts";

/** The looks of one day for one contact; of those that stand alone, the ones by one person that were asked about together. */
export type LookGroup = { about: About; looks: PastLook[]; lines: LookLine[] };

/** Looks that differ in their time alone: the same thing, by the same person, for the same purpose. */
export type LookLine = Pick<PastLook, "seen" | "staff" | "purpose" | "isRefused"> & {
  /** The newest first. */
  times: Date[];
  entries: Id<"event">[];
};

export type LookDay = { day: string; groups: LookGroup[] };

/**
 * Looks, the newest first, by the days in UTC and by what they were for; each in the order of its newest.
 * @param answered the UUIDs of what the client said anything of
 */
export function byContact(
  looks: readonly PastLook[],
  answered: ReadonlySet<string> = new Set(),
): LookDay[] {
  const days = Map.groupBy(looks, ({ at }) => dayOf(at));
  return [...days].map(([day, ofDay]) => {
    const groups = Map.groupBy(ofDay, groupKeys(answered));
    return { day, groups: [...groups.values()].flatMap(groupOf) };
  });
}

function groupOf(looks: PastLook[]): LookGroup[] {
  const [newest] = looks;
  return newest ? [{ about: newest.about, looks, lines: linesOf(looks) }] : [];
}

/** An answer to looks that stand alone was given to the newest of them: it is none to what came later. */
function groupKeys(answered: ReadonlySet<string>): (look: PastLook) => string {
  const asked = new Map<PastLook["staff"], Id<"event">>();
  return ({ about, staff }) => {
    if (about.is !== "alone") return about.id;
    if (answered.has(uuidOf(about.id))) asked.set(staff, about.id);
    return `alone ${staff} ${asked.get(staff) ?? "open"}`;
  };
}

function linesOf(looks: readonly PastLook[]): LookLine[] {
  const alike = Map.groupBy(looks, ({ seen, staff, purpose, isRefused }) =>
    JSON.stringify([seen, staff, purpose, isRefused]),
  );
  return [...alike.values()].flatMap((same) => {
    const [newest] = same;
    if (!newest) return [];
    const { seen, staff, purpose, isRefused } = newest;
    const times = same.map(({ at }) => at);
    return [{ seen, staff, purpose, isRefused, times, entries: same.map(({ id }) => id) }];
  });
}
