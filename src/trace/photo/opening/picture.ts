import sharp from "sharp";
import { type Greys, greyOf, Unopened } from "./grey.ts";
import { photoLimits } from "./limits.ts";

sharp.cache(false);
sharp.concurrency(1);
// Nothing reads a picture but these five.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadHeifBuffer",
    "VipsForeignLoadNsgifBuffer",
  ],
});

/** Opens a picture as it is: nothing is scaled, turned or encoded again. A transparent pixel is white. */
export async function openPicture(bytes: Buffer): Promise<Greys> {
  const isHeic = /^ftyp(?:hei|hev|mi[af]1|msf1)/.test(bytes.toString("latin1", 4, 12));
  const about = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!about) throw new Unopened(isHeic ? "heic" : "damaged");
  const { width, height, pageHeight = height, pages = 1 } = about;
  if (width * pageHeight > photoLimits.pixels) throw new Unopened("too_many_pixels");
  try {
    const drawn = sharp(bytes, { limitInputPixels: photoLimits.pixels, failOn: "none" }) // what is left of a picture is read
      .flatten({ background: "white" })
      .toColourspace("srgb")
      .removeAlpha()
      .raw();
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
    return { pictures: [greyOf({ ...info, data })], of: pages };
  } catch {
    throw new Unopened(isHeic && about.compression === "hevc" ? "heic" : "damaged");
  }
}
