import { blurred, type Image } from "./image.ts";

/** What is left of a picture without its page: at each pixel a difference, times how far it is trusted; and that trust. */
export type Residual = {
  width: number;
  height: number;
  weighted: Float32Array;
  trust: Float32Array;
};

const cell = 8;
const kernel = [1, 2, 3, 2, 1];
/** Levels that count as one tone, beside the picture's noise; from `edgeTones` of them on a difference is an edge. */
const toneMin = 12;
const edgeTones = 2;
/** Below this variance all places count the same: what a mark's waves survive of compression is strong in few places. */
const quiet = 500;

/**
 * Takes away what is no mark: the mean of the pixels around with a similar tone (a bilateral grid, Chen, Paris, Durand
 * 2007), so that the border of two backgrounds leaves nothing; then trusts each place as far as it is quiet.
 */
export function residualOf(image: Image): Residual {
  const { width, height, levels } = image;
  const noise = noiseOf(image);
  const tone = Math.max(toneMin, 4 * noise);
  const grid = toneGrid(image, tone);
  const weighted = new Float32Array(width * height);
  const trust = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const level = levels[at] ?? 0;
      grid.look(x, y, level);
      // What rings around letters belongs to the tone that most pixels have.
      for (let step = 0; step < 2 && Math.abs(level - grid.mean) > 2; step++)
        grid.look(x, y, grid.mean);
      const difference = level - grid.mean;
      trust[at] = Math.abs(difference) > edgeTones * tone ? 0 : Math.min(1, grid.count / 12);
      weighted[at] = difference;
    }
  whiten(width, height, weighted, trust, noise);
  return { width, height, weighted, trust };
}

function whiten(
  width: number,
  height: number,
  weighted: Float32Array,
  trust: Float32Array,
  noise: number,
): void {
  const field = (levels: Float32Array, radius: number) =>
    blurred({ width, height, levels }, radius).levels;
  const near = field(trust, 2);
  const squares = new Float32Array(weighted.length);
  for (let at = 0; at < squares.length; at++)
    squares[at] = (weighted[at] ?? 0) ** 2 * (trust[at] ?? 0);
  const energy = field(squares, 6);
  const amount = field(trust, 6);
  const floor = quiet + noise * noise;
  for (let at = 0; at < weighted.length; at++) {
    const open = Math.max(0, (near[at] ?? 0) - 0.4) / 0.6; // beside an edge it is an edge's slope
    const variance = (energy[at] ?? 0) / ((amount[at] ?? 0) + 1e-3);
    trust[at] = ((trust[at] ?? 0) * open * floor) / (variance + floor);
    weighted[at] = (weighted[at] ?? 0) * (trust[at] ?? 0);
  }
}

/** The median of how much neighbours differ, as a standard deviation. */
function noiseOf({ width, height, levels }: Image): number {
  const counts = new Uint32Array(512);
  let total = 0;
  for (let y = 0; y < height - 1; y += 2)
    for (let x = 0; x < width - 1; x += 2) {
      const at = y * width + x;
      const across = (levels[at] ?? 0) - (levels[at + 1] ?? 0);
      const below = (levels[at + width] ?? 0) - (levels[at + width + 1] ?? 0);
      const place = Math.min(511, Math.floor(8 * Math.abs(across - below)));
      counts[place] = (counts[place] ?? 0) + 1;
      total++;
    }
  let [place, seen] = [0, 0];
  for (; place < 511 && seen + (counts[place] ?? 0) < total / 2; place++)
    seen += counts[place] ?? 0;
  return place / 8 / 0.6745 / 2;
}

/** Looked at a pixel with a level, it says the mean of similar pixels around, and how many these are (per cent). */
type ToneGrid = { mean: number; count: number; look(x: number, y: number, level: number): void };

function toneGrid({ width, height, levels }: Image, tone: number): ToneGrid {
  const columns = Math.ceil(width / cell) + 5;
  const rows = Math.ceil(height / cell) + 5;
  const tones = Math.ceil(256 / tone) + 3;
  let counts = new Float32Array(columns * rows * tones);
  let sums = new Float32Array(columns * rows * tones);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const level = levels[y * width + x] ?? 0;
      const place =
        (((y / cell + 2) | 0) * columns + ((x / cell + 2) | 0)) * tones +
        ((level / tone + 1.5) | 0);
      counts[place] = (counts[place] ?? 0) + 1;
      sums[place] = (sums[place] ?? 0) + level;
    }
  for (const [stride, weights] of [
    [tones, kernel],
    [columns * tones, kernel],
    [1, [1, 2, 1]],
  ] as const) {
    counts = smoothed(counts, stride, weights);
    sums = smoothed(sums, stride, weights);
  }
  const full = 81 * 4 * cell * cell;
  return {
    mean: 0,
    count: 0,
    look(x, y, level) {
      const [gx, gy, gt] = [(x + 0.5) / cell + 1.5, (y + 0.5) / cell + 1.5, level / tone + 1];
      const [x0, y0, t0] = [gx | 0, gy | 0, gt | 0];
      let [count, sum] = [0, 0];
      for (let corner = 0; corner < 8; corner++) {
        const dx = corner & 1;
        const dy = (corner >> 1) & 1;
        const dt = corner >> 2;
        const place = ((y0 + dy) * columns + x0 + dx) * tones + t0 + dt;
        const share =
          (dx ? gx - x0 : 1 - gx + x0) *
          (dy ? gy - y0 : 1 - gy + y0) *
          (dt ? gt - t0 : 1 - gt + t0);
        count += share * (counts[place] ?? 0);
        sum += share * (sums[place] ?? 0);
      }
      this.mean = count > 0 ? sum / count : level;
      this.count = (100 * count) / full;
    },
  };
}

function smoothed(
  from: Float32Array<ArrayBuffer>,
  stride: number,
  weights: readonly number[],
): Float32Array<ArrayBuffer> {
  const to = new Float32Array(from.length);
  const middle = (weights.length - 1) / 2;
  for (const [index, weight] of weights.entries()) {
    const offset = (index - middle) * stride;
    const end = Math.min(from.length, from.length - offset);
    for (let at = Math.max(0, -offset); at < end; at++)
      to[at] = (to[at] ?? 0) + weight * (from[at + offset] ?? 0);
  }
  return to;
}
