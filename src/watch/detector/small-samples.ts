import { byPersonAndDay, type Detector } from "./detector.ts";

const tracesMin = 5;

/**
 * Sample after sample of a few rows in a day: a trace tells of a whole value whether it is some client's, and somebody may ask it
 * who is a client. Most leaks come once; who corrects a list again and again does the same, so it counts for little alone.
 */
export const smallSamples: Detector = {
  id: "small_samples",
  weight: 1,
  floor: 4,
  async find({ smallSamples: samples }) {
    return byPersonAndDay(samples).flatMap(({ staff, day, acts }) => {
      const last = acts[tracesMin - 1];
      if (!last) return [];
      const rows = acts.reduce((sum, one) => sum + one.rows, 0);
      return [
        {
          ...{ staff, detector: this.id, key: `${this.id} ${day}`, at: last.at },
          figures: { traces: acts.length, rows },
          events: acts.map(({ event }) => event),
        },
      ];
    });
  },
};
