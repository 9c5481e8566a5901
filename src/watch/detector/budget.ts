import { dayOf } from "#platform";
import type { Detector } from "./detector.ts";

const shareMin = 0.8;
/** Below that a budget is too small to say anything of its share. */
const lookedMin = 5;

/** A budget is used up by four fifths or more: of an hour, a day or 28 days, or of clients who never wrote to that person. */
export const budget: Detector = {
  id: "budget",
  weight: 1,
  floor: 2,
  async find({ counts, budgets }, now) {
    return [...counts].flatMap(([staff, used]) => {
      const spans = [
        { span: "hour", used: used.hour, budget: budgets.reveals_per_hour },
        { span: "day", used: used.day, budget: budgets.reveals_per_day },
        { span: "month", used: used.month, budget: budgets.reveals_per_28_days },
      ];
      const { uncontacted_lifetime: lifetime } = budgets;
      const strangers = { span: "uncontacted", used: used.uncontacted, budget: lifetime };
      const [most] = [...spans.filter((one) => one.used >= lookedMin), strangers]
        .filter((one) => one.used > 0 && one.used >= shareMin * one.budget)
        .sort((a, b) => b.used / b.budget - a.used / a.budget);
      if (!most) return [];
      const share = Math.round((100 * most.used) / Math.max(1, most.budget));
      return [
        {
          ...{ staff, detector: this.id, key: `${this.id} ${dayOf(now)}`, at: now },
          ...{ figures: { ...most, share }, events: [] },
        },
      ];
    });
  },
};
