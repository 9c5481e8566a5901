import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as momentOver } from "node:timers/promises";
import { Gathering } from "./gathering.ts";

test("what is asked at once goes together, what comes meanwhile goes next, each with its own answer", async () => {
  const groups: string[][] = [];
  const gathering = new Gathering<string, string>(async (asked) => {
    groups.push([...asked]);
    await momentOver();
    return asked.map((each) => (each === "none" ? undefined : each.toUpperCase()));
  });
  const first = [gathering.ask("a"), gathering.ask("none"), gathering.ask("a")];
  await momentOver();
  assert.equal(groups.length, 1, "under way");
  const late = [gathering.ask("b"), gathering.ask("c")];
  assert.deepEqual(await Promise.all([...first, ...late]), ["A", undefined, "A", "B", "C"]);
  assert.equal(await gathering.ask("d"), "D");
  assert.deepEqual(groups, [["a", "none", "a"], ["b", "c"], ["d"]]);
});

test("a question that fails is told to all who asked it, and the next one is asked anew", async () => {
  const failures = [new Error("away")];
  const gathering = new Gathering<string, string>(async (asked) => {
    const failure = failures.pop();
    if (failure) throw failure;
    return [...asked];
  });
  const answers = await Promise.allSettled([gathering.ask("a"), gathering.ask("b")]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ["rejected", "rejected"],
  );
  assert.equal(await gathering.ask("c"), "c");
});
