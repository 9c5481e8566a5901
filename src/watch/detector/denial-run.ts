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
    const usualOf = usualByDay(grouped, people.length);
    return grouped.flatMap(({ staff, day, acts }) => {
      const usual = usualOf(day, acts.length);
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

/** How many refused looks others have on a day: their mean, unless a few of them move it far from the median. */
function usualByDay(
  grouped: readonly { day: string; acts: readonly unknown[] }[],
  people: number,
): (day: string, own: number) => number {
  const days = new Map(
    [...Map.groupBy(grouped, ({ day }) => day)].map(([day, those]) => {
      const counts = those.map(({ acts }) => acts.length);
      const none = new Array<number>(Math.max(0, people - counts.length)).fill(0);
      const total = counts.reduce((sum, one) => sum + one, 0);
      return [day, { total, median: medianOf([...counts, ...none]) }] as const;
    }),
  );
  return (day, own) => {
    const { total = own, median = 0 } = days.get(day) ?? {};
    const mean = (total - own) / Math.max(1, people - 1);
    return Math.max(usualMin, Math.min(mean, 2 * median + usualMin));
  };
}

/** People differ: the variance is taken as half as much again as the mean. */
function chanceOf(count: number, usual: number): number {
  return countTail(count, usual, 1.5 * usual);
}
