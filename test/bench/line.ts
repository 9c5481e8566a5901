/** One figure of a benchmark. Where there is a baseline, `ratio` is value divided by baseline. */
export type BenchLine = {
  name: string;
  value: number;
  unit: string;
  baseline?: number;
  ratio?: number;
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that this share of all values does not exceed, such as 0.99. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Three significant figures: what these machines can tell apart. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
