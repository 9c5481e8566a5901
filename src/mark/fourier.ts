/** A square field of complex numbers, its side a power of two. */
export type Complex = { side: number; real: Float32Array; imaginary: Float32Array };

const rotations = new Map<number, { cosines: Float64Array; sines: Float64Array }>();

/** Fourier transform of a real square field, unscaled: sum of value * exp(-2 pi i (fx x + fy y) / side). */
export function transform(field: Float32Array, side: number): Complex {
  const made = { side, real: Float32Array.from(field), imaginary: new Float32Array(side * side) };
  transformInPlace(made);
  return made;
}

/** The powers of two real fields, by one transform of both. */
export function powersOf(one: Float32Array, other: Float32Array, side: number): Float32Array[] {
  const [real, imaginary] = [one.slice(), other.slice()];
  transformInPlace({ side, real, imaginary });
  const powers = [new Float32Array(side * side), new Float32Array(side * side)] as const;
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = y * side + x;
      const back = ((side - y) & (side - 1)) * side + ((side - x) & (side - 1));
      const [a, b] = [real[at] ?? 0, imaginary[at] ?? 0];
      const [c, d] = [real[back] ?? 0, imaginary[back] ?? 0];
      powers[0][at] = ((a + c) ** 2 + (b - d) ** 2) / 4;
      powers[1][at] = ((b + d) ** 2 + (a - c) ** 2) / 4;
    }
  return [...powers];
}

function transformInPlace({ side, real, imaginary }: Complex): void {
  const [a, b] = [new Float64Array(side), new Float64Array(side)];
  for (const [start, stride] of [
    [side, 1],
    [1, side],
  ] as const) {
    for (let line = 0; line < side; line++) {
      for (let at = 0, from = line * start; at < side; at++, from += stride) {
        a[at] = real[from] ?? 0;
        b[at] = imaginary[from] ?? 0;
      }
      transformLine(a, b);
      for (let at = 0, to = line * start; at < side; at++, to += stride) {
        real[to] = a[at] ?? 0;
        imaginary[to] = b[at] ?? 0;
      }
    }
  }
}

/** Radix 2, in place. */
function transformLine(a: Float64Array, b: Float64Array): void {
  const size = a.length;
  const { cosines, sines } = rotationsOf(size);
  reverseBits(a, b);
  for (let half = 1; half < size; half *= 2) {
    const stride = size / (2 * half);
    for (let start = 0; start < size; start += 2 * half)
      for (let at = start, turn = 0; at < start + half; at++, turn += stride) {
        const cosine = cosines[turn] ?? 0;
        const sine = sines[turn] ?? 0;
        const [c, d] = [a[at + half] ?? 0, b[at + half] ?? 0];
        const turnedC = c * cosine + d * sine;
        const turnedD = d * cosine - c * sine;
        a[at + half] = (a[at] ?? 0) - turnedC;
        b[at + half] = (b[at] ?? 0) - turnedD;
        a[at] = (a[at] ?? 0) + turnedC;
        b[at] = (b[at] ?? 0) + turnedD;
      }
  }
}

/** Brings each number to the place whose bits are its own place's backwards. */
function reverseBits(a: Float64Array, b: Float64Array): void {
  const size = a.length;
  for (let at = 1, other = 0; at < size; at++) {
    let bit = size >> 1;
    for (; other & bit; bit >>= 1) other ^= bit;
    other ^= bit;
    if (at >= other) continue;
    const [heldA, heldB] = [a[at] ?? 0, b[at] ?? 0];
    a[at] = a[other] ?? 0;
    b[at] = b[other] ?? 0;
    a[other] = heldA;
    b[other] = heldB;
  }
}

function rotationsOf(size: number): { cosines: Float64Array; sines: Float64Array } {
  const known = rotations.get(size);
  if (known) return known;
  const angles = Float64Array.from({ length: size / 2 }, (_, at) => (2 * Math.PI * at) / size);
  const made = { cosines: angles.map(Math.cos), sines: angles.map(Math.sin) };
  rotations.set(size, made);
  return made;
}
