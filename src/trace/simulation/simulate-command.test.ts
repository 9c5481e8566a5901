import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { UsageError } from "#platform";
import { runCommand } from "#test";
import { leakFrom, makeWorld, simulateCommand } from "./index.ts";

const run = (...words: string[]) =>
  runCommand(simulateCommand, words, { clock: () => new Date("2026-11-23") });

suite("holdfast trace simulate", () => {
  test("more rows than there are clients are refused, and as many are tried", async () => {
    const desk = ["--runs", "1", "--agents", "20", "--clients", "10", "--agents-per-client", "3"];
    for (const more of [
      ["--rows", "40"],
      ["--rows", "5,11"],
      ["--rows", "6", "--from", "one_team", "--teams", "2"],
    ]) {
      await assert.rejects(
        run(...desk, ...more),
        (error) =>
          error instanceof UsageError && /Give fewer, or more --clients/.test(error.message),
      );
    }
    const { code, stdout } = await run(...desk, "--rows", "5,10", "--json");
    assert.equal(code, 0);
    const cells = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      cells.map(({ rows }) => rows),
      [5, 10],
    );
  });

  test("a desk that can't be is refused, and parts of runs are never more than all", async () => {
    const desk = ["--agents", "20", "--clients", "300", "--agents-per-client", "3"];
    for (const [more, wrong] of [
      [["--leakers", "21"], /--leakers 21 is more than the 20 agents/],
      [["--agents-per-client", "21"], /--agents-per-client 21 is more than the 20 agents/],
      [["--rows", "0"], /--rows takes numbers from 1 on/],
    ] as const) {
      await assert.rejects(
        run(...desk, ...more),
        (error) => error instanceof UsageError && wrong.test(error.message),
      );
    }
    const { stdout } = await run(...desk, "--rows", "40", "--runs", "10", "--json");
    const { exact, innocents } = JSON.parse(stdout);
    for (const part of [...Object.values(exact), ...Object.values(innocents)]) {
      assert.ok(Number.isInteger(Number(part) * 10), `${part}`);
    }
  });

  test("a sample has all its rows, though few clients are seen nearly always", () => {
    const traits = { agents: 20, clients: 3_000, agentsPerClient: 1, skew: 2 };
    const world = makeWorld({ ...traits, days: 365, versionDays: 0, teams: 3 }, 1);
    for (const [background, rows] of [
      ["as_seen", 3_000],
      ["alike", 3_000],
      ["one_team", 1_000],
    ] as const) {
      const leak = { leakers: 0, rows, backgroundShare: 1, background };
      const { sample } = leakFrom(world, leak, 7);
      const clients = new Set(sample.map(({ clients: [client] }) => client));
      assert.equal(clients.size, rows, background);
      assert.deepEqual(leakFrom(world, leak, 7).sample, sample);
    }
  });
});
