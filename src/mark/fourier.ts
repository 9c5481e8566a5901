/** A square field of complex numbers, its side a power of two. */
export type Complex = { side: number; real: Float32Array; imaginary: Float32Array };

const rotations = new Map<number, { cosines: Float64Array; sines: Float64Array }>();

/** Fourier transform of a real square field, unscaled: sum of value * exp(-2 pi i (fx x + fy y) / side). */
export function transform(field: Float32Array, side: number): Complex {
  const real = Float32Array.from(field);
  const imaginary = new Float32Array(side * side);
  const [a, b] = [new Float64Array(side), new Float64Array(side)];
  for (const [start, stride] of [
    [side, 1],
    [1, side],
  ] as const) {
    for (let line = 0; line < side; line++) {
      for (let at = 0; at < side; at++) {
        a[at] = real[line * start + at * stride] ?? 0;
        b[at] = imaginary[line * start + at * stride] ?? 0;
      }
      transformLine(a, b);
      for (let at = 0; at < side; at++) {
        real[line * start + at * stride] = a[at] ?? 0;
        imaginary[line * start + at * stride] = b[at] ?? 0;
      }
    }
  }
  return { side, real, imaginary };
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
