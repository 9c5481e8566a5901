import { createReadStream } from "node:fs";
import {
  type Command,
  type CommandContext,
  type ExitCode,
  HoldfastError,
  type InputLine,
  inPlainWords,
  jsonIn,
  LineWriter,
  misfitIn,
  orRefused,
  readLines,
  readWords,
  system,
  UsageError,
} from "#platform";
import { chanceOfTouch } from "./chance.ts";
import type { CanaryDesk } from "./desk.ts";
import { canarySchema } from "./line.ts";
import { placeCanary } from "./place.ts";
import { countClients, placedCanaries } from "./store.ts";

const lineBytesMax = 1024 * 1024;
const looks = 2_000;

/** What the commands of canaries work with; what was started for them ends with `started`. */
export type ReachCanaries = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<CanaryDesk>;

type ReachDatabase = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<Pick<CanaryDesk, "database">>;

/** The verbs of clients who don't exist. Listing them takes no key. */
export function canariesCommands(reach: ReachCanaries, reachDesk: ReachDatabase): Command[] {
  return [placeCommand(reach), listCommand(reachDesk)];
}

function placeCommand(reach: ReachCanaries): Command {
  return {
    name: "canaries place",
    summary: "place clients who don't exist, with values that name who saw them",
    usage: `holdfast canaries place FILE.jsonl

Each line is a client whom you invent:

  {"fields": {"name": "Noor Haddad", "email": "…", "phone": "…", "balance": "812000.00 EUR"}, "class": "exposed",
   "decoys": {"email": {"domain": "example.net"}, "phone": ["+31201234567", "…"]},
   "name": "Noor", "language": "en", "questions": [{"topic": "account", "text": "…"}, …]}

Place them where bribed staff look: high balances, people in the public eye. Everybody on the staff sees an own address below
the domain, where all mail must come to you, and an own number of the list. It asks each of its
questions once, now and then, and is silent afterwards. Prints a JSON line for each; a bad line gets its number and why. "-" reads what is piped.`,
    async run(words, context) {
      const { positionals } = readWords(words, []);
      const [file, ...more] = positionals;
      if (file === undefined || more.length > 0) throw new UsageError("Give one FILE.");
      await using started = new AsyncDisposableStack();
      const desk = await reach(context, started);
      return await placeLines(desk, file, context);
    },
  };
}

async function placeLines(
  desk: CanaryDesk,
  file: string,
  { stdin, stdout, clock }: CommandContext,
): Promise<ExitCode> {
  const input = file === "-" ? stdin : createReadStream(file);
  const writer = new LineWriter(stdout);
  let exitCode: ExitCode = 0;
  const place = async () => {
    for await (const line of readLines(input, lineBytesMax)) {
      if (line.text?.trim() === "") continue;
      const said = await placeLine(desk, line, clock());
      if ("error" in said) exitCode = 1;
      await writer.write(JSON.stringify({ line: line.number, ...said }));
    }
    await writer.flush();
  };
  await orRefused(file, place());
  return exitCode;
}

/** A bad line costs nothing but itself. What it says isn't repeated. */
async function placeLine(desk: CanaryDesk, { text, isUtf8 }: InputLine, now: Date) {
  if (text === undefined) {
    return wrong("line_too_long", `The line has over ${lineBytesMax} bytes. Shorten it.`);
  }
  if (!isUtf8) {
    const sentence = "This line isn't UTF-8, so letters of it would be changed. Write it in UTF-8.";
    return wrong("line_not_utf8", sentence);
  }
  const json = jsonIn(text);
  if (json === undefined) {
    return wrong("line_not_json", "This line isn't JSON. Write one object a line.");
  }
  const read = canarySchema.safeParse(json, inPlainWords);
  if (!read.success) return wrong("wrong_canary", misfitIn(read.error));
  try {
    return await placeCanary(desk, read.data, system, now);
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    return wrong(error.code, error.message);
  }
}

function wrong(code: string, message: string) {
  return { error: { code, message } };
}

function listCommand(reach: ReachDatabase): Command {
  return {
    name: "canaries list",
    summary: "list the clients who don't exist, without a value",
    usage: `holdfast canaries list

Prints a JSON line for each, and how likely ${looks.toLocaleString("en")} looks at random meet one.`,
    async run(words, context) {
      if (words.length > 0) throw new UsageError(`There is no ${words[0]}.`);
      await using started = new AsyncDisposableStack();
      const { database } = await reach(context, started);
      const placed = await placedCanaries(database);
      for (const one of placed) context.stdout.write(`${JSON.stringify(one)}\n`);
      const clients = await countClients(database);
      const chance = clients > 0 ? chanceOfTouch(placed.length / clients, looks) : 0;
      context.stderr.write(
        `${placed.length} of ${clients} clients. ${looks} looks at random meet one with ${(100 * chance).toFixed(1)} %: place them where people look.\n`,
      );
      return 0;
    },
  };
}
