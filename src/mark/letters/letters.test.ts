import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import fc from "#fast-check";
import type { Image } from "../image.ts";
import { compareLetters } from "./compare.ts";
import type { FreshLine, Letter } from "./line.ts";
import { agreementOf, chanceOf, leaningsOf } from "./naming.ts";
import { offsetsIn } from "./offsets.ts";
import { placingOf } from "./placing.ts";
import { letterShift, letterShifts } from "./shifts.ts";

const key = Buffer.alloc(32, 0x31);
const size = 48;
const margin = 20;
const [letterWidth, letterHeight] = [24, 34];

/** A letter of a made-up writing: two upright strokes and one across, elsewhere in each. */
function letterAt(place: number): Letter {
  const width = letterWidth + 2 * margin;
  const height = letterHeight + 2 * margin;
  const [thick, across, start] = [5 + (place % 3), (place * 11) % 26, (place * 7) % 12];
  const covered = Float32Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [(at % width) - margin, Math.floor(at / width) - margin];
    if (x < 0 || y < 0 || x >= letterWidth || y >= letterHeight) return 0;
    const isUpright = x < thick || (x >= letterWidth - thick && y >= start);
    return isUpright || (y >= across && y < across + 6) ? 1 : 0;
  });
  return { place, left: 10 + place * (letterWidth + 7), top: 0, width, height, covered };
}

function lineOf(count: number): FreshLine {
  return { size, letters: Array.from({ length: count }, (_, place) => letterAt(place)) };
}

/** A screen with a line on it, `scale` of its pixels to one of the line's, each letter shifted. */
function pictured(line: FreshLine, scale: number, shifts: Int8Array | undefined): Image {
  const ends = line.letters.map(({ left, width }) => left + width);
  const width = Math.ceil(Math.max(...ends) * scale) + 6;
  const height = Math.ceil((letterHeight + 2 * margin) * scale) + 4;
  const covers = new Float32Array(width * height);
  const fine = 8;
  for (const { place, left, top, width: wide, height: high, covered } of line.letters) {
    const [right = 0, down = 0] = shifts?.subarray(2 * place) ?? [];
    const [x0, y0] = [left + right * letterShift * size, top + down * letterShift * size];
    for (const at of covered.keys()) {
      const cover = covered[at] ?? 0;
      for (let part = 0; cover > 0 && part < fine * fine; part++) {
        const u = x0 + (at % wide) + ((part % fine) + 0.5) / fine;
        const v = y0 + (Math.floor(at / wide) % high) + (Math.floor(part / fine) + 0.5) / fine;
        const pixel = Math.floor(v * scale + 1.3) * width + Math.floor(u * scale + 2.6);
        covers[pixel] = (covers[pixel] ?? 0) + (cover * scale * scale) / (fine * fine);
      }
    }
  }
  return { width, height, levels: covers.map((cover) => Math.round(240 - 190 * cover)) };
}

const payloads = fc.bigInt({ min: 0n, max: 2n ** 56n - 1n });
const others = Array.from({ length: 20 }, (_, at) => BigInt(1_000 + at));

test("a value's letters name the screen that showed it, at any size", () => {
  const scales = fc.double({ min: 0.25, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(payloads, scales, (payload, scale) => {
      fc.pre(!others.includes(payload));
      const line = lineOf(16);
      const image = pictured(line, scale, letterShifts(payload, key));
      const found = compareLetters(image, line, [...others, payload, payload], key);
      assert.ok(found.is === "named", inspect(found));
      assert.equal(found.payload, payload);
      assert.deepEqual([found.letters, found.candidates], [16, 21]);
    }),
    { numRuns: 3 },
  );
});

test("other screens, and another key's, are named no more often than their chance says", () => {
  const line = lineOf(16);
  const image = pictured(line, 0.36, letterShifts(15n, key));
  assert.equal(compareLetters(image, line, others, key).is, "nobody");
  assert.equal(compareLetters(image, line, [15n], Buffer.alloc(32, 1)).is, "nobody");
  const placing = placingOf(image, line);
  assert.ok(placing);
  const leanings = leaningsOf(line, offsetsIn(image, line, placing));
  const unrelated = Array.from({ length: 400 }, (_, at) => BigInt(1_000 + at));
  const byChance = unrelated.filter((payload) => {
    const agreement = agreementOf(line, leanings, letterShifts(payload, key));
    return chanceOf(leanings, agreement) <= 0.1;
  });
  assert.ok(byChance.length <= 50, `${byChance.length} of 400`);
});

test("letters that stand in their places name nobody, nor do too few of them", () => {
  const line = lineOf(16);
  const unmarked = pictured(line, 0.36, undefined);
  const many = Array.from({ length: 500 }, (_, at) => BigInt(at));
  assert.equal(compareLetters(unmarked, line, many, key).is, "nobody");
  const few = lineOf(5);
  const found = compareLetters(
    pictured(few, 0.7, letterShifts(9n, key)),
    few,
    [9n, ...others],
    key,
  );
  assert.equal(found.is, "nobody");
  assert.equal(compareLetters(unmarked, line, [], key).is, "nobody");
});

test("a value's later part is compared as that", () => {
  const whole = lineOf(24);
  const part = whole.letters.slice(8).map((letter) => ({ ...letter, left: letter.left - 240 }));
  const image = pictured({ size, letters: part }, 0.4, letterShifts(77n, key));
  const found = compareLetters(image, { size, letters: part }, [77n, ...others], key);
  assert.ok(found.is === "named" && found.payload === 77n);
  const asFirst = part.map((letter, place) => ({ ...letter, place }));
  assert.equal(
    compareLetters(image, { size, letters: asFirst }, [77n, ...others], key).is,
    "nobody",
  );
});

test("a picture of something else is said to be unlike", () => {
  const line = lineOf(12);
  const turned = {
    size,
    letters: line.letters.toReversed().map(({ covered }, at) => ({ ...letterAt(at), covered })),
  };
  assert.equal(compareLetters(pictured(turned, 0.5, undefined), line, others, key).is, "unlike");
  const [width, height] = [40, 20];
  const even = { width, height, levels: new Float32Array(width * height).fill(200) };
  assert.deepEqual(compareLetters(even, line, others, key), { is: "unlike", fit: 0 });
});

test("the chance is never less than that of coins", () => {
  const leanings = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(leanings, fc.double({ min: -1, max: 1, noNaN: true }), (each, share) => {
      const agreement = share * each.reduce((sum, leaning) => sum + Math.abs(leaning), 0);
      let as = 0;
      for (let coins = 0; coins < 2 ** each.length; coins++) {
        const sum = each.reduce(
          (total, leaning, at) => total + ((coins >> at) & 1 ? leaning : -leaning),
          0,
        );
        if (sum >= agreement) as++;
      }
      assert.ok(chanceOf(Float64Array.from(each), agreement) >= as / 2 ** each.length - 1e-12);
    }),
  );
  assert.equal(chanceOf(Float64Array.of(1, -1, 1, 1), 4), 1 / 16);
});

test("a payload's letters stand as its key says, and another's otherwise", () => {
  fc.assert(
    fc.property(payloads, payloads, (one, other) => {
      const shifts = letterShifts(one, key);
      assert.ok(shifts.length === 128 && shifts.every((way) => Math.abs(way) === 1));
      assert.deepEqual(letterShifts(one, key), shifts);
      assert.notDeepEqual(letterShifts(one, Buffer.alloc(32, 2)), shifts);
      if (one !== other) assert.notDeepEqual(letterShifts(other, key), shifts);
    }),
  );
});
