import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { makeTestWitness, policyText } from "#test";
import { parsePolicy, signerFrom } from "#tlog";
import { witnessesToAsk } from "../witnessing/index.ts";
import {
  type Light,
  sealingState,
  verificationState,
  witnessesState,
  witnessState,
} from "./log-state.ts";

const now = new Date("2026-11-20T12:00:00Z");
const before = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const witnesses = ["one", "two", "three"].map(makeTestWitness);

const { privateKey } = generateKeyPairSync("ed25519");
const log = { signers: [signerFrom("log.example", "ed25519", privateKey)] };

function policyOf(quorum: string, listed = witnesses) {
  return parsePolicy(policyText(log, listed, quorum));
}

test("a sealer that renews its lease seals; one that doesn't has stopped, and one that says so is in trouble", () => {
  const row = { waiting: 3, leasedUntil: before(-4), trouble: undefined };
  assert.equal(sealingState(row, now).is, "sealing");
  assert.equal(sealingState({ ...row, waiting: 20_000 }, now).is, "behind");
  const stopped = sealingState({ ...row, leasedUntil: now }, now);
  assert.deepEqual(stopped, { is: "stopped", light: "red", since: now });
  assert.equal(sealingState({ ...row, leasedUntil: undefined }, now).is, "never");
  const troubled = { is: "troubled", light: "red", trouble: "no disk" };
  assert.deepEqual(sealingState({ ...row, trouble: "no disk" }, now), troubled);
  assert.deepEqual(sealingState({ ...row, leasedUntil: now, trouble: "no disk" }, now), troubled);
});

test("a witness is late after five minutes and gone after an hour, counted from what it should have signed", () => {
  const [witness] = witnessesToAsk(policyOf("all"));
  assert.ok(witness);
  const last = { size: 5, cosignedAt: before(100_000) };
  const light = (seconds?: number) =>
    witnessState(
      witness,
      { last, waitsSince: seconds === undefined ? undefined : before(seconds) },
      now,
    ).light;
  assert.equal(light(), "green", "a log that stands still keeps nobody waiting");
  assert.deepEqual([0, 300, 301, 3_600, 3_601].map(light), [
    "green",
    "green",
    "amber",
    "amber",
    "red",
  ]);
  assert.equal(witnessState(witness, undefined, now).light, "green");
});

test("it is red without an outside witness, and when too few of those who must sign do", () => {
  const each = (...lights: Light[]) =>
    witnessesToAsk(policyOf("2")).map((witness, place) => ({
      ...witnessState(witness, undefined, now),
      light: lights[place] ?? "green",
    }));
  const found = (quorum: string, ...lights: Light[]) =>
    witnessesState(policyOf(quorum), each(...lights));
  assert.deepEqual(witnessesState(undefined, []), { is: "none", light: "red" });
  assert.deepEqual(witnessesState(policyOf("none", []), []), {
    is: "none",
    light: "red",
  });
  assert.deepEqual(found("none"), { is: "optional", light: "amber" });
  assert.deepEqual(found("any"), { is: "divided", light: "amber" });
  assert.deepEqual(found("2"), { is: "enough", light: "green" });
  assert.deepEqual(found("2", "red"), { is: "fewer", light: "amber" });
  assert.deepEqual(found("2", "amber", "amber"), { is: "too_few", light: "amber" });
  assert.deepEqual(found("2", "amber", "red"), { is: "too_few", light: "amber" });
  assert.deepEqual(found("2", "red", "red"), { is: "too_few", light: "red" });
  assert.deepEqual(found("all", "green", "green", "red"), { is: "too_few", light: "red" });
});

test("a verification is good for a day, and what it found is red however long ago", () => {
  const last = { endedAt: before(26 * 3_600), size: 9, findingsCount: 0 };
  assert.deepEqual(verificationState(undefined, now), { is: "never", light: "amber" });
  assert.deepEqual(verificationState(last, now), { is: "sound", light: "green", last });
  assert.equal(verificationState({ ...last, endedAt: before(26 * 3_600 + 1) }, now).is, "old");
  for (const endedAt of [before(1), before(1_000_000)]) {
    assert.equal(verificationState({ endedAt, size: 9, findingsCount: 1 }, now).is, "wrong");
  }
});
