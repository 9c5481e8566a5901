import {
  type Command,
  type CommandContext,
  english,
  type Id,
  momentIn,
  newId,
  readWords,
  system,
  UsageError,
} from "#platform";
import {
  finishedWith,
  Pseudonyms,
  printResult,
  type TraceStep,
  type TracingDesk,
} from "./case/index.ts";
import type { TraceDesk } from "./desk.ts";
import { traceBegan } from "./events.ts";
import { photoKindOf, readPhotoFile } from "./photo/index.ts";
import { reportOf, reportText } from "./report.ts";
import type { TraceResult } from "./result.ts";
import type { Sample } from "./sample/index.ts";
import { type Meaning, meaningOf, readSample, wordOf } from "./sample/index.ts";
import { leftOutOf } from "./sentences.ts";
import { traceSample } from "./tracing.ts";
import { tracePhoto } from "./tracing-photo.ts";

/** What the command works with. */
type CommandDesk = TracingDesk & Pick<TraceDesk, "appender">;

/** Reaches the database, the ledger and the keykeeper of the desk, also while it runs. */
export type ReachTrace = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<CommandDesk>;

const usage = `holdfast trace SAMPLE [--before DATE] [--columns NAME=MEANING,...] [--json]

Says of a leaked sample whom its rows are about, whose looks explain it or that nobody's do, when it was taken, whether it
is what it is said to be, and whom else it affects. SAMPLE is a file in any form: CSV, JSON Lines, an SQL dump, pasted text; or
pictures of our screens (PNG, JPEG, WebP, AVIF, GIF, PDF, a video): then by their marks whose screens they were, and in which minute.
Nothing of it is kept; that it was traced is an event. People and clients come out under pseudonyms: an analyst's page (/staff/traces)
keeps a case, opens a name with a reason, and makes a certificate that two sign.

  --before   when the sample was first seen in public, in UTC (2026-04-14, 2026-04-14T08:00); now without it. Later looks
             say nothing.
  --columns  what columns mean that were guessed wrongly, such as col3=phone.end,col4=ignored. A meaning is account,
             reference, unknown, ignored, name.first, name.last, foreign.password, or a field: email, phone.masked
  --json     the report for programs

What it says is likely, and no proof: it accuses nobody.`;

export function traceCommand(reach: ReachTrace): Command {
  return {
    name: "trace",
    summary: "say of a leaked sample whose looks explain it, when, and whom else it affects",
    usage,
    async run(words, context) {
      const { positionals, options, flags } = readWords(words, ["before", "columns"], ["json"]);
      const [file, ...more] = positionals;
      if (file === undefined || more.length > 0) throw new UsageError("Give one SAMPLE.");
      const before = beforeIn(options.before, context.clock());
      const columns = columnsIn(options.columns);
      const bytes = await readPhotoFile(file);
      const sample = photoKindOf(bytes) ? undefined : await readSample(bytes, { columns });
      for (const line of sample ? readingLines(sample) : []) context.stderr.write(`${line}\n`);
      await using started = new AsyncDisposableStack();
      const desk = await reach(context, started);
      const result = await trace(desk, bytes, { sample, before }, (step) => {
        context.stderr.write(`${step} …\n`);
      });
      const called = new Pseudonyms(result);
      context.stdout.write(
        flags.has("json")
          ? `${JSON.stringify(reportOf(english, result, called))}\n`
          : reportText(english, context.clock(), result, called),
      );
      return sample && sample.stated.lines.bad > 0 ? 1 : 0;
    },
  };
}

/** Between its two events, as every trace is. */
async function trace(
  desk: CommandDesk,
  bytes: Uint8Array,
  { sample, before }: { sample: Sample | undefined; before: Date },
  tell: (step: TraceStep) => void,
): Promise<TraceResult> {
  const { appender, clock } = desk;
  const id: Id<"trace"> = newId("trace", clock());
  const details = {
    ...{ trace: id, bytes: bytes.length },
    ...{ rows: sample?.rows.length ?? 0, bad: sample?.stated.lines.bad ?? 0 },
  };
  await appender.append(system, { kind: traceBegan, details }, clock());
  const progress = async (step: TraceStep) => tell(step);
  const { result } = sample
    ? await traceSample(desk, { sample, before }, progress)
    : await tracePhoto(desk, { bytes, before }, progress);
  await appender.append(system, finishedWith(id, result, printResult(result)), clock());
  return result;
}

/** How the sample was read, so that somebody sees what was guessed wrongly. */
function readingLines(sample: Sample): string[] {
  const { rows, columns, bad, stated } = sample;
  return [
    `Read as ${stated.format.replaceAll("_", " ")}: ${rows.length} rows, ${stated.lines.bad} lines that can't be read.`,
    ...leftOutOf(english, sample),
    ...columns.map(({ name, meaning, sure }) => {
      const guessed = sure ? "" : " (a guess: correct it with --columns)";
      return `  ${JSON.stringify(name)} is ${wordOf(meaning)}${guessed}`;
    }),
    ...bad.map(({ line, because }) => `  line ${line}: ${because}`),
    ...(stated.cut
      ? [
          `Nothing from line ${stated.cut.line} on was read: ${stated.cut.limit} ${stated.cut.by} are the limit.`,
        ]
      : []),
  ];
}

/** @throws {UsageError} */
function beforeIn(text: string | undefined, now: Date): Date {
  if (text === undefined) return now;
  const before = momentIn(text);
  if (!before) {
    throw new UsageError(
      `--before ${text} is no date. Give one such as 2026-04-14 or 2026-04-14T08:00, in UTC.`,
    );
  }
  if (before > now) {
    throw new UsageError(`--before ${text} is yet to come. Give the day it was first seen.`);
  }
  return before;
}

/** @throws {UsageError} */
function columnsIn(text: string | undefined): Map<string, Meaning> {
  const pairs = (text ?? "").split(",").filter((pair) => pair !== "");
  return new Map(
    pairs.map((pair): [string, Meaning] => {
      const split = pair.lastIndexOf("=");
      const meaning = meaningOf(pair.slice(split + 1));
      if (split < 1 || !meaning) {
        throw new UsageError(`--columns ${pair} is no NAME=MEANING that there is.`);
      }
      return [pair.slice(0, split), meaning];
    }),
  );
}
