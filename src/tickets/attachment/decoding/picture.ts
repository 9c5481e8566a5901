import sharp from "sharp";
import { pixelsMax, sideMax } from "../limits.ts";
import { jpegQuality, type Pages, Undecodable } from "./pages.ts";

sharp.cache(false);
sharp.concurrency(1);
// Nothing reads a picture but these four.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadNsgifBuffer",
  ],
});

/**
 * Draws a picture anew: of the file nothing goes on but its pixels, of an animation the first ones. Where the camera
 * stood, who held it and what hangs on behind stay where they came from.
 */
export async function redrawPicture(bytes: Buffer): Promise<Pages> {
  const read = sharp(bytes, { limitInputPixels: pixelsMax, failOn: "error" });
  const { width, height } = await read.metadata().catch(refuseSize);
  if (width * height > pixelsMax) throw new Undecodable("too_many_pixels");
  const page = await read
    .autoOrient()
    .resize({ width: sideMax, height: sideMax, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .jpeg({ quality: jpegQuality, chromaSubsampling: "4:4:4" })
    .toBuffer();
  return { pages: [page], words: "" };
}

function refuseSize(error: unknown): never {
  const isSize = error instanceof Error && /exceeds pixel limit/i.test(error.message);
  throw new Undecodable(isSize ? "too_many_pixels" : "damaged");
}
