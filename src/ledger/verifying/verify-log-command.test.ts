import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { type Database, openDatabase } from "#platform";
import { openUntouchedLog } from "#test";
import { printCheckpoint, printPolicy, signNote } from "#tlog";
import { lastVerification } from "./store.ts";
import { verifyLogCommand } from "./verify-log-command.ts";

type Log = Awaited<ReturnType<typeof openUntouchedLog>>;

async function run(log: Log, words: string[], database: Database = log.ledger.opened.database) {
  const { signerDirectory: logDirectory, time } = log.ledger;
  const policyFile = join(logDirectory, "policy.txt");
  await writeFile(policyFile, printPolicy(log.policy));
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const files = { logDirectory, policyFile, receiptKeyFile: "" };
  const command = verifyLogCommand(async () => ({ database, files }));
  const context = { stdin: process.stdin, stdout, stderr, env: {}, clock: () => time.now };
  const code = await command.run(words, context);
  return { code, said: String(stdout.read()), complained: String(stderr.read() ?? "") };
}

test("verify-log says that all fits, and the log page can tell when it was verified", async () => {
  await using log = await openUntouchedLog();
  const { database } = log.ledger.opened;
  assert.equal(await lastVerification(database), undefined);
  const { code, said, complained } = await run(log, []);
  assert.equal(code, 0);
  assert.match(said, /All fits\.\n$/);
  assert.equal(complained, "");
  const last = await lastVerification(database);
  assert.deepEqual(
    [last?.endedAt, last?.size, last?.vouchedSize, last?.findingsCount, last?.firstFindings],
    [log.ledger.time.now, log.size, log.size, 0, []],
  );
});

test("verify-log names what doesn't fit, in a sentence and as JSON, and its exit code says so", async () => {
  await using log = await openUntouchedLog();
  const { rows } = await log.owner.query<{ id: string }>(
    "update ledger.events set purpose = 'another' where client_seq = 3 and kind = 'test.noted' and salt is not null returning id",
  );
  const text = await run(log, []);
  assert.equal(text.code, 1);
  assert.match(text.said, /event_changed: event_\w{26} \(leaf \d+, number \d+ of lane \d, /);
  const { code, said } = await run(log, ["--json"]);
  assert.equal(code, 1);
  const report = JSON.parse(said);
  assert.equal(report.findings_count, rows.length);
  assert.equal(report.findings[0].code, "event_changed");
  assert.deepEqual(Object.keys(report.findings[0].at).sort(), [
    ...["client", "client_seq", "event", "instance", "instance_seq", "leaf"],
  ]);
  const last = await lastVerification(log.ledger.opened.database);
  assert.equal(last?.findingsCount, rows.length);
  assert.equal(last?.firstFindings[0]?.code, "event_changed");
});

test("verify-log needs no right to write, and says that the log page isn't told", async () => {
  await using log = await openUntouchedLog();
  const { appUrl } = log.ledger.opened;
  const url = new URL(appUrl);
  url.searchParams.set("options", "-c default_transaction_read_only=on");
  const reading = openDatabase(url.href, () => {});
  try {
    const { code, complained } = await run(log, [], reading);
    assert.equal(code, 0);
    assert.match(complained, /only reads/);
  } finally {
    await reading.end();
  }
});

test("verify-log holds the log against a checkpoint that somebody kept", async () => {
  await using log = await openUntouchedLog();
  const { origin, signers } = log.ledger.logSigner;
  const file = join(log.ledger.signerDirectory, "kept.txt");
  const [size = 0] = log.checkpoints;
  const { rows } = await log.owner.query<{ note: string }>(
    "select note from ledger.checkpoints where size = $1",
    [size],
  );
  await writeFile(file, rows[0]?.note ?? "");
  assert.equal((await run(log, ["--checkpoint", file])).code, 0);
  const text = printCheckpoint({ origin, size, root: Buffer.alloc(32), extensions: [] });
  await writeFile(file, signNote(text, signers, log.ledger.time.now));
  const { code, said } = await run(log, ["--checkpoint", file]);
  assert.equal(code, 1);
  assert.match(said, /checkpoint_forked/);
  await writeFile(file, text);
  await assert.rejects(run(log, ["--checkpoint", file]), { code: "checkpoint_invalid" });
});

test("verify-log refuses a policy that isn't one, and words that it doesn't know", async () => {
  await using log = await openUntouchedLog();
  const other = join(log.ledger.signerDirectory, "other.txt");
  await writeFile(other, "log me\n");
  await assert.rejects(run(log, ["--policy", other]), { code: "log_policy_invalid" });
  await assert.rejects(run(log, ["everything"]), { code: "usage" });
});
