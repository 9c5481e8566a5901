/** A grey picture: levels from 0 to 255, row by row. */
export type Image = { width: number; height: number; levels: Float32Array };

/** Half as wide and high, four pixels to one. */
export function halved({ width, height, levels }: Image): Image {
  const half = { width: width >> 1, height: height >> 1 };
  const made = new Float32Array(half.width * half.height);
  for (let y = 0; y < half.height; y++)
    for (let x = 0; x < half.width; x++) {
      const at = 2 * y * width + 2 * x;
      const upper = (levels[at] ?? 0) + (levels[at + 1] ?? 0);
      made[y * half.width + x] =
        (upper + (levels[at + width] ?? 0) + (levels[at + width + 1] ?? 0)) / 4;
    }
  return { ...half, levels: made };
}

/** Means over boxes of 2 * radius + 1 pixels; beyond the edges there is nothing. */
export function blurred({ width, height, levels }: Image, radius: number): Image {
  if (radius < 1) return { width, height, levels };
  const along = boxed(levels, width, height, 1, width, radius);
  return { width, height, levels: boxed(along, height, width, width, 1, radius) };
}

function boxed(
  from: Float32Array,
  length: number,
  lines: number,
  stride: number,
  lineStride: number,
  radius: number,
): Float32Array {
  const to = new Float32Array(from.length);
  const share = 1 / (2 * radius + 1);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStride;
    let sum = 0;
    for (let at = 0; at < Math.min(radius, length); at++) sum += from[start + at * stride] ?? 0;
    for (let at = 0; at < length; at++) {
      if (at + radius < length) sum += from[start + (at + radius) * stride] ?? 0;
      if (at - radius - 1 >= 0) sum -= from[start + (at - radius - 1) * stride] ?? 0;
      to[start + at * stride] = sum * share;
    }
  }
  return to;
}
