import type { Turn } from "#guard";
import {
  type Command,
  type CommandContext,
  type ExitCode,
  LineWriter,
  Progress,
  readLines,
  readWords,
  UsageError,
} from "#platform";
import { type Scanned, type Side, scanAgent, scanClient, scanReport, sides } from "./scan-side.ts";
import { agentInWords, clientInWords, reasonsInWords, reportInWords } from "./scan-words.ts";

/** More than any message may have; what is longer is held. */
const lineBytesMax = 4 * 1024 * 1024;

const usage = `holdfast scan --side agent|client|report [--jsonl]

Reads a message from the pipe and says what the guard makes of it. Nothing is stored or sent.

  --side agent   a message of our own staff: does it ask for a never-asked item?
  --side client  a message of a client: which secrets are removed before it is stored?
  --side report  a message, mail or call that somebody reports: is it a scam, by which words, with whose
                 numbers, addresses, links, handles and wallets?
  --jsonl        each piped line is {"id"?, "text", "after"?: "the other side's last message"} or
                 {"id"?, "turns": [{"from": "agent"|"client", "text"}]}; each answer is a JSON line.
                 Offsets count UTF-16 units, turns count from 0.

  holdfast scan --side report < message.txt
  holdfast scan --side agent --jsonl < messages.jsonl`;

export const scanCommand: Command = {
  name: "scan",
  summary: "what does the guard make of a message: asks, secrets, a scam?",
  usage,
  async run(words, context) {
    const { positionals, options, flags } = readWords(words, ["side"], ["jsonl"]);
    const side = sides.find((name) => name === options.side);
    if (side === undefined) throw new UsageError(`Give --side ${sides.join(", ")}.`);
    if (positionals.length > 0 || ("isTTY" in context.stdin && context.stdin.isTTY === true)) {
      throw new UsageError("Pipe the message in: what stands in a command is kept in its history.");
    }
    if (flags.has("jsonl")) return scanLines(side, context);
    context.stdout.write(`${inWords(side, { text: await readText(context) })}\n`);
    return 0;
  },
};

async function scanLines(side: Side, context: CommandContext): Promise<ExitCode> {
  const writer = new LineWriter(context.stdout);
  const progress = new Progress(context, "messages scanned");
  let exitCode: ExitCode = 0;
  for await (const { number, text } of readLines(context.stdin, lineBytesMax)) {
    progress.at(number);
    if (text?.trim() === "") continue;
    const read = text === undefined ? tooLong(side) : readLine(text);
    if ("error" in read) exitCode = 1;
    const answer = "error" in read ? { line: number, ...read } : answerTo(side, read);
    await writer.write(JSON.stringify(answer));
    if (writer.isLost) break;
  }
  await writer.flush();
  progress.end();
  return exitCode;
}

/** Whatever its writer knows the line by. */
type Identified = { id?: unknown };
type BadLine = Identified & { decision?: "hold"; error: { code: string; message: string } };

/** It wasn't read, so it is held, for a reader who looks at the decision alone. */
function tooLong(side: Side): BadLine {
  const message = `The line is longer than ${lineBytesMax} bytes.`;
  const error = { code: "line_too_long", message };
  return side === "report" ? { error } : { decision: "hold", error };
}

function readLine(line: string): (Scanned & Identified) | BadLine {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return badLine("line_not_json", "This line isn't JSON.");
  }
  if (typeof json !== "object" || json === null) {
    return badLine("line_without_text", "This line is no object.");
  }
  const identified = "id" in json ? { id: json.id } : {};
  if ("turns" in json) {
    const turns = Array.isArray(json.turns) ? json.turns : [];
    if (turns.length > 0 && turns.every(isTurn)) return { ...identified, turns };
    return badLine("line_turns_invalid", "The turns of this line can't be read.", identified);
  }
  if (!("text" in json) || typeof json.text !== "string") {
    return badLine("line_without_text", "This line holds no text.", identified);
  }
  const after = "after" in json ? json.after : undefined;
  if (after === undefined || after === null) return { ...identified, text: json.text };
  if (typeof after === "string") return { ...identified, text: json.text, after };
  return badLine("line_after_invalid", '"after" isn\'t text.', identified);
}

function isTurn(turn: unknown): turn is Turn {
  if (typeof turn !== "object" || turn === null || !("from" in turn) || !("text" in turn)) {
    return false;
  }
  return (turn.from === "agent" || turn.from === "client") && typeof turn.text === "string";
}

function badLine(code: string, wrong: string, identified: Identified = {}): BadLine {
  const remedy = 'Write {"text": "..."} or {"turns": [{"from": "agent", "text": "..."}]}.';
  return { ...identified, error: { code, message: `${wrong} ${remedy}` } };
}

function answerTo(side: Side, { id, ...scanned }: Scanned & Identified): object {
  const identified = id === undefined ? {} : { id };
  switch (side) {
    case "agent":
      return { ...identified, ...scanAgent(scanned) };
    case "client":
      return { ...identified, ...scanClient(scanned) };
    case "report": {
      const { reasons, ...analysis } = scanReport(scanned);
      return { ...identified, ...analysis, reasons: reasonsInWords(reasons) };
    }
  }
}

function inWords(side: Side, scanned: Scanned): string {
  switch (side) {
    case "agent":
      return agentInWords(scanAgent(scanned));
    case "client":
      return clientInWords(scanClient(scanned));
    case "report":
      return reportInWords(scanReport(scanned));
  }
}

/** @throws {UsageError} for nothing, or more than a message may have */
async function readText({ stdin }: CommandContext): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    chunks.push(bytes);
    length += bytes.length;
    if (length > lineBytesMax) {
      throw new UsageError(`The message is longer than ${lineBytesMax} bytes.`);
    }
  }
  if (length === 0) throw new UsageError("Nothing to scan: pipe a message in.");
  return Buffer.concat(chunks).toString("utf8");
}
