import type { Detector } from "./detector.ts";

/** What nobody is known to have seen was guessed, or taken past the desk: it says next to nothing of whom it was made for. */
const unseenAmong = 16;

/**
 * An address or a number was used that this person was shown: alone, or as one of several, who share what it counts for.
 * Reported again it is the same hit.
 */
export const decoyHit: Detector = {
  id: "decoy_hit",
  weight: 1,
  floor: 16,
  async find({ decoyHits }) {
    const grouped = Map.groupBy(decoyHits, ({ staff, first }) => `${staff} ${first}`);
    return [...grouped.values()].flatMap((hits) => {
      const last = hits.at(-1);
      if (!last) return [];
      const { staff, at, first, seenAt, among, by } = last;
      return {
        ...{ staff, detector: this.id, key: `${this.id} ${first}`, at },
        among: seenAt ? among : unseenAmong,
        figures: { by, among, seen: seenAt ? seenAt.toISOString() : "never" },
        events: [...new Set([first, ...hits.map(({ event }) => event)])],
        ...(seenAt && among === 1 && { isUrgent: true as const }),
      };
    });
  },
};
