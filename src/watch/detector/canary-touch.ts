import type { Detector } from "./detector.ts";

/**
 * Somebody looked for, or at, a client who doesn't exist, beyond a contact that the desk gave to that person. No honest
 * work leads there.
 */
export const canaryTouch: Detector = {
  id: "canary_touch",
  weight: 1,
  floor: 12,
  async find({ touches }) {
    return touches.map(({ staff, event, at, by }) => ({
      ...{ staff, detector: this.id, key: `${this.id} ${event}`, at },
      ...{ figures: { by }, events: [event], isUrgent: true as const },
    }));
  },
};
