import assert from "node:assert/strict";
import { Readable, Writable } from "node:stream";
import { test } from "node:test";
import { Output, systemClock } from "#platform";
import { runPiped } from "../test/desk.ts";
import { scanCommand } from "./scan-command.ts";

async function scan(side: string, ...lines: (object | string)[]) {
  const piped = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  const { code, stdout } = await runPiped(piped.join("\n"), {}, "scan", "--side", side, "--jsonl");
  const answers = stdout.split("\n").filter((line) => line !== "");
  return { code, answers: answers.map((line) => JSON.parse(line)) };
}

test("an agent's message that asks for a never-asked item is blocked, and named with its id", async () => {
  const { code, answers } = await scan(
    "agent",
    { id: "a", text: "Please send me your password." },
    { id: 2, text: "We will never ask for your password.", after: "Do you need it?" },
  );
  assert.equal(code, 0);
  const [asked, warned] = answers;
  assert.deepEqual([asked.id, asked.decision, asked.asks], ["a", "block", ["password"]]);
  assert.deepEqual(warned, { id: 2, decision: "allow", asks: [], reasons: [] });
});

test("of an agent's conversation, the first turn that is blocked is named, from 0", async () => {
  const { answers } = await scan(
    "agent",
    {
      turns: [
        { from: "client", text: "I can't sign in. Do you need my password?" },
        { from: "agent", text: "No, we never ask for it." },
        { from: "client", text: "And now?" },
        { from: "agent", text: "Tell me the code from your authenticator app." },
      ],
    },
    { turns: [{ from: "agent", text: "Good morning." }] },
  );
  assert.deepEqual([answers[0].decision, answers[0].first_block_turn], ["block", 3]);
  assert.deepEqual([answers[1].decision, answers[1].first_block_turn], ["allow", null]);
});

test("of a client's message, what is stored and where the secret stood, in UTF-16 units", async () => {
  const text = "😀 my code is 123456";
  const { answers } = await scan("client", { text, after: "What is your two-factor code?" });
  const [{ decision, secrets, redacted }] = answers;
  assert.equal(decision, "allow");
  assert.equal(text.slice(secrets[0].start, secrets[0].end), "123456");
  assert.equal(secrets[0].type, "two_factor_code");
  assert.doesNotMatch(redacted, /123456/);
});

test("of a client's conversation, what was asked holds until it is answered", async () => {
  const asks = { from: "agent", text: "What is your password?" };
  const there = { from: "agent", text: "Are you there?" };
  const answer = { from: "client", text: "sunshine" };
  const { answers } = await scan(
    "client",
    { turns: [asks, there, answer] },
    { turns: [asks, { from: "client", text: "Why?" }, there, answer] },
    { turns: [asks, answer, there, { from: "client", text: "works perfectly" }] },
  );
  assert.deepEqual(
    answers.map(({ redacted }: { redacted: string }) => redacted),
    ["[password removed]", "Why?\n[password removed]", "[password removed]\nworks perfectly"],
  );
});

test("a report is judged with its words, its indicators and the reasons", async () => {
  const text = "Kraken: your account was accessed from Lagos. Not you? Call +1 888 555 0142";
  const { code, answers } = await scan("report", { id: 7, text });
  const [{ id, scam, verdict, signals, indicators, reasons }] = answers;
  assert.deepEqual([code, id, scam, verdict], [0, 7, true, "scam"]);
  for (const { words, start, end } of signals) assert.equal(text.slice(start, end), words);
  assert.deepEqual(indicators, [{ type: "phone", value: "+18885550142" }]);
  assert.match(reasons[0].text, /^It asks/);
});

test("a bad line gets an error with its number, the others their answers, and the exit code is 1", async () => {
  const { code, answers } = await scan(
    "agent",
    "nonsense",
    { id: "x" },
    "",
    { turns: [{ from: "robot", text: "hi" }] },
    { turns: [] },
    { text: "hi", after: 1 },
    { text: "a".repeat(4 * 1024 * 1024) },
    { text: "Good morning." },
  );
  assert.equal(code, 1);
  assert.deepEqual(
    answers.map(({ line, id, error, decision }) => [line ?? id, error?.code ?? decision]),
    [
      [1, "line_not_json"],
      [2, "line_without_text"],
      [4, "line_turns_invalid"],
      [5, "line_turns_invalid"],
      [6, "line_after_invalid"],
      [7, "line_too_long"],
      [undefined, "allow"],
    ],
  );
  assert.deepEqual([answers[1].id, answers[5].decision], ["x", "hold"]);
});

test("an id comes back as it was given, and a file may begin with a byte order mark", async () => {
  const given = [{ id: 7 }, { id: 0.5 }, { id: "" }, { id: null }, { id: { row: [1] } }, {}];
  const lines = given.map((line) => JSON.stringify({ ...line, text: "" }));
  const piped = `\uFEFF${lines.join("\r\n")}`;
  const { code, stdout } = await runPiped(piped, {}, "scan", "--side", "client", "--jsonl");
  assert.equal(code, 0);
  const answer = { decision: "allow", secrets: [], redacted: "" };
  assert.deepEqual(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
    given.map((line) => ({ ...line, ...answer })),
  );
});

test("a person reads sentences; a secret isn't repeated", async () => {
  const report = await runPiped("Install AnyDesk and press 1", {}, "scan", "--side", "report");
  assert.match(report.stdout, /^This looks like a scam\.\n[\s\S]*AnyDesk/);
  const secret = "my password is Winter-2026-kraken";
  const client = await runPiped(secret, {}, "scan", "--side", "client");
  assert.match(client.stdout, /^Removed: password\./);
  assert.doesNotMatch(client.stdout, /Winter/);
});

test("without a side, or without anything piped in, it explains itself", async () => {
  for (const words of [[], ["--side", "both"], ["--side", "agent", "text"], ["--side", "agent"]]) {
    const { code, stderr } = await runPiped("", {}, "scan", ...words);
    assert.equal(code, 2);
    assert.match(stderr, /holdfast scan --side agent\|client\|report/);
  }
});

test("when nobody takes the answers any more, lines without an end are not read on", async () => {
  const left = Object.assign(new Error("the reader left"), { code: "EPIPE" });
  const closed = new Writable({ write: (_piece, _encoding, done) => done(left) });
  const stdin = Readable.from(endless());
  const streams = { stdin, stdout: new Output(closed), stderr: new Output(closed) };
  const words = ["--side", "client", "--jsonl"];
  await scanCommand.run(words, { ...streams, env: {}, clock: systemClock });
  assert.ok(stdin.destroyed);
});

function* endless(): Generator<string> {
  for (;;) yield `${JSON.stringify({ text: "x" })}\n`;
}
