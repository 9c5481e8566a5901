import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { levelAt, tile } from "#mark";
import { openPhoto, photoKindOf } from "./opening/index.ts";
import { readPhoto } from "./reading.ts";

const key = Buffer.alloc(32, 0x21);

/** A page with lines of strokes under a payload's tile: 420 by 300 pixels, as PNG. */
function screen(payload: bigint): Promise<Buffer> {
  const [width, height] = [420, 300];
  const drawn = tile(payload, key);
  const levels = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isStroke = y % 30 < 9 && (x * 7919 + Math.floor(y / 30) * 31) % 29 < 4;
    return Math.round((isStroke ? 60 : 246) * (252 / 255) + levelAt(drawn, x, y));
  });
  return sharp(levels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

/** A document of one page with a JPEG on it. */
function documentOf(jpeg: Buffer, width: number, height: number): Buffer {
  const drawing = `q ${width} 0 0 ${height} 10 10 cm /I Do Q`;
  const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 440 320] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    `<< ${picture} /Length ${jpeg.length} >>\nstream\n${jpeg.toString("latin1")}\nendstream`,
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("");
  const text = `%PDF-1.4\n${body}trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

test("what a file is, is said by how it begins", () => {
  const kinds = [
    ["\x89PNG\r\n\x1a\n", "picture"],
    ["\xff\xd8\xff\xe1", "picture"],
    ["\0\0\0\x1cftypavif", "picture"],
    ["\0\0\0\x18ftypheic", "picture"],
    ["\0\0\0\x18ftypisom", "video"],
    ["\x1a\x45\xdf\xa3", "video"],
    ["%PDF-1.7", "document"],
    ["<svg xmlns", undefined],
    ["#EXTM3U\nfile:///etc/passwd", undefined],
    ["II*\0", undefined],
    ["", undefined],
  ] as const;
  for (const [bytes, kind] of kinds)
    assert.equal(photoKindOf(Buffer.from(bytes, "latin1")), kind, bytes);
});

test("each screen of a collage is read, and where it stands", async () => {
  const [left, right] = await Promise.all([screen(7n), screen(8n)]);
  const ground = { width: 900, height: 320, channels: 3, background: "#888" } as const;
  const collage = await sharp({ create: ground })
    .composite([
      { input: left, left: 10, top: 10 },
      { input: right, left: 470, top: 10 },
    ])
    .jpeg({ quality: 85 })
    .toBuffer();
  const reading = await readPhoto(collage, key);
  assert.ok(reading.is === "opened");
  const found = new Map(reading.payloads.map(({ payload, places }) => [payload, places[0]]));
  assert.deepEqual([...found.keys()].sort(), [7n, 8n]);
  const middle = (payload: bigint) => {
    const xs = found.get(payload)?.outline.map(([x]) => x) ?? [];
    return (Math.min(...xs) + Math.max(...xs)) / 2;
  };
  assert.ok(middle(7n) < 450 && middle(8n) > 450, `${middle(7n)} ${middle(8n)}`);
  const [mosaic] = reading.pictures;
  assert.deepEqual([mosaic?.columns, mosaic?.stones.length], [48, 48 * (mosaic?.rows ?? 0)]);
});

test("a page of a PDF is read", async () => {
  const jpeg = await sharp(await screen(9n))
    .toColourspace("srgb")
    .jpeg({ quality: 90 })
    .toBuffer();
  const reading = await readPhoto(documentOf(jpeg, 420, 300), key);
  assert.ok(reading.is === "opened");
  assert.deepEqual(
    [reading.kind, reading.of, reading.payloads.map(({ payload }) => payload)],
    ["document", 1, [9n]],
  );
});

test("a file that is hostile, or isn't what it says, is refused, and why is said", async () => {
  const png = await screen(1n);
  const vast = Buffer.from(png);
  vast.writeUInt32BE(60_000, 16); // width and height, with their checksum
  vast.writeUInt32BE(60_000, 20);
  vast.writeUInt32BE(crc32(vast.subarray(12, 29)), 29);
  const files: readonly (readonly [Buffer, string])[] = [
    [Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "no_picture"],
    [Buffer.concat([png.subarray(0, 8), Buffer.from("PK\x03\x04")]), "damaged"],
    [Buffer.from("%PDF-1.7 and nothing else"), "damaged"],
    [Buffer.from("\0\0\0\x18ftypheic and nothing else", "latin1"), "heic"],
    [vast, "too_many_pixels"],
  ];
  for (const [bytes, why] of files)
    assert.deepEqual(await openPhoto(bytes), { is: "unopened", why });
});
