import { promises as dns } from "node:dns";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { parseArgs } from "node:util";
import {
  type Command,
  type CommandContext,
  type ExitCode,
  english,
  LineWriter,
  messageOf,
  orRefused,
  Progress,
  readConfig,
  readLines,
  UsageError,
} from "#platform";
import { type Checker, createChecker } from "./check.ts";
import type { Directory } from "./directory.ts";
import { readDirectoryFile, readVerifiedFile } from "./directory-files.ts";
import { findingAsLine, findingAsText } from "./finding-output.ts";
import { mailBytesMax } from "./mail-limits.ts";
import { contactsSettings } from "./settings.ts";
import { judgedUnreadable, unreadable } from "./unreadable.ts";

/** A raw mail of the greatest size, every byte of it escaped, would be longer: `--mail` takes those. */
const lineBytesMax = 4 * 1024 * 1024;

const usage = `holdfast check [INPUT...] [--directory FILE [--key PUBLICKEY]] [--jsonl]
holdfast check --mail FILE [--directory FILE [--key PUBLICKEY]] [--jsonl]

Says whether a phone number, link, website, e-mail address, account, sender or message is the firm's.
Without INPUT, the piped text is checked as one message or one raw mail.

  --directory FILE  the firm's contacts; without it, those of DIRECTORY_FILE
                    and DIRECTORY_KEY, which are the demo firm's unless you set them
  --key PUBLICKEY   FILE is a signed directory: verify it with this key first
  --mail FILE       a raw e-mail with its headers; "-" reads it from the pipe
  --jsonl           each piped line is a JSON string or {"input": "..."}; each answer is a JSON line

  holdfast check "+1 202 555 0100"
  holdfast check --directory examples/kraken.directory.json kraken-log-eng.pages.dev
  holdfast check --jsonl --directory examples/kraken.directory.json < inputs.jsonl`;

export const checkCommand: Command = {
  name: "check",
  summary: "is this number, link, address, account or message really the firm's?",
  usage,
  async run(words, context) {
    const { inputs, directory, key, mail, jsonl } = readWords(words);
    const isPiped = !("isTTY" in context.stdin && context.stdin.isTTY === true);
    if (inputs.length === 0 && mail === undefined && !isPiped) {
      throw nothingToCheck();
    }
    const contacts = await contactsIn({ directory, key }, context);
    const checker = createChecker(contacts, { resolver: (name) => dns.resolveTxt(name) });
    if (jsonl && mail === undefined && inputs.length === 0) return checkLines(checker, context);
    const given =
      mail === undefined ? inputs : [await orRefused(mail, readMailFile(mail, context.stdin))];
    const all = given.length > 0 ? given : [await readPiped(context.stdin)];
    for (const [place, input] of all.entries()) {
      const finding = await checker.checkAny(input, context.clock());
      const answer = jsonl
        ? JSON.stringify(findingAsLine(finding, finding.input))
        : findingAsText(finding, contacts.firm, english);
      context.stdout.write(`${place > 0 && !jsonl ? "\n" : ""}${answer}\n`);
    }
    return 0;
  },
};

/** The unsigned directory that people edit, a signed one with its key, or the one that the desk keeps to. */
function contactsIn(
  { directory, key }: Pick<Words, "directory" | "key">,
  { env, clock }: CommandContext,
): Promise<Directory> {
  if (directory !== undefined && key !== undefined)
    return readVerifiedFile(directory, key, clock());
  if (directory !== undefined) return readDirectoryFile(directory);
  const { DIRECTORY_FILE, DIRECTORY_KEY } = readConfig(contactsSettings, env);
  return readVerifiedFile(DIRECTORY_FILE, DIRECTORY_KEY, clock());
}

type Words = {
  inputs: string[];
  directory?: string | undefined;
  key?: string | undefined;
  mail?: string;
  jsonl: boolean;
};

function readWords(words: string[]): Words {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        directory: { type: "string" },
        key: { type: "string" },
        mail: { type: "string" },
        jsonl: { type: "boolean", default: false },
      },
    });
    if (values.mail !== undefined && positionals.length > 0) {
      throw new UsageError("Give INPUT or --mail, not both.");
    }
    if (values.key !== undefined && values.directory === undefined) {
      throw new UsageError("--key verifies a signed directory: give --directory too.");
    }
    return { inputs: positionals, ...values };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(messageOf(error));
  }
}

async function checkLines(checker: Checker, context: CommandContext): Promise<ExitCode> {
  const writer = new LineWriter(context.stdout);
  const progress = new Progress(context, "lines checked");
  let exitCode: ExitCode = 0;
  for await (const { number, text } of readLines(context.stdin, lineBytesMax)) {
    progress.at(number);
    if (text?.trim() === "") continue;
    const input = text === undefined ? tooLong() : inputIn(text);
    if (typeof input === "string") {
      const finding = input.includes("\n")
        ? await checker.checkAny(input, context.clock())
        : checker.check(input, context.clock());
      await writer.write(JSON.stringify(findingAsLine(finding, input)));
    } else {
      exitCode = 1;
      await writer.write(JSON.stringify({ line: number, ...input }));
    }
    if (writer.isLost) break;
  }
  await writer.flush();
  progress.end();
  return exitCode;
}

type BadLine = { error: { code: string; message: string } };

/** The line was passed over unread; a reader that looks for the verdict alone gets one too. */
function tooLong(): BadLine & ReturnType<typeof findingAsLine> {
  const finding = { input: "", ...judgedUnreadable("unknown", "", unreadable("too_long")) };
  const message = `The line is longer than ${lineBytesMax} bytes. Give a raw mail with --mail.`;
  return { ...findingAsLine(finding, ""), error: { code: "line_too_long", message } };
}

function inputIn(line: string): string | BadLine {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return badLine("line_not_json", "This line isn't JSON.");
  }
  if (typeof json === "string") return json;
  if (typeof json === "object" && json !== null && "input" in json) {
    if (typeof json.input === "string") return json.input;
  }
  return badLine("line_without_input", "This line holds no input.");
}

function badLine(code: string, wrong: string): BadLine {
  return { error: { code, message: `${wrong} Write a JSON string or {"input": "..."}.` } };
}

/** At most one byte more than a mail may have, so that the checker can say that it is too large. */
async function readBounded(input: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    chunks.push(bytes);
    length += bytes.length;
    if (length > mailBytesMax) break;
  }
  return Buffer.concat(chunks).subarray(0, mailBytesMax + 1);
}

function readMailFile(file: string, stdin: Readable): Promise<Buffer> {
  return readBounded(file === "-" ? stdin : createReadStream(file));
}

async function readPiped(stdin: Readable): Promise<string> {
  const piped = await readBounded(stdin);
  if (piped.length === 0) throw nothingToCheck();
  return piped.toString("utf8");
}

function nothingToCheck(): UsageError {
  return new UsageError("Nothing to check: give an INPUT, or pipe one in.");
}
