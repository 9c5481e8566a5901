import assert from "node:assert/strict";
import { PassThrough, Readable } from "node:stream";
import { test } from "node:test";
import { checkCommand } from "./check-command.ts";

const kraken = "examples/kraken.directory.json";

const today = new Date("2026-11-20T12:00:00Z");

async function run(args: string[], piped?: string, now = today, env = {}) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const stdin = piped === undefined ? terminal() : Readable.from([Buffer.from(piped)]);
  const clock = () => now;
  const exitCode = await checkCommand.run(args, { stdin, stdout, stderr, env, clock });
  const text = String(stdout.read() ?? "");
  return { exitCode, text };
}

function terminal(): Readable {
  return Object.assign(Readable.from([]), { isTTY: true });
}

async function runLines(piped: string, args: string[] = []) {
  const { exitCode, text } = await run(["--jsonl", ...args], piped);
  const lines = text.split("\n").filter((line) => line !== "");
  return { exitCode, answers: lines.map((line) => JSON.parse(line)) };
}

test("each line of JSON gets its answer in order, and a bad one its number", async () => {
  const { exitCode, answers } = await runLines(
    '"kraken.com"\n\n{"input": "futures.kraken.com"}\nkraken.com\n{"text": "x"}\n[1]\r\n"kraken.com"',
    ["--directory", kraken],
  );
  assert.equal(exitCode, 1);
  assert.deepEqual(
    answers.map((answer) => answer.verdict ?? [answer.line, answer.error.code]),
    [
      "ours",
      "ours",
      [4, "line_not_json"],
      [5, "line_without_input"],
      [6, "line_without_input"],
      "ours",
    ],
  );
});

test("an answer holds what was read and why", async () => {
  const { exitCode, answers } = await runLines('"+1 202 555 0100"');
  assert.equal(exitCode, 0);
  assert.deepEqual(Object.keys(answers[0]), ["input", "kind", "verdict", "reasons", "read_as"]);
  assert.equal(answers[0].input, "+1 202 555 0100");
  assert.equal(answers[0].verdict, "ours_inbound_only");
  assert.ok(answers[0].reasons[0].text.length > 0);
});

test("a line of ten megabytes is unreadable, and the next line is still read", async () => {
  const { exitCode, answers } = await runLines(`"${"a".repeat(10_000_000)}"\n"larkmoor.example"`);
  assert.equal(exitCode, 1);
  assert.deepEqual([answers[0].line, answers[0].verdict], [1, "unreadable"]);
  assert.equal(answers[1].verdict, "ours");
});

test("broken text is unreadable, not an error", async () => {
  const { exitCode, answers } = await runLines('"\\ud800"\n"a\\u0000b"');
  assert.equal(exitCode, 0);
  assert.deepEqual([answers[0].verdict, answers[1].verdict], ["unreadable", "unreadable"]);
});

test("a person gets the verdict first, then why, then what to do", async () => {
  const { exitCode, text } = await run(["+1 202 555 0100"]);
  assert.equal(exitCode, 0);
  assert.match(text, /^It is our number, but we never call from it\./);
  assert.match(text, /\+1 202 555 0100[\s\S]+ {2}- You can call us[\s\S]+1\. Hang up\./);
});

test("a piped message is checked as a whole", async () => {
  const { text } = await run([], "Call +1 202 555 0100\nor open https://larkmoor.example\n");
  assert.match(text, /message: /);
});

test("a raw mail is read as one", async () => {
  const mail = "From: a@shop.example\nTo: b@shop.example\nSubject: hi\n\nhello\n";
  const { answers } = await runLines(mail, ["--mail", "-"]);
  assert.equal(answers[0].kind, "raw_mail");
});

test("a signed directory is taken with its key, and refused where verifying refuses it", async () => {
  const signed = "examples/larkmoor.directory.jws.json";
  const key = "examples/demo-directory-key.public.json";
  const args = ["larkmoor.example", "--directory", signed, "--key"];
  assert.match((await run([...args, key])).text, /^Yes, this is ours\./);
  const later = new Date("2126-11-20T12:00:00Z");
  await assert.rejects(run([...args, key], undefined, later), { code: "directory_expired" });
  await assert.rejects(run([...args, kraken]), { code: "key_invalid" });
  const unsigned = ["x", "--directory", kraken, "--key", key];
  await assert.rejects(run(unsigned), { code: "directory_not_signed" });
  await assert.rejects(run(["x", "--key", key]), { code: "usage" });
});

test("the settings of the desk say which directory it is, and a signed one needs its key", async () => {
  const signed = "examples/larkmoor.directory.jws.json";
  const key = "examples/demo-directory-key.public.json";
  const env = { DIRECTORY_FILE: signed, DIRECTORY_KEY: key };
  assert.match((await run(["larkmoor.example"], undefined, today, env)).text, /^Yes, this is ours/);
  const unsigned = { DIRECTORY_FILE: kraken, DIRECTORY_KEY: key };
  await assert.rejects(run(["x"], undefined, today, unsigned), { code: "directory_not_signed" });
  await assert.rejects(run(["x", "--directory", signed]), { code: "directory_signed" });
});

test("without anything to check, it explains itself", async () => {
  await assert.rejects(run([]), { code: "usage" });
  await assert.rejects(run([], ""), { code: "usage" });
  await assert.rejects(run(["--unknown"]), { code: "usage" });
  await assert.rejects(run(["x", "--mail", "y"]), { code: "usage" });
  await assert.rejects(run(["x", "--directory", "nowhere.json"]), { code: "file_unreadable" });
});
