import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { openTestDatabase, runCommand, type TestDatabase } from "#test";
import { holidaysCommands } from "./index.ts";

suite("holidays, on the command line", () => {
  let opened: TestDatabase;
  before(async () => {
    opened = await openTestDatabase();
  });
  after(() => opened[Symbol.asyncDispose]());

  const clock = () => new Date("2026-11-20T12:00:00Z");
  const run = (name: string, ...words: string[]) => {
    const commands = holidaysCommands(async () => ({ database: opened.database }));
    const command = commands.find((one) => one.name === `calls holidays${name}`);
    return runCommand(command, words, { clock });
  };

  test("are added, named anew, listed from today on, and removed", async () => {
    await run(" add", "2026-12-25", "Christmas");
    await run(" add", "2026-12-25", "Christmas Day");
    await run(" add", "2026-11-26", "Thanksgiving", "--employer", "Vendor");
    await run(" add", "2026-11-19", "Yesterday");
    const { stdout } = await run("");
    assert.deepEqual(
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
      [
        { day: "2026-11-26", name: "Thanksgiving", employer: "Vendor" },
        { day: "2026-12-25", name: "Christmas Day" },
      ],
    );
    await assert.rejects(run(" remove", "2026-11-26"), { code: "no_holiday" });
    await run(" remove", "2026-11-26", "--employer", "Vendor");
    await assert.rejects(run(" add", "2026-02-30", "No day"), { code: "wrong_day" });
    await assert.rejects(run(" add", "2026-12-26"), { code: "usage" });
    assert.equal((await run("")).stdout.trim().split("\n").length, 1);
  });
});
