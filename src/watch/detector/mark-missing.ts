import { byPersonAndDay, type Detector } from "./detector.ts";

/**
 * A page said that its mark was gone, hidden or altered, which an extension of a browser can do by itself: it counts for
 * little alone, and beside other signals for what it is.
 */
export const markMissing: Detector = {
  id: "mark_missing",
  weight: 1,
  floor: 4,
  async find({ unmarked }) {
    return byPersonAndDay(unmarked).map(({ staff, acts }) => ({
      ...{ staff, detector: this.id, key: `${this.id} ${acts[0].event}`, at: acts[0].at },
      figures: { pages: acts.length, how: acts[0].how },
      events: acts.map(({ event }) => event),
    }));
  },
};
