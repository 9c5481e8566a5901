import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "#fast-check";
import { HoldfastError } from "#platform";
import { openTestKeykeeper } from "#test";
import { recentEntries } from "./journal.ts";
import { keykeeperFiles } from "./local-keykeeper.ts";
import { RemoteKeykeeper } from "./routes-keykeeper-client.ts";

const program = fileURLToPath(new URL("../../test/keykeeper-process.ts", import.meta.url));
const rounds = 6;
const eventsARound = 30;

/** After how many answers of a round the keykeeper is killed, while the other requests are under way. */
const killsAfter = fc.sample(fc.integer({ min: 0, max: eventsARound - 1 }), {
  numRuns: rounds,
  seed: Number(process.env.TEST_SEED ?? 1),
});

test("a keykeeper that is killed at any moment never gives the value of one event twice", async () => {
  await using test = await openTestKeykeeper();
  const { directory, ledger } = test;
  const stored = await test.stored("ada@larkmoor.example");
  await test.keykeeper.close();
  const socket = join(directory, "s", "keykeeper");
  const words = [ledger.opened.appUrl, directory, socket, ledger.time.now.toISOString()];
  const remote = new RemoteKeykeeper(socket);
  const given = new Map<string, number>();
  const events: Awaited<ReturnType<typeof test.event>>[] = [];
  const askAll = (onAnswer: () => void) =>
    Promise.all(
      events.map(async (event) => {
        try {
          await remote.decrypt({ ...stored, event });
          given.set(event, (given.get(event) ?? 0) + 1);
          onAnswer();
        } catch (error) {
          assert.ok(error instanceof HoldfastError, String(error));
        }
      }),
    );
  for (const killAfter of killsAfter) {
    for (let count = 0; count < eventsARound; count++) events.push(await test.event(stored));
    const process = await started(words);
    const ended = once(process, "exit");
    let answers = 0;
    const count = () => {
      answers += 1;
      if (answers === killAfter) process.kill("SIGKILL");
    };
    if (killAfter === 0) setImmediate(() => process.kill("SIGKILL"));
    await askAll(count);
    process.kill("SIGKILL");
    await ended;
  }
  const last = await started(words);
  await askAll(() => {});
  await remote.close();
  last.kill("SIGKILL");
  const used = await recentEntries(keykeeperFiles(directory).uses, new Date(0));
  assert.equal(used.length, events.length, "each event was used once, answered or not");
  assert.equal(new Set(used.map(({ event }) => event)).size, events.length);
  assert.deepEqual(
    [...given.values()].filter((times) => times !== 1),
    [],
  );
});

async function started(words: string[]): Promise<ChildProcess> {
  const options = { execArgv: ["--import", "./src/platform/tsx.ts"] };
  const child = fork(program, words, options);
  await Promise.race([once(child, "message"), once(child, "exit")]);
  assert.equal(child.exitCode, null);
  return child;
}
