import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import { documentLettersMax, pageScale, pageSideMax, pagesMax } from "../limits.ts";
import { jpegQuality, type Pages, Undecodable } from "./pages.ts";

/**
 * Draws the pages of a PDF, in PDFium as WebAssembly: no scripts, no forms, no links, no files in it. The document
 * itself goes nowhere.
 */
export async function drawDocument(bytes: Buffer): Promise<Pages> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    const isLocked = error instanceof Error && /password/i.test(error.message);
    throw new Undecodable(isLocked ? "locked" : "damaged");
  });
  const count = document.getPageCount();
  if (count < 1) throw new Undecodable("damaged");
  if (count > pagesMax) throw new Undecodable("too_many_pages");
  const pages: Buffer[] = [];
  const words: string[] = [];
  for (const page of document.pages()) {
    words.push(page.getText()); // drawing it closes it
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const side = Math.max(originalWidth, originalHeight, 1);
    const scale = Math.min(pageScale, pageSideMax / side);
    const { data, width, height } = await page.render({ scale, render: "bitmap" });
    const raw = { width, height, channels: 4 } as const;
    const drawn = sharp(data, { raw }).flatten({ background: "white" });
    pages.push(await drawn.jpeg({ quality: jpegQuality }).toBuffer());
  }
  return { pages, words: words.join("\n\n").slice(0, documentLettersMax + 1) };
}
