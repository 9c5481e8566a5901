import assert from "node:assert/strict";
import { test } from "node:test";
import { english, newId, system } from "#platform";
import { type MessageKey, say } from "./messages.ts";
import { proves, provesNot, refusalOf, rowsOf, type Shown, type Words } from "./proof-words.ts";

const time = new Date("2026-11-20T12:00:00.250Z");
const words: Words = (key, values) => say(english, `verify.${key}` as MessageKey, values);
const shown: Shown = {
  event: {
    id: newId("event", time),
    kind: "test.noted",
    kindVersion: 1,
    occurredAt: time,
    actorPart: { commitment: new Uint8Array(32) },
    details: "{}",
    instance: 1,
    instanceSeq: 1,
  },
  index: 4,
  checkpoint: { origin: "log.example", size: 9, root: new Uint8Array(32), extensions: [] },
  witnessed: [],
  unchecked: [],
};
const told = (proof: Shown, name: string) =>
  rowsOf(proof, words).find(([row]) => row === name)?.[1];

test("what a proof doesn't hold isn't told, and what it holds is told in order", () => {
  assert.deepEqual(
    rowsOf(shown, words).map(([name]) => name),
    ["What", "When", "Entry", "Who did it", "Place", "Seen by"],
  );
  assert.equal(told(shown, "When"), "2026-11-20 12:00:00.250 UTC, by the firm’s clock");
  assert.equal(told(shown, "Place"), "entry 5 of 9 in log.example");
  assert.equal(told(shown, "Seen by"), "no outside witness");
});

test("who acted is told as far as the file says it", () => {
  const by = (actor: Parameters<typeof named>[0]) => told(named(actor), "Who did it");
  assert.match(told(shown, "Who did it") ?? "", /^Not named/);
  assert.equal(by(system), "The desk itself: no person");
  const staff = newId("staff", time);
  assert.equal(by({ is: "staff", id: staff }), `An employee, by pseudonym: ${staff}`);
  const client = newId("client", time);
  assert.equal(by({ is: "client", id: client }), `The client: ${client}`);
});

test("a time that no calendar has is no time, and proves no time", () => {
  const seen = (timestamp: number): Shown => ({
    ...shown,
    witnessed: [{ witness: { name: "w" }, timestamp }],
  });
  assert.equal(told(seen(1_700_000_000), "Seen by"), "w at 2023-11-14 22:13:20 UTC");
  assert.equal(proves(seen(1_700_000_000), words).length, 2);
  for (const timestamp of [0, 8.64e12 + 1, Number.MAX_SAFE_INTEGER]) {
    assert.equal(told(seen(timestamp), "Seen by"), "w, without a time");
    assert.equal(proves(seen(timestamp), words).length, 1);
  }
});

test("what isn't proven is said: the truth, what is missing, other histories, what wasn't checked", () => {
  const all = provesNot({ ...shown, unchecked: [{ name: "w" }, { name: "w" }] }, words);
  assert.equal(all.length, 4);
  assert.match(all.join(" "), /nothing else happened.*no outside witness signed.*What w signed/);
  const ofClient = { ...shown, event: { ...shown.event, clientSeq: 3 } };
  assert.match(provesNot(ofClient, words).join(" "), /number 3 of this client/);
});

test("an error that is no refusal isn't told as one", () => {
  assert.throws(() => refusalOf(new TypeError("a bug"), words), TypeError);
});

function named(actor: Parameters<typeof namedPart>[0]): Shown {
  return { ...shown, event: { ...shown.event, actorPart: namedPart(actor) } };
}

function namedPart(actor: Extract<Shown["event"]["actorPart"], { salt: Uint8Array }>["actor"]) {
  return { actor, salt: new Uint8Array(32) };
}
