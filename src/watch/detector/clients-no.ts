import type { Detector } from "./detector.ts";

const urgentFrom = 2;

/** Clients said of looks of this person: that wasn't me. From two on nobody waits. */
export const clientsNo: Detector = {
  id: "clients_no",
  weight: 1,
  floor: 8,
  async find({ doubts }) {
    const grouped = Map.groupBy(doubts, ({ staff }) => staff);
    return [...grouped].flatMap(([staff, said]) => {
      const clients = new Set(said.map(({ client }) => client)).size;
      return said.map(({ event, at }) => ({
        ...{ staff, detector: this.id, key: `${this.id} ${event}`, at },
        ...{ figures: { clients, taken: 0 }, events: [event] },
        ...(clients >= urgentFrom && { isUrgent: true as const }),
      }));
    });
  },
};
