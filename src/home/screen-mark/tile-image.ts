import { crc32, deflateSync } from "node:zlib";
import type { Tile } from "#mark";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bitDepth = 2;
const pixelsAByte = 8 / bitDepth;
const withPalette = 3;

/**
 * A tile as a PNG (W3C) of two bits a pixel, a colour for each level: each has the strength as its alpha, from black to
 * white, so that a browser adds a level to what is below and takes nothing away.
 */
export function pngOf({ width, height, strength, levels }: Tile): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bitDepth, withPalette], 8);
  const colours = Array.from({ length: strength + 1 }, (_, level) =>
    Math.round((255 * level) / strength),
  );
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(colours.flatMap((grey) => [grey, grey, grey]))),
    chunk(
      "tRNS",
      Uint8Array.from(colours, () => strength),
    ),
    chunk("IDAT", deflateSync(packed(levels, width, height))),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** Each line has a byte before it that says that nothing was done to it. */
function packed(levels: Int8Array, width: number, height: number): Uint8Array {
  const lineBytes = 1 + Math.ceil(width / pixelsAByte);
  const lines = new Uint8Array(height * lineBytes);
  for (const [place, level] of levels.entries()) {
    const [x, y] = [place % width, Math.floor(place / width)];
    const at = y * lineBytes + 1 + Math.floor(x / pixelsAByte);
    const shift = bitDepth * (pixelsAByte - 1 - (x % pixelsAByte));
    lines[at] = (lines[at] ?? 0) | (level << shift);
  }
  return lines;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
