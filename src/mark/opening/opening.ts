import sharp, { type OutputInfo } from "sharp";
import type { Image } from "../image.ts";
import { pixelsMax } from "../read.ts";

/** Why a file isn't read as a picture. */
export type CannotOpen = "no_picture" | "too_many_pixels";
export type Opened = { is: "opened"; image: Image } | { is: "unopened"; why: CannotOpen };

const kinds = new Set(["png", "jpeg", "webp", "heif"]); // AVIF is one kind of HEIF
const secondsMax = 20;
const luma = [0.299, 0.587, 0.114] as const;

/** Opens a PNG, JPEG, WebP or AVIF as it is: nothing is scaled, turned or encoded again. A transparent pixel is white. */
export async function openMarked(bytes: Uint8Array): Promise<Opened> {
  try {
    const input = sharp(bytes, { limitInputPixels: false, failOn: "error", pages: 1 });
    const { format, width = 0, height = 0 } = await input.metadata();
    if (!kinds.has(format ?? "")) return { is: "unopened", why: "no_picture" };
    if (width * height > pixelsMax) return { is: "unopened", why: "too_many_pixels" };
    const drawn = input.flatten({ background: "white" }).toColourspace("srgb").removeAlpha().raw();
    const { data, info } = await drawn
      .timeout({ seconds: secondsMax })
      .toBuffer({ resolveWithObject: true });
    return { is: "opened", image: greyOf(data, info) };
  } catch {
    return { is: "unopened", why: "no_picture" };
  }
}

function greyOf(data: Buffer, { width, height, channels }: OutputInfo): Image {
  const levels = new Float32Array(width * height);
  for (let at = 0, from = 0; at < levels.length; at++, from += channels)
    levels[at] =
      channels < 3
        ? (data[from] ?? 0)
        : luma[0] * (data[from] ?? 0) +
          luma[1] * (data[from + 1] ?? 0) +
          luma[2] * (data[from + 2] ?? 0);
  return { width, height, levels };
}
