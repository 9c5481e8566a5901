import sharp from "sharp";
import type { FreshLine, Letter } from "#mark";

/** Of the font, in pixels: finer than screens and photos show it. */
const size = 48;
const widestLetter = 1.4;
const margin = Math.round(0.4 * size);
const leastCover = 5;

/** The type that the desk's pages show values in. */
export const deskType = { family: "sans-serif", weight: 650 };

/** What is read as one letter, as the desk's pages draw it: spaces aren't shifted. */
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Draws a line of text without shifts, letter by letter, in a font of this machine: each is what the text up to it covers
 * more than the text before it.
 * @param family as a style sheet names it
 * @param first the number of its first letter within the value, from 0
 */
export async function drawFreshLine(
  text: string,
  { family, weight } = deskType,
  first = 0,
): Promise<FreshLine> {
  const graphemes = [...letters.segment(text.trim())].map(({ segment }) => segment);
  const width = Math.ceil(size * widestLetter * (graphemes.length + 2));
  const height = Math.ceil(2.4 * size);
  const drawn: Letter[] = [];
  let before = new Uint8Array(width * height);
  let written = "";
  let place = first;
  for (const grapheme of graphemes) {
    written += grapheme;
    if (grapheme.trim() === "") continue;
    const now = await coverOf(written, { family, weight, width, height });
    const letter = addedIn(now, before, width);
    if (letter) drawn.push({ ...letter, place });
    place++;
    before = now;
  }
  return { size, letters: drawn };
}

type Sheet = { family: string; weight: number; width: number; height: number };

/** How much a text covers of each pixel, of 255. */
async function coverOf(
  text: string,
  { family, weight, width, height }: Sheet,
): Promise<Uint8Array<ArrayBuffer>> {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text
    xml:space="preserve" x="${size}" y="${1.6 * size}" font-size="${size}" font-weight="${weight}" font-family="${escaped(family)}"
    font-variant-ligatures="none">${escaped(text)}</text></svg>`;
  const picture = sharp(Buffer.from(page)).ensureAlpha().extractChannel("alpha");
  return new Uint8Array(await picture.raw().toBuffer());
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/** What is covered more than before, with room for softening around it. */
function addedIn(
  now: Uint8Array,
  before: Uint8Array,
  width: number,
): Omit<Letter, "place"> | undefined {
  const height = now.length / width;
  const added = (at: number) => Math.max(0, (now[at] ?? 0) - (before[at] ?? 0));
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let at = 0; at < now.length; at++) {
    if (added(at) < leastCover) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  if (right < 0) return undefined;
  const part = { left: left - margin, top: top - margin };
  const extent = { width: right - left + 1 + 2 * margin, height: bottom - top + 1 + 2 * margin };
  const covered = Float32Array.from({ length: extent.width * extent.height }, (_, at) => {
    const x = part.left + (at % extent.width);
    const y = part.top + Math.floor(at / extent.width);
    return x >= 0 && y >= 0 && x < width && y < height ? added(y * width + x) / 255 : 0;
  });
  return { ...part, ...extent, covered };
}
