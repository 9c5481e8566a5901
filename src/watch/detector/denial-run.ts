import { countTail, medianOf } from "../statistics/index.ts";
import { byPersonAndDay, type Detector } from "./detector.ts";

const refusedMin = 4;
const strangersMin = 3;
const chanceMax = 1e-4;
/** What is usual where nobody knows yet: a refused look every second day. */
const usualMin = 0.5;
/** And a look at somebody who never wrote every tenth day: a digit that was mistyped. */
const usualStrangers = 0.1;

/** Many refused looks in a day, or looks at several clients who never wrote to that person. */
export const denialRun: Detector = {
  id: "denial_run",
  weight: 1,
  async find({ refused, people }) {
    const grouped = byPersonAndDay(refused);
    return grouped.flatMap(({ staff, day, acts }) => {
      const others = people
        .filter(({ id }) => id !== staff)
        .map(
          ({ id }) => grouped.find((one) => one.staff === id && one.day === day)?.acts.length ?? 0,
        );
      const mean = others.reduce((sum, one) => sum + one, 0) / Math.max(1, others.length);
      const usual = Math.max(usualMin, Math.min(mean, 2 * medianOf(others) + usualMin));
      const strangers = new Set(
        acts.filter(({ isStranger }) => isStranger).map(({ client, event }) => client ?? event),
      ).size;
      const ofRun = chanceOf(acts.length, usual);
      const isRun = acts.length >= refusedMin && ofRun <= chanceMax;
      if (!isRun && strangers < strangersMin) return [];
      const probability = Math.min(ofRun, chanceOf(strangers, usualStrangers));
      return [
        {
          ...{ staff, detector: this.id, key: `${this.id} ${acts[0].event}`, at: acts[0].at },
          figures: { refused: acts.length, strangers },
          events: acts.map(({ event }) => event),
          probability,
        },
      ];
    });
  },
};

/** People differ: the variance is taken as half as much again as the mean. */
function chanceOf(count: number, usual: number): number {
  return countTail(count, usual, 1.5 * usual);
}
