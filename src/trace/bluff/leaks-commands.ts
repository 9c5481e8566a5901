import { createReadStream } from "node:fs";
import {
  type Command,
  type CommandContext,
  dayOf,
  momentIn,
  orRefused,
  Progress,
  readWords,
  system,
  UsageError,
} from "#platform";
import type { TraceDesk } from "../desk.ts";
import { addKnownLeak, listLimits } from "./adding.ts";
import { type KnownLeak, knownLeaks } from "./store.ts";

type LeaksDesk = Pick<TraceDesk, "database" | "appender" | "keykeeper">;

/** Reaches the database, the ledger and the keykeeper of the desk, also while it runs. */
export type ReachLeaks = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<LeaksDesk>;

const usage = `holdfast trace leaks [--json]
holdfast trace leaks add FILE --name NAME --happened DATE [--json]

Lists of what got out elsewhere before, against which every trace holds its sample: rows that stand in one of them may be
sold again. FILE has one e-mail address, phone number with its country, or SHA-1 or SHA-256 of one in hexadecimal a line,
${listLimits.lines.toLocaleString("en")} at most. Of each is kept so little of a keyed hash that it stands for many values: a list can be asked, and
not read. A trace says how many rows are in it, and how many would be by chance.

  --name       what the leak is called, such as the firm and the year
  --happened   when it is said to have happened`;

export function leaksCommands(reach: ReachLeaks): Command[] {
  return [listCommand(reach), addCommand(reach)];
}

function listCommand(reach: ReachLeaks): Command {
  return {
    name: "trace leaks",
    summary: "list the older leaks that samples are held against",
    usage,
    async run(words, context) {
      const { positionals, flags } = readWords(words, [], ["json"]);
      if (positionals.length > 0) throw new UsageError(`There is no leaks ${positionals[0]}.`);
      await using started = new AsyncDisposableStack();
      const { database } = await reach(context, started);
      for (const leak of await knownLeaks(database)) write(context, leak, flags.has("json"));
      return 0;
    },
  };
}

function addCommand(reach: ReachLeaks): Command {
  return {
    name: "trace leaks add",
    summary: "keep a list of what got out elsewhere, as it can be asked and not read",
    usage,
    async run(words, context) {
      const { positionals, options, flags } = readWords(words, ["name", "happened"], ["json"]);
      const [file, ...more] = positionals;
      const { name, happened = "" } = options;
      if (file === undefined || more.length > 0) throw new UsageError("Give one FILE.");
      if (name === undefined) throw new UsageError("Give the leak a --name.");
      const happenedAt = momentIn(happened);
      const now = context.clock();
      if (!happenedAt || happenedAt > now) {
        throw new UsageError(
          `--happened ${happened} is no day in the past. Give one such as 2023-05-01.`,
        );
      }
      await using started = new AsyncDisposableStack();
      const desk = await reach(context, started);
      const progress = new Progress(context, "lines read");
      const given = { name, happenedAt, lines: createReadStream(file) };
      const telling = (lines: number) => progress.at(lines);
      const leak = await orRefused(file, addKnownLeak(desk, system, { ...given, telling }, now));
      progress.end();
      write(context, leak, flags.has("json"));
      return leak.bad > 0 ? 1 : 0;
    },
  };
}

function write({ stdout }: CommandContext, leak: KnownLeak, isJson: boolean): void {
  const { id, name, happenedAt, addedAt, entries, bad } = leak;
  const day = dayOf(happenedAt);
  const said = Object.entries(entries)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`);
  stdout.write(
    isJson
      ? `${JSON.stringify({ id, name, happened: day, added_at: addedAt, entries, bad })}\n`
      : `${name}, ${day}: ${said.join(", ")}; lines that were none: ${bad}\n`,
  );
}
