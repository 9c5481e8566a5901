import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { systemClock } from "#platform";
import { runCommand } from "#test";
import { markCommands } from "./mark-commands.ts";

const folder = await mkdtemp(join(tmpdir(), "holdfast-mark-"));
after(() => rm(folder, { recursive: true }));

async function mark(name: "mark read" | "mark demo", ...words: string[]) {
  const commands = markCommands(async () => assert.fail("no desk is asked"));
  const command = commands.find((one) => one.name === name);
  return await runCommand(command, words, { clock: systemClock });
}

test("a demo page is read by the key beside it, and where its file is taken no key is left", async () => {
  const file = join(folder, "p.png");
  await writeFile(file, "somebody's");
  await assert.rejects(mark("mark demo", file), { code: "file_not_written" });
  assert.deepEqual(await readdir(folder), ["p.png"]);
  assert.equal(await readFile(file, "utf8"), "somebody's");
  await rm(file);
  const { code } = await mark("mark demo", file, "--payload", "12");
  assert.equal(code, 0);
  const read = await mark("mark read", file, "--key", `${file}.key`);
  assert.match(read.stdout, /^Payload 12: /);
});
