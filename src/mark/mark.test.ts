import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { type Image, levelAt, read, readFrames, type Tile, tile } from "./index.ts";
import { decode, encode } from "./polar.ts";
import { keyedBy, payloadIn } from "./spectrum.ts";
import { tilePixels } from "./tile.ts";
import { fittedUpright } from "./upright.ts";

const key = Buffer.alloc(32, 0x11);
const payloads = fc.bigInt({ min: 0n, max: 2n ** 56n - 1n });

/** Text-like strokes on two backgrounds, under a tile that begins anywhere. */
function screen(drawn: Tile | undefined, width: number, height: number, left = 0, top = 0): Image {
  const levels = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isStroke = (y + top) % 26 < 10 && ((x + left) * 7919 + ((y + top) / 26) * 31) % 23 < 5;
      const page = isStroke ? 40 : x < width / 5 ? 225 : 250;
      const mark = drawn ? levelAt(drawn, x + left, y + top) : 0;
      levels[y * width + x] = Math.round((page * 252) / 255 + mark);
    }
  return { width, height, levels };
}

test("every payload stands in every crop of its screen", () => {
  const places = fc.nat({ max: 900 });
  fc.assert(
    fc.property(payloads, places, places, fc.nat({ max: 80 }), (payload, left, top, more) => {
      const image = screen(tile(payload, key), 380 + more, 300, left, top);
      const reading = read(image, key);
      assert.ok(reading.is === "read", reading.is);
      assert.equal(reading.payload, payload);
    }),
    { numRuns: 2 },
  );
});

test("what is not marked, or by another key, is not read, and why is said", () => {
  const small = read(screen(undefined, 90, 90), key);
  assert.deepEqual(small, { is: "unread", why: "too_small", agreement: 0, tries: 0 });
  assert.equal(read(screen(undefined, 240, 160), key).is, "unread");
  assert.equal(read(screen(tile(7n, Buffer.alloc(32, 0x12)), 220, 150), key).is, "unread");
});

test("pictures one after the other are read together", () => {
  const frames = [screen(undefined, 300, 220), screen(tile(12n, key), 300, 220)];
  const reading = readFrames(frames, key);
  assert.ok(reading.is === "read", reading.is);
  assert.equal(reading.payload, 12n);
});

test("the check lets nothing through that the key did not write", () => {
  const keyed = keyedBy(key);
  for (let index = 0, state = 1; index < 40; index++) {
    const noise = Float32Array.from({ length: 256 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 31 - 1;
    });
    assert.equal(payloadIn(noise, keyed, { followed: 16, tried: 16 }), undefined);
  }
});

test("a screenshot's map has a scale and a start for each axis, whatever the noise", () => {
  const pairs = [0, 1, 2, 3, 4, 5].map((index) => {
    const [u, v] = [index % 3, Math.floor(index / 3)];
    const away = index % 2 === 0 ? 0.6 : -0.6;
    const to = [24 * (3 * u - v) + 7 + away, 25 * (u + 3 * v) - 4 + away] as const;
    return { from: [u, v] as const, to, weight: 1 };
  });
  const map = fittedUpright(pairs) ?? [];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = map;
  assert.ok(Math.abs(a + 3 * b) < 1e-9 && Math.abs(e - 3 * d) < 1e-9, "it isn't turned");
  assert.ok(Math.abs(b + 24) < 0.3 && Math.abs(d - 25) < 0.3, String(map));
  assert.ok(Math.abs(c - 7) < 1 && Math.abs(f + 4) < 1, String(map));
  assert.equal(fittedUpright(pairs.slice(0, 1)), undefined);
});

test("the code is read though a fifth of its chips is lost", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 1 }), { minLength: 80, maxLength: 80 }),
      fc.nat({ max: 255 }),
      (list, start) => {
        const bits = Uint8Array.from(list);
        const chips = encode(bits);
        const leaning = Float32Array.from(chips, (chip, at) =>
          (at * 37 + start) % 256 < 51 ? 0 : chip ? -1 : 1,
        );
        assert.ok(
          decode(leaning, 80, 16).some((read) => read.every((bit, at) => bit === bits[at])),
        );
      },
    ),
    { numRuns: 8 },
  );
});

test("a tile is faint, small and the same each time", () => {
  for (const [strength, most] of [
    [2, 0.75],
    [3, 1.02],
  ] as const) {
    const drawn = tile(5n, key, { strength });
    assert.ok(drawn.rms <= most && drawn.rms > 0.9 * most, String(drawn.rms));
    assert.ok(drawn.levels.length <= 50_000);
    assert.deepEqual(tile(5n, key, { strength }), drawn);
    const pixels = tilePixels(drawn);
    assert.ok(pixels.every((value, at) => at % 4 < 3 || value === strength));
  }
  assert.throws(() => tile(2n ** 56n, key), RangeError);
  assert.throws(() => tile(1n, key.subarray(0, 8)), RangeError);
});
