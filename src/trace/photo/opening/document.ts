import { PDFiumLibrary } from "@hyzyla/pdfium";
import { type Grey, type Greys, greyOf, Unopened } from "./grey.ts";
import { pageScale, pageSideMax, photoLimits } from "./limits.ts";

/** Draws the pages of a PDF, in PDFium as WebAssembly: no scripts, no forms, no links, no files in it. */
export async function openDocument(bytes: Buffer): Promise<Greys> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    const isLocked = error instanceof Error && /password/i.test(error.message);
    throw new Unopened(isLocked ? "locked" : "damaged");
  });
  const pictures: Grey[] = [];
  const of = document.getPageCount();
  let pixelsLeft: number = photoLimits.pixels;
  for (let at = 0; at < Math.min(of, photoLimits.pages); at++) {
    const page = document.getPage(at);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const side = Math.max(originalWidth, originalHeight, 1);
    const scale = Math.min(pageScale, pageSideMax / side);
    const { data, width, height } = await page.render({ scale, render: "bitmap" });
    pixelsLeft -= width * height;
    if (pixelsLeft < 0) break;
    pictures.push(greyOf({ width, height, channels: 4, data: onWhite(data) }));
  }
  if (pictures.length === 0) throw new Unopened("damaged");
  return { pictures, of };
}

/** A page that nothing covers is transparent. */
function onWhite(data: Uint8Array): Uint8Array {
  for (let at = 0; at < data.length; at += 4) {
    const bare = 255 - (data[at + 3] ?? 255);
    if (bare === 0) continue;
    for (let part = at; part < at + 3; part++)
      data[part] = ((data[part] ?? 0) * (255 - bare)) / 255 + bare;
  }
  return data;
}
