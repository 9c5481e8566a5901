import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { connected, migrate } from "#platform";
import {
  contentsOf,
  openEmptyDatabase,
  openTestDatabase,
  TestBackups,
  type TestDatabase,
} from "#test";
import { run } from "../desk.ts";
import { bareEnvironment, program } from "../running.ts";

let backups: TestBackups;
let identityFile = "";
before(async () => {
  backups = await TestBackups.open();
  identityFile = backups.path("identity.txt");
  await writeFile(identityFile, `${backups.identity}\n`);
});
after(() => backups[Symbol.asyncDispose]());

/** Starts a restore and kills it, from the moment on that it writes. */
async function killedRestore(file: string, target: TestDatabase, afterMs: number): Promise<void> {
  const words = [program, "restore", file, "--identity", identityFile, "--no-erasures"];
  const child = spawn(process.execPath, words, {
    env: { ...bareEnvironment, ...envOf(target) },
    stdio: "ignore",
  });
  while (!(await isBegun(target)) && child.exitCode === null) await sleep(5);
  await sleep(afterMs);
  await killed(child);
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

const envOf = ({ appUrl, ownerUrl }: TestDatabase) => ({
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
});

function isBegun({ ownerUrl }: TestDatabase): Promise<boolean> {
  return connected(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      "select where to_regclass('platform.unfinished_restore') is not null",
    );
    return rowCount === 1;
  });
}

test("after a kill -9 in the middle of a restore the desk doesn't start, and the same command goes on", async () => {
  await using source = await openTestDatabase();
  await connected(source.ownerUrl, (client) =>
    client.query(`insert into help.words (language, word)
      select 'en', md5(n::text) || md5((-n)::text) from generate_series(1, 20000) n`),
  );
  const file = backups.path("killed");
  await backups.take(source, file);
  const contents = await contentsOf(source.ownerUrl);
  for (const afterMs of [0, Math.random() * 3_000]) {
    await using target = await openEmptyDatabase();
    await killedRestore(file, target, afterMs);
    if (await isBegun(target)) {
      const served = await run({ ...envOf(target), PORT: "0" }, "serve");
      assert.equal(served.code, 2);
      assert.match(served.stderr, /restore .* was stopped before its end\. Run holdfast restore/);
      const words = ["restore", file, "--identity", identityFile, "--no-erasures"];
      const { code, stderr } = await run(envOf(target), ...words);
      assert.equal(code, 0, `killed after ${afterMs} ms: ${stderr}`);
    } else {
      assert.notEqual(afterMs, 0);
    }
    assert.deepEqual(await contentsOf(target.ownerUrl), contents, `killed after ${afterMs} ms`);
    assert.deepEqual(await migrate(target.ownerUrl, target.appUrl), []);
  }
});
