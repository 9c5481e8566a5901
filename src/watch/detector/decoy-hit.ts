import type { Detector } from "./detector.ts";

/** An address or a number was used that this person alone was shown. */
export const decoyHit: Detector = {
  id: "decoy_hit",
  weight: 1,
  floor: 16,
  async find({ decoyHits }) {
    return decoyHits.map(({ staff, event, at, seenAt, by }) => ({
      ...{ staff, detector: this.id, key: `${this.id} ${event}`, at },
      figures: { by, seen: seenAt ? seenAt.toISOString() : "never" },
      ...{ events: [event], isUrgent: true as const },
    }));
  },
};
