import { createReadStream } from "node:fs";
import { z } from "@hono/zod-openapi";
import {
  type CommandContext,
  type ExitCode,
  HoldfastError,
  inPlainWords,
  jsonIn,
  LineWriter,
  misfitIn,
  orRefused,
  readLines,
} from "#platform";

const lineBytesMax = 6 * 1024 * 1024;

const tooLong = wrongLine("wrong_line", `This line has over ${lineBytesMax} bytes. Shorten it.`);
const notJson = wrongLine(
  "line_not_json",
  "This line is no JSON. Check its quotation marks and its end.",
);

/** What a proposal still needs: it may be added as it was printed, once that is nothing. */
export const nothingNeeded = z
  .array(z.string().max(40))
  .refine(
    ({ length }) => length === 0,
    "has something still: say first what it names, then take it out",
  )
  .optional();

/** What is written for one line: what became of it, or why nothing did. */
type Said = object | { error: { code: string; message: string } };
type Read<Line> = { line: Line } | { error: { code: string; message: string } };

type Streams = Pick<CommandContext, "stdin" | "stdout">;

/**
 * Takes a file of JSON Lines, or what is piped for `-`, and writes a line for each. A bad one costs nothing but itself;
 * nothing that it says is repeated.
 */
export async function takeLines<Line>(
  file: string,
  schema: z.ZodType<Line>,
  streams: Streams,
  take: (line: Line) => Promise<object>,
): Promise<ExitCode> {
  return await takeGroups(file, schema, streams, { linesMax: 1, lettersMax: 0 }, async (lines) =>
    Promise.all(lines.map((line) => takenOf(() => take(line)))),
  );
}

type GroupLimits = { linesMax: number; lettersMax: number };

/** The same, several lines at a time: `take` answers with what became of each. */
export async function takeGroups<Line>(
  file: string,
  schema: z.ZodType<Line>,
  { stdin, stdout }: Streams,
  { linesMax, lettersMax }: GroupLimits,
  take: (lines: readonly Line[]) => Promise<readonly Said[]>,
): Promise<ExitCode> {
  const input = file === "-" ? stdin : createReadStream(file);
  const writer = new LineWriter(stdout);
  let exitCode: ExitCode = 0;
  let group: { number: number; read: Read<Line> }[] = [];
  let letters = 0;
  const takeGroup = async () => {
    if (group.length === 0) return;
    const taken = [
      ...(await take(group.flatMap(({ read }) => ("line" in read ? [read.line] : [])))),
    ];
    for (const { number, read } of group) {
      const said = "line" in read ? (taken.shift() ?? {}) : read;
      if ("error" in said) exitCode = 1;
      await writer.write(JSON.stringify({ line: number, ...said }));
    }
    group = [];
    letters = 0;
  };
  const work = async () => {
    for await (const { number, text } of readLines(input, lineBytesMax)) {
      if (text?.trim() === "") continue;
      group.push({ number, read: readText(text, schema) });
      letters += text?.length ?? 0;
      if (group.length >= linesMax || letters >= lettersMax) await takeGroup();
    }
    await takeGroup();
    await writer.flush();
  };
  await orRefused(file, work());
  return exitCode;
}

/** Takes the entries of one file of JSON in the same way. */
export async function takeEntries<Line>(
  entries: readonly unknown[],
  schema: z.ZodType<Line>,
  { stdout }: Pick<CommandContext, "stdout">,
  take: (line: Line) => Promise<object>,
): Promise<ExitCode> {
  const writer = new LineWriter(stdout);
  let exitCode: ExitCode = 0;
  for (const [place, entry] of entries.entries()) {
    const read = readLine(entry, schema);
    const said = "line" in read ? await takenOf(() => take(read.line)) : read;
    if ("error" in said) exitCode = 1;
    await writer.write(JSON.stringify({ entry: place + 1, ...said }));
  }
  await writer.flush();
  return exitCode;
}

function readText<Line>(text: string | undefined, schema: z.ZodType<Line>): Read<Line> {
  if (text === undefined) return tooLong;
  const given = jsonIn(text);
  return given === undefined ? notJson : readLine(given, schema);
}

function readLine<Line>(given: unknown, schema: z.ZodType<Line>): Read<Line> {
  const read = schema.safeParse(given, inPlainWords);
  return read.success ? { line: read.data } : wrongLine("wrong_line", misfitIn(read.error));
}

function wrongLine(code: string, message: string) {
  return { error: { code, message } };
}

async function takenOf(take: () => Promise<object>): Promise<Said> {
  try {
    return await take();
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    return refusal(error);
  }
}

/** What is written of a line that was refused. */
export function refusal({ code, message }: HoldfastError): Said {
  return { error: { code, message } };
}
