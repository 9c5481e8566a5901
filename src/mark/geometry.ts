/** Nine numbers of a projective map, row by row. */
export type Homography = readonly number[];

/** @returns where a map puts a point */
export function mapped(map: Homography, x: number, y: number): [number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = map;
  const depth = g * x + h * y + i;
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
}

export function inverse(map: Homography): Homography {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = map;
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

export type Pair = {
  from: readonly [number, number];
  to: readonly [number, number];
  weight: number;
};

/**
 * The projective map that fits pairs of points best by weighted least squares; with fewer than `projectiveMin` pairs the
 * affine one. @returns nothing where they don't decide it
 */
export function fitted(pairs: readonly Pair[], projectiveMin: number): Homography | undefined {
  const size = pairs.length >= projectiveMin ? 8 : 6;
  const [cx, cy, spread] = frameOf(pairs);
  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
  const add = (row: readonly number[], value: number, weight: number) => {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++)
        (matrix[i] as Float64Array)[j] =
          (matrix[i]?.[j] ?? 0) + weight * (row[i] ?? 0) * (row[j] ?? 0);
      (matrix[i] as Float64Array)[size] = (matrix[i]?.[size] ?? 0) + weight * (row[i] ?? 0) * value;
    }
  };
  for (const { from, to, weight } of pairs) {
    const [x, y] = [(from[0] - cx) / spread, (from[1] - cy) / spread];
    add([x, y, 1, 0, 0, 0, -x * to[0], -y * to[0]], to[0], weight);
    add([0, 0, 0, x, y, 1, -x * to[1], -y * to[1]], to[1], weight);
  }
  const solved = solve(matrix);
  if (!solved) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved;
  const [p, q] = [-cx / spread, -cy / spread];
  return [
    a / spread,
    b / spread,
    a * p + b * q + c,
    d / spread,
    e / spread,
    d * p + e * q + f,
    g / spread,
    h / spread,
    g * p + h * q + 1,
  ];
}

function frameOf(pairs: readonly Pair[]): [number, number, number] {
  let [x, y, spread] = [0, 0, 0];
  for (const { from } of pairs) {
    x += from[0] / pairs.length;
    y += from[1] / pairs.length;
  }
  for (const { from } of pairs) spread += Math.hypot(from[0] - x, from[1] - y) / pairs.length;
  return [x, y, spread || 1];
}

/** Gauss's elimination; the last column is the right side. */
export function solve(matrix: Float64Array[]): number[] | undefined {
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    const best = pivotIn(matrix, column);
    const pivot = matrix[best] as Float64Array;
    matrix[best] = matrix[column] as Float64Array;
    matrix[column] = pivot;
    if (!(Math.abs(pivot[column] ?? 0) > 1e-12)) return undefined;
    for (const row of matrix) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at <= size; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return matrix.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

function pivotIn(matrix: readonly Float64Array[], column: number): number {
  let best = column;
  for (let row = column; row < matrix.length; row++)
    if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0)) best = row;
  return best;
}
