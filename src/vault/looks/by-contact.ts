import type { Id } from "#platform";
import type { About, PastLook } from "../past-look/index.ts";

/** The looks of one day for one contact; of those that stand alone, the ones by one person. */
export type LookGroup = { about: About; looks: PastLook[]; lines: LookLine[] };

/** Looks that differ in their time alone: the same thing, by the same person, for the same purpose. */
export type LookLine = Pick<PastLook, "seen" | "staff" | "purpose" | "isShown"> & {
  /** The newest first. */
  times: Date[];
  entries: Id<"event">[];
};

export type LookDay = { day: string; groups: LookGroup[] };

/** Looks, the newest first, by the days in UTC and by what they were for; each in the order of its newest. */
export function byContact(looks: readonly PastLook[]): LookDay[] {
  const days = Map.groupBy(looks, ({ at }) => at.toISOString().slice(0, 10));
  return [...days].map(([day, ofDay]) => {
    const groups = Map.groupBy(ofDay, groupKey);
    return { day, groups: [...groups.values()].flatMap(groupOf) };
  });
}

function groupOf(looks: PastLook[]): LookGroup[] {
  const [newest] = looks;
  return newest ? [{ about: newest.about, looks, lines: linesOf(looks) }] : [];
}

function groupKey({ about, staff }: PastLook): string {
  return about.is === "alone" ? `alone ${staff}` : about.id;
}

function linesOf(looks: readonly PastLook[]): LookLine[] {
  const alike = Map.groupBy(looks, ({ seen, staff, purpose, isShown }) =>
    JSON.stringify([seen, staff, purpose, isShown]),
  );
  return [...alike.values()].flatMap((same) => {
    const [newest] = same;
    if (!newest) return [];
    const { seen, staff, purpose, isShown } = newest;
    const times = same.map(({ at }) => at);
    return [{ seen, staff, purpose, isShown, times, entries: same.map(({ id }) => id) }];
  });
}
