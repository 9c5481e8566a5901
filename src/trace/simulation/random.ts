/** Numbers from 0 to below 1 that follow from a seed alone, so that a world can be made again (SplitMix32's mixing). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 2 ** 32;
  };
}

export function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

/** One of several, by their weights as sums from the first on. */
export function weighed(random: Random, sums: Float64Array): number {
  const drawn = random() * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > drawn) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Several without repetition, as they come. */
export function several<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  const left = [...items];
  const drawn: Item[] = [];
  while (drawn.length < count && left.length > 0) {
    const place = below(random, left.length);
    const [item] = left.splice(place, 1, left[left.length - 1] as Item);
    left.pop();
    if (item !== undefined) drawn.push(item);
  }
  return drawn;
}
