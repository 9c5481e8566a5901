/*
 * Polar codes (Arikan 2009) of 256 chips, read by successive cancellation with a list (Tal, Vardy 2015) on sums of
 * min-approximated likelihoods. Which positions carry bits follows the polarisation weight (3GPP R1-1708833).
 */

export const chipCount = 256;
const levels = 8;

/** Positions by how well they carry a bit, the best first. */
const positions = Array.from({ length: chipCount }, (_, index) => index).sort(
  (a, b) => polarisation(b) - polarisation(a),
);

function polarisation(index: number): number {
  let weight = 0;
  for (let bit = 0; bit < levels; bit++) if ((index >> bit) & 1) weight += 2 ** (bit / 4);
  return weight;
}

/** @returns which of the chips carry one of `count` bits, in the order of the bits */
function carrying(count: number): number[] {
  return positions.slice(0, count).sort((a, b) => a - b);
}

/** @returns 256 chips, 0 or 1, of at most 256 bits */
export function encode(bits: Uint8Array): Uint8Array {
  const chips = new Uint8Array(chipCount);
  for (const [place, position] of carrying(bits.length).entries())
    chips[position] = bits[place] ?? 0;
  for (let half = 1; half < chipCount; half *= 2)
    for (let start = 0; start < chipCount; start += 2 * half)
      for (let at = start; at < start + half; at++)
        chips[at] = (chips[at] ?? 0) ^ (chips[at + half] ?? 0);
  return chips;
}

/** One reading that is still possible: `sums` of likelihoods and settled halves, a level of 2^n at 2^n. */
type Path = { cost: number; sums: Float32Array; halves: Uint8Array; bits: Uint8Array };

/**
 * @param likelihoods above zero where a chip is rather 0, in 256 numbers
 * @param listMax so many readings are followed side by side: with more, weaker chips are read, and it takes longer by as much
 * @returns the likeliest readings of so many bits, the best first
 */
export function decode(likelihoods: Float32Array, count: number, listMax: number): Uint8Array[] {
  const places = new Map(carrying(count).map((position, place) => [position, place]));
  const sums = new Float32Array(2 * chipCount);
  sums.set(likelihoods, chipCount);
  let paths: Path[] = [
    { cost: 0, sums, halves: new Uint8Array(2 * chipCount), bits: new Uint8Array(count) },
  ];
  for (let index = 0; index < chipCount; index++) {
    for (const path of paths) weigh(path, index);
    const place = places.get(index);
    if (place === undefined) {
      for (const path of paths) {
        path.cost += Math.max(0, -(path.sums[1] ?? 0));
        settle(path, index, 0);
      }
    } else paths = fork(paths, index, place, listMax);
  }
  return paths.sort((a, b) => a.cost - b.cost).map(({ bits }) => bits);
}

function fork(paths: Path[], index: number, place: number, listMax: number): Path[] {
  const choices = paths.flatMap((path) => {
    const sum = path.sums[1] ?? 0;
    return [0, 1].map((bit) => ({ path, bit, cost: path.cost + Math.max(0, bit ? sum : -sum) }));
  });
  const kept = choices.sort((a, b) => a.cost - b.cost).slice(0, listMax);
  const used = new Set<Path>();
  const next = kept.map(({ path, bit, cost }) => {
    const isTaken = used.has(path);
    used.add(path);
    return { from: path, bit, cost, isTaken };
  });
  const made = next.map(({ from, bit, cost, isTaken }) => {
    const path = isTaken
      ? { cost, sums: from.sums.slice(), halves: from.halves.slice(), bits: from.bits.slice() }
      : from;
    return { path, bit, cost };
  });
  for (const { path, bit, cost } of made) {
    path.cost = cost;
    path.bits[place] = bit;
    settle(path, index, bit);
  }
  return made.map(({ path }) => path);
}

/** Brings the likelihood of bit `index` to the bottom, `sums[1]`. */
function weigh({ sums, halves }: Path, index: number): void {
  const changed = index === 0 ? levels : 31 - Math.clz32(index & -index);
  for (let level = Math.min(changed, levels - 1); level >= 0; level--) {
    const size = 1 << level;
    for (let at = 0; at < size; at++) {
      const left = sums[2 * size + at] ?? 0;
      const right = sums[3 * size + at] ?? 0;
      if (level === changed) sums[size + at] = right + (halves[size + at] ? -left : left);
      else {
        const least = Math.min(Math.abs(left), Math.abs(right));
        sums[size + at] = left < 0 === right < 0 ? least : -least;
      }
    }
  }
}

/** Writes down a decided bit, joined with the halves that it completes. */
function settle({ halves }: Path, index: number, bit: number): void {
  let whole = Uint8Array.of(bit);
  let level = 0;
  for (; (index >> level) & 1; level++) {
    const size = 1 << level;
    const joined = new Uint8Array(2 * size);
    for (let at = 0; at < size; at++) {
      joined[at] = (halves[size + at] ?? 0) ^ (whole[at] ?? 0);
      joined[size + at] = whole[at] ?? 0;
    }
    whole = joined;
  }
  if (level < levels) halves.set(whole, 1 << level);
}
