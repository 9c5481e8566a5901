import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "@hono/zod-openapi";
import { inPlainWords, misfitIn } from "./misfit.ts";

const schema = z.strictObject({
  title: z.string().min(3).max(5).optional(),
  author: z.enum(["firm", "third_party", "other"]).optional(),
  only: z.literal("yes").optional(),
  count: z.int().min(2).max(9).optional(),
  share: z.number().positive().lt(1).optional(),
  day: z.iso.date().optional(),
  host: z.hostname().optional(),
  code: z.string().regex(/^a/).optional(),
  named: z.string().regex(/^a/, "begins with an a").optional(),
  list: z
    .array(z.strictObject({ claim: z.int() }))
    .min(1)
    .optional(),
  either: z
    .union([
      z.strictObject({ text: z.string() }),
      z.strictObject({ facts: z.string(), by: z.int() }),
    ])
    .optional(),
  stated: z.union([z.int(), z.boolean()], { error: "is neither" }).optional(),
});

function said(given: unknown, nameOf?: (path: string) => string): string | undefined {
  const read = schema.safeParse(given, inPlainWords);
  return read.error && misfitIn(read.error, nameOf);
}

test("what doesn't fit is said with its name and what it takes, in plain words", () => {
  for (const [given, sentence] of [
    [{ title: "x" }, "title has 3 letters at least."],
    [{ title: "longer" }, "title has 5 letters at most."],
    [{ title: 1 }, "title takes text."],
    [{ author: "them" }, "author takes firm, third_party or other."],
    [{ only: "no" }, "only takes yes."],
    [{ count: 1 }, "count is 2 at least."],
    [{ count: 10 }, "count is 9 at most."],
    [{ count: 2.5 }, "count takes a whole number."],
    [{ share: 0 }, "share is more than 0."],
    [{ share: 1 }, "share is less than 1."],
    [{ day: "3 May" }, "day takes a day, such as 2026-04-13."],
    [{ host: "a b" }, "host takes a host name, such as mail.example.com."],
    [{ code: "b" }, "code isn't written as it has to be."],
    [{ named: "b" }, "named begins with an a."],
    [{ list: [] }, "list has 1 entry at least."],
    [{ list: {} }, "list takes a list, in [ ]."],
    [{ list: [{}] }, "list.0.claim is missing."],
    [{ either: { text: 1 } }, "either.text takes text."],
    [{ stated: "x" }, "stated is neither."],
    [[], "the line takes an object, in { }."],
    [undefined, "the line is missing."],
    [{ title: "fine" }, undefined],
  ] as const) {
    assert.equal(said(given), sentence);
  }
});

test("whoever names the places differently gives their names", () => {
  assert.equal(
    said({ title: "x" }, (path) => `--${path}`),
    "--title has 3 letters at least.",
  );
});

test("a name that isn't known is repeated only when it can be no value", () => {
  assert.equal(said({ shoe_size: 1 }), "the line has a name that it doesn't take: shoe_size.");
  assert.equal(said({ "cedar@example.net": 1 }), "the line has a name that it doesn't take.");
  const places = z.record(z.string(), z.number());
  const { error } = places.safeParse({ "cedar@example.net": "x" }, inPlainWords);
  assert.ok(error);
  assert.equal(misfitIn(error), "the line takes a number.");
});
