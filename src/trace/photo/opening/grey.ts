import type { CannotOpen } from "./answer.ts";

/** A grey picture on its way: 16 bits a pixel, little-endian, 256 to a level of 255. */
export type Grey = { width: number; height: number; levels: Uint16Array };

/** Pictures of a file, of so many that it has. `together`: so many of them, one after the other, show a film within seconds. */
export type Greys = { pictures: Grey[]; of: number; together?: number };

export class Unopened extends Error {
  override readonly name = "Unopened";
  readonly why: CannotOpen;
  constructor(why: CannotOpen) {
    super(why);
    this.why = why;
  }
}

/** Rec. 601, as JPEG has it, in 256ths. */
const luma = [76.544, 150.272, 29.184] as const;

type Drawn = { width: number; height: number; channels: number; data: Uint8Array };

/** How bright each pixel is. @param data red, green, blue and what follows; or grey alone */
export function greyOf({ width, height, channels, data }: Drawn): Grey {
  const levels = new Uint16Array(width * height);
  for (let at = 0, from = 0; at < levels.length; at++, from += channels)
    levels[at] =
      channels < 3
        ? 256 * (data[from] ?? 0)
        : luma[0] * (data[from] ?? 0) +
          luma[1] * (data[from + 1] ?? 0) +
          luma[2] * (data[from + 2] ?? 0);
  return { width, height, levels };
}
