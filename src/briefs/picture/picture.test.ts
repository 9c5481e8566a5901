import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Value } from "../claim/index.ts";
import { pictureOf, type Side, type Voice } from "./picture.ts";

const voice = (source: string, origin?: number, published = "2026-04"): Voice => ({
  ...{ source, origin, published },
  isDoubted: false,
});
const side = (value: Value, voices: Voice[], about?: string): Side => ({
  ...{ says: JSON.stringify(value), value, voices, about },
  ...{ denied: false, claims: [1] },
});
const about = (amount: number): Value => ({
  is: "quantity",
  amount,
  hedge: "about",
  unit: "client",
});

describe("a picture of what is said", () => {
  it("has 2,000 and 5.3 million far apart on one scale, and a line for each origin", () => {
    const low = side(about(2_000), [voice("S02", 1), voice("S05", 1), voice("S09", 2)]);
    const high = side(about(5_300_000), [voice("S13", 3)], "another matter");
    const { scale, sides } = pictureOf([low, high]);
    assert.deepEqual(scale, { is: "number", from: 1_000, to: 10_000_000 });
    const [first, second] = sides;
    assert.deepEqual(
      first?.lines.map(({ sources }) => sources),
      [["S02", "S05"], ["S09"]],
    );
    const [near, far] = [first, second].map((one) => one?.lines[0]?.marks[0]);
    assert.ok(near && far && near.from + near.width + 60 < far.from, JSON.stringify([near, far]));
  });

  it("has no number and no date where answers have no order: they stand by when they were said", () => {
    const choice = (option: string): Value => ({ is: "choice", option });
    const early = side(choice("tip"), [voice("S03", 1, "2026-04-13")]);
    const late = side(choice("monitoring"), [
      voice("S11", 2, "2026-05-13"),
      voice("S12", undefined, "2026-04-20"),
    ]);
    const { scale, sides } = pictureOf([early, late]);
    assert.equal(scale?.is, "published");
    assert.equal(sides[0]?.lines[0]?.marks[0]?.from, 0);
    assert.equal(sides[1]?.lines.length, 2);
  });

  it("stays within its width for open ends, nothing and many", () => {
    const open: Value = { is: "quantity", amount: 97_000, hedge: "more_than", unit: "client" };
    const none: Value = { is: "quantity", amount: 0, hedge: "exactly", unit: "client" };
    const since: Value = { is: "date", edtf: "2025/.." };
    const many = Array.from({ length: 40 }, (_, place) => side(about(10 ** (place % 9)), []));
    for (const sides of [[side(open, [voice("A", 1)])], [side(none, [voice("B", 1)])]]) {
      for (const line of pictureOf(sides).sides.flatMap(({ lines }) => lines)) {
        for (const { from, width } of line.marks) assert.ok(from >= 0 && from + width <= 100);
      }
    }
    assert.equal(pictureOf([side(since, [voice("C", 1)])]).scale?.is, "date");
    assert.equal(pictureOf(many).moreSides, 28);
    assert.equal(pictureOf([side(about(5), [])]).sides[0]?.lines.length, 0);
  });
});
