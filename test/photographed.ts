import sharp from "sharp";
import { levelAt, type Tile } from "#mark";

/** A screen of a desk, as this machine draws it: lines of strokes on a card, and the tile over all. */
const [width, height] = [900, 560];
const shotWidth = 620;
const shotHeight = 420;

function screenLevel(tile: Tile, x: number, y: number): number {
  const isCard = x > 160 && y > 60 && x < 860;
  const isStroke = isCard && y % 34 < 10 && (x * 7919 + Math.floor(y / 34) * 131) % 37 < 6;
  const page = isStroke ? 70 : isCard ? 250 : 232;
  return page * (1 - tile.strength / 255) + levelAt(tile, x, y);
}

/**
 * A photo of a part of a screen, held at an angle, by a camera with noise; then cropped, and sent through a messenger: made
 * smaller and saved as JPEG. It is the same each time.
 * @param degrees how far the camera was turned
 */
export async function photographed(tile: Tile, degrees: number): Promise<Buffer> {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const pixels = new Uint8Array(shotWidth * shotHeight);
  let state = degrees + 1_000;
  const noise = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  for (let row = 0, at = 0; row < shotHeight; row++)
    for (let column = 0; column < shotWidth; column++, at++) {
      const [right, down] = [column - shotWidth / 2, row - shotHeight / 2];
      const depth = 1 + 0.00025 * right; // its right side is further away
      const x = width / 2 + ((cos * right - sin * down) * 1.05) / depth;
      const y = height / 2 + ((sin * right + cos * down) * 1.05) / depth;
      const isInside = x >= 0 && y >= 0 && x < width - 1 && y < height - 1;
      const level = isInside ? smooth(tile, x, y) : 30;
      pixels[at] = Math.max(0, Math.min(255, 0.92 * level + 6 + 5 * (noise() + noise())));
    }
  const raw = { width: shotWidth, height: shotHeight, channels: 1 } as const;
  const shot = await sharp(pixels, { raw }).jpeg({ quality: 88 }).toBuffer();
  return await sharp(shot)
    .extract({ left: 30, top: 20, width: 560, height: 370 })
    .resize({ width: 500 })
    .jpeg({ quality: 70 })
    .toBuffer();
}

function smooth(tile: Tile, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [dx, dy] = [x - left, y - top];
  const upper = screenLevel(tile, left, top) * (1 - dx) + screenLevel(tile, left + 1, top) * dx;
  const lower =
    screenLevel(tile, left, top + 1) * (1 - dx) + screenLevel(tile, left + 1, top + 1) * dx;
  return upper * (1 - dy) + lower * dy;
}

/** Two pictures side by side, as one picture. */
export async function sideBySide(left: Buffer, right: Buffer): Promise<Buffer> {
  const ground = { width: 1_030, height: 350, channels: 3, background: "#223" } as const;
  return await sharp({ create: ground })
    .composite([
      { input: left, left: 8, top: 10 },
      { input: right, left: 522, top: 10 },
    ])
    .jpeg({ quality: 80 })
    .toBuffer();
}
