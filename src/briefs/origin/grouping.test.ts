import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "#fast-check";
import { type Id, newId } from "#platform";
import type { Source } from "../source/index.ts";
import { fingerprintsOf } from "./fingerprint.ts";
import { groupOrigins } from "./grouping.ts";
import { Origins } from "./independence.ts";

const now = new Date("2026-04-14T12:00:00Z");
let made = 0;

function source(text: string, traits: Partial<Source> = {}) {
  made += 1;
  const about = { id: newId("source", now), capture: "text", origin: undefined } as const;
  const known = { publisher: `paper ${made}`, kind: "press_copy", reliability: "unrated" } as const;
  return { ...about, ...known, text, ...traits };
}

const words = fc.array(fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz"), {
  minLength: 60,
  maxLength: 200,
});
const post =
  "We are being extorted by people who threaten to show films of our support desk. Two of our support staff looked at " +
  "accounts that they had no business with, and about two thousand clients may have been seen. No funds were at risk, and " +
  "we will neither pay nor talk. Whoever was looked at has heard from us already, and the police know what we know.";
const other =
  "Researchers say that a list with five million rows is offered in private groups. Nobody has proven that it comes from " +
  "the exchange, and its columns look like those of leaks from years ago; prices begin at a few hundred dollars a copy.";

const sizes = (sources: readonly ReturnType<typeof source>[]) =>
  groupOrigins(sources).map((group) => group.sources.length);

describe("where sources have their story from", () => {
  it("is one place for copies of one post, whatever stands around them", () => {
    const copies = [
      post,
      `BREAKING – ${post.toUpperCase().replaceAll(",", ";")} Read more on our site.`,
      `An exchange wrote: “${post.slice(0, 230)}” We asked for more and will report.`,
    ];
    assert.deepEqual(sizes([...copies, other].map((text) => source(text))), [3, 1]);
  });

  it("isn't told from facts in our own words, but by hand, and that is shown", () => {
    const label = (name: string) => ({ origin: { label: name, because: "It says so." } });
    const facts = { capture: "facts" } as const;
    const same = [source(post, facts), source(post, facts)];
    assert.deepEqual(sizes(same), [1, 1]);
    assert.equal(new Origins(groupOrigins(same)).independentAmong(same), 0);
    const [one, two, three] = [label("post"), label("post"), label("alert")].map((origin) =>
      source(post, { ...facts, ...origin }),
    );
    assert.ok(one && two && three);
    const groups = groupOrigins([one, two, three]);
    assert.deepEqual(
      groups.map(({ labels, bases }) => [labels, [...bases]]),
      [
        [["post"], ["hand"]],
        [["alert"], ["hand"]],
      ],
    );
    assert.equal(new Origins(groups).independentAmong([one, two, three]), 2);
  });

  it("counts for nothing when it is anonymous, doubted, a machine's or the criminals'", () => {
    const good = source(post);
    const traits = [
      { publisher: undefined },
      { reliability: "invented" },
      { reliability: "doubtful" },
      { kind: "machine" },
      { kind: "actor" },
    ] as const;
    for (const trait of traits) {
      const bad = source(other, trait);
      assert.equal(new Origins(groupOrigins([good, bad])).independentAmong([good, bad]), 1);
    }
    const [one, two] = [
      source(post, { publisher: "The Paper" }),
      source(other, { publisher: "the-paper" }),
    ];
    assert.equal(new Origins(groupOrigins([one, two])).independentAmong([one, two]), 1);
  });

  it("is found for any run of words that is copied, and never makes more origins", () => {
    fc.assert(
      fc.property(words, words, fc.nat(40), (one, around, start) => {
        const run = one.slice(start, start + 13).join(" ");
        const shared = [...fingerprintsOf(run)].some((print) =>
          fingerprintsOf(one.join(" ")).has(print),
        );
        assert.ok(shared || start + 13 > one.length);
        const sources = [source(one.join(" ")), source(around.join(" "))];
        const copies = sources.map(({ text }) => source(text));
        assert.equal(groupOrigins([...sources, ...copies]).length, groupOrigins(sources).length);
      }),
    );
  });

  it("stays one place in thousands of copies", () => {
    const many = Array.from({ length: 3_000 }, (_, n) =>
      source(`Paper ${n} writes: ${post} Ad ${n}.`),
    );
    assert.deepEqual(sizes(many), [3_000]);
    const ids: readonly Id<"source">[] = many.map(({ id }) => id);
    assert.equal(new Set(ids).size, 3_000);
  });
});
