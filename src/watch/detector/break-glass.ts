import { dayOf } from "#platform";
import type { Detector, Signal } from "./detector.ts";

const pairMin = 3;
const usesMin = 3;
const shareMax = 0.01;

/**
 * Break-glass with the same second person again and again, whom the desk draws: two who wait for each other. And break-glass
 * that isn't rare any more: over a hundredth of what that person was shown in 28 days.
 */
export const breakGlass: Detector = {
  id: "break_glass",
  weight: 1,
  floor: 4,
  async find({ passes, work }, now) {
    const grouped = Map.groupBy(passes, ({ staff }) => staff);
    return [...grouped].flatMap(([staff, uses]): Signal[] => {
      const pairs = Map.groupBy(uses, ({ approver }) => approver);
      const times = Math.max(...[...pairs.values()].map(({ length }) => length));
      const { reveals = 0, byBreakGlass = 0 } = work.get(staff) ?? {};
      const share = reveals > 0 ? byBreakGlass / reveals : 0;
      const isOften = uses.length >= usesMin && share > shareMax;
      if (times < pairMin && !isOften) return [];
      const percent = Math.round(1_000 * share) / 10;
      return [
        {
          ...{ staff, detector: this.id, key: `${this.id} ${dayOf(now)}`, at: now },
          figures: { uses: uses.length, pair: times >= pairMin ? times : 0, percent },
          events: [],
        },
      ];
    });
  },
};
