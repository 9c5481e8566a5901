import { byPersonAndDay, type Detector } from "./detector.ts";

/**
 * Somebody was shown something of a client without a contact that this person was given: by break-glass of a client who
 * never wrote to that person, in a ticket that was somebody else's, or by the opening of one that had ended.
 */
export const unexplainedView: Detector = {
  id: "unexplained_view",
  weight: 1,
  floor: 8,
  async find({ shown }) {
    return byPersonAndDay(shown).map(({ staff, acts }) => ({
      ...{ staff, detector: this.id, key: `${this.id} ${acts[0].event}`, at: acts[0].at },
      figures: {
        looks: acts.length,
        clients: new Set(acts.map(({ client }) => client)).size,
        passes: acts.filter(({ grant }) => grant === "break_glass").length,
      },
      events: acts.map(({ event }) => event),
    }));
  },
};
