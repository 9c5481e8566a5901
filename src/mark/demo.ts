import sharp from "sharp";
import type { Tile } from "./tile.ts";
import { levelAt } from "./tile.ts";

const [width, height] = [1280, 800];
const lines = [
  "Ticket 4711: the withdrawal address was changed",
  "Grace Hopper asks whether support rang her yesterday at 15:04.",
  "Nobody here rang. The checker says: not one of our numbers.",
  "Answer: we never ask for a recovery phrase, a code or a password.",
];

/** A made-up page with a tile over it, as a browser would show it: a PNG to try a reader on. */
export async function drawDemo(tile: Tile): Promise<Buffer> {
  const text = lines
    .map((line, at) => `<text x="280" y="${110 + 60 * at}">${line}</text>`)
    .join("");
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="20">
    ${ramp("ground", "#f8f7f3", "#f0eeea")}${ramp("card", "#ffffff", "#fafaf9")}
    <rect width="100%" height="100%" fill="url(#ground)"/><rect x="250" y="40" width="1000" height="720" fill="url(#card)"/>${text}</svg>`;
  const { data } = await sharp(Buffer.from(page))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const left = (255 - tile.strength) / 255;
  for (let at = 0; at < data.length; at++) {
    const pixel = Math.floor(at / 3);
    data[at] =
      (data[at] ?? 0) * left + levelAt(tile, pixel % width, Math.floor(pixel / width)) + 0.5;
  }
  return await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** From one tone at the top to another at the foot, as on the desk's pages. */
function ramp(id: string, top: string, foot: string): string {
  return `<linearGradient id="${id}" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${foot}"/></linearGradient>`;
}
