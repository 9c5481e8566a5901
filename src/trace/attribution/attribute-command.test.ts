import assert from "node:assert/strict";
import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test } from "node:test";
import { UsageError } from "#platform";
import { runCommand } from "#test";
import { attributeCommand } from "./index.ts";

const view = { agent: "a1", client: "c1", at: "2026-02-15T08:00", fields: { phone: 1 } };
const row = { client: "c1", fields: { phone: 1 } };

/** Runs the command on files with these texts. */
async function run(views: string, sample: string, ...words: string[]) {
  await using folder = await mkdtempDisposable(join(tmpdir(), "holdfast-attribute-"));
  const [viewsFile, sampleFile] = [join(folder.path, "views"), join(folder.path, "sample")];
  await writeFile(viewsFile, views);
  await writeFile(sampleFile, sample);
  const files = ["--views", viewsFile, "--sample", sampleFile];
  const said = await runCommand(attributeCommand, [...files, "--json", ...words], {
    clock: () => new Date(),
  });
  return { ...said, found: JSON.parse(said.stdout) };
}

const line = (value: object) => `${JSON.stringify(value)}\n`;

suite("holdfast trace attribute", () => {
  test("--before is a day or a moment in UTC, and nothing that could mean another one", async () => {
    for (const [before, unseen] of [
      ["2026-02-15T08:00", 1],
      ["2026-02-15T08:01", 0],
      ["2026-02-15T09:01+01:00", 0],
    ] as const) {
      const { found } = await run(line(view), line(row), "--before", before);
      assert.equal(found.unseen, unseen, before);
    }
    for (const before of ["2026-02-31", "5", "02/03/2026"]) {
      await assert.rejects(
        run(line(view), line(row), "--before", before),
        (error) => error instanceof UsageError && error.message.includes(`${before} is no date`),
      );
    }
  });
});
