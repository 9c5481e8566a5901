import { dayOf } from "#platform";
import { byDeviation } from "../statistics/index.ts";
import type { Detector } from "./detector.ts";

const revealsMin = 20;
const chanceMax = 1e-4;
/** In natural logarithms: half as much again. */
const deviationMin = 0.4;

/**
 * Who waits for real contacts and harvests them: many more values shown for each contact that was resolved than the others
 * need. In logarithms, since twice as much is twice as much at any level.
 */
export const revealsPerContact: Detector = {
  id: "reveals_per_contact",
  weight: 1,
  async find({ people, work }, now) {
    const ratios = new Map(
      people.flatMap(({ id }) => {
        const done = work.get(id);
        if (!done || done.reveals < revealsMin) return [];
        return [[id, Math.log((done.reveals + 1) / (done.resolved + 1))] as const];
      }),
    );
    return [...ratios].flatMap(([staff, ratio]) => {
      const others = [...ratios].filter(([id]) => id !== staff).map(([, one]) => one);
      const compared = byDeviation(ratio, others, deviationMin);
      if (!compared || compared.probability > chanceMax) return [];
      const { reveals = 0, resolved = 0 } = work.get(staff) ?? {};
      const rounded = (value: number) => Math.round(10 * Math.exp(value)) / 10;
      return [
        {
          ...{ staff, detector: this.id, key: `${this.id} ${dayOf(now)}`, at: now },
          figures: { reveals, resolved, ratio: rounded(ratio), usual: rounded(compared.usual) },
          ...{ events: [], probability: compared.probability },
        },
      ];
    });
  },
};
