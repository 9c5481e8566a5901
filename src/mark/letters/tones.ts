import type { Image } from "../image.ts";
import { type FreshLine, type Placing, visitPixels } from "./line.ts";

/** How light a picture is beside its letters, how much lighter on them, and how much of the picture that explains. */
export type Tones = { ground: number; ink: number; fit: number };

/** The tones that fit a line best that stands in a picture like this. */
export function tonesOf(
  image: Image,
  line: FreshLine,
  placing: Placing,
  shifts: Float64Array,
): Tones {
  let [count, covers, levels, coversTwice, both, levelsTwice] = [0, 0, 0, 0, 0, 0];
  visitPixels(image, line, placing, shifts, (x, y, touching) => {
    const level = image.levels[y * image.width + x] ?? 0;
    const covered = touching.reduce((sum, touch) => sum + touch.covered, 0);
    count++;
    covers += covered;
    levels += level;
    coversTwice += covered * covered;
    both += covered * level;
    levelsTwice += level * level;
  });
  const spread = coversTwice - covers ** 2 / count;
  const common = both - (covers * levels) / count;
  const all = levelsTwice - levels ** 2 / count;
  const ink = common / spread;
  const fit = common ** 2 / (spread * all);
  return { ink, ground: (levels - ink * covers) / count, fit: Number.isFinite(fit) ? fit : 0 };
}
