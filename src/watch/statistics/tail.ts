/**
 * How likely a count of at least `count` is by chance, where counts have this mean and variance: the upper tail of the
 * negative binomial distribution with these moments, which needs nothing else and allows for people who differ; Poisson's
 * when the variance isn't above the mean.
 */
export function countTail(count: number, mean: number, variance: number): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  const isSpread = variance > mean * (1 + 1e-9);
  const size = (mean * mean) / (variance - mean);
  const logOf = isSpread
    ? (k: number) => logNegativeBinomial(k, size, mean)
    : (k: number) => k * Math.log(mean) - mean - logGamma(k + 1);
  return Math.min(1, upperSum(count, mean, logOf));
}

/** The upper tail of the normal distribution: how likely a value of at least `z` standard deviations is. */
export function normalTail(z: number): number {
  // Abramowitz and Stegun 7.1.26 for small values; the asymptotic form where that one has no digits left.
  if (z < 0) return 1 - normalTail(-z);
  if (z > 5) return Math.exp((-z * z) / 2) / (z * Math.sqrt(2 * Math.PI)) / (1 + 1 / (z * z));
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.327_591_1 * x);
  const terms = [1.061_405_429, -1.453_152_027, 1.421_413_741, -0.284_496_736, 0.254_829_592];
  return (terms.reduce((sum, term) => sum * t + term, 0) * t * Math.exp(-x * x)) / 2;
}

/** Sums from the count on upwards, where terms only fall; below the mean it is one minus what lies below. */
function upperSum(count: number, mean: number, logOf: (k: number) => number): number {
  if (count <= mean) {
    let below = 0;
    for (let k = 0; k < count; k += 1) below += Math.exp(logOf(k));
    return 1 - below;
  }
  let sum = 0;
  for (let k = count; ; k += 1) {
    const term = Math.exp(logOf(k));
    sum += term;
    if (term < sum * 1e-12 || term === 0) return sum;
  }
}

function logNegativeBinomial(k: number, size: number, mean: number): number {
  return (
    logGamma(k + size) -
    logGamma(size) -
    logGamma(k + 1) +
    size * Math.log(size / (size + mean)) +
    k * Math.log(mean / (size + mean))
  );
}

const lanczos = [
  0.999_999_999_999_809_9, 676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_1,
  -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12,
  9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7,
];

/** The logarithm of the gamma function above 0 (Lanczos, g = 7). */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const base = shifted + 7.5;
  const series = lanczos.reduce((sum, term, k) => (k === 0 ? term : sum + term / (shifted + k)), 0);
  return Math.log(Math.sqrt(2 * Math.PI) * series) + (shifted + 0.5) * Math.log(base) - base;
}
