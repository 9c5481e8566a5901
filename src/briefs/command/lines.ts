import { createReadStream } from "node:fs";
import type { z } from "@hono/zod-openapi";
import {
  type CommandContext,
  type ExitCode,
  HoldfastError,
  jsonIn,
  LineWriter,
  orRefused,
  readLines,
} from "#platform";

const lineBytesMax = 6 * 1024 * 1024;

const tooLong = { error: { code: "wrong_line", message: "the line: is too long" } };

/** What is written for one line: what became of it, or why nothing did. */
type Said = object | { error: { code: string; message: string } };

/**
 * Takes a file of JSON Lines, or what is piped for `-`, and writes a line for each. A bad one costs nothing but itself;
 * nothing that it says is repeated.
 */
export async function takeLines<Line>(
  file: string,
  schema: z.ZodType<Line>,
  { stdin, stdout }: Pick<CommandContext, "stdin" | "stdout">,
  take: (line: Line) => Promise<object>,
): Promise<ExitCode> {
  const input = file === "-" ? stdin : createReadStream(file);
  const writer = new LineWriter(stdout);
  let exitCode: ExitCode = 0;
  const work = async () => {
    for await (const { number, text } of readLines(input, lineBytesMax)) {
      if (text?.trim() === "") continue;
      const said = text === undefined ? tooLong : await saidOf(jsonIn(text), schema, take);
      if ("error" in said) exitCode = 1;
      await writer.write(JSON.stringify({ line: number, ...said }));
    }
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
    const said = await saidOf(entry, schema, take);
    if ("error" in said) exitCode = 1;
    await writer.write(JSON.stringify({ entry: place + 1, ...said }));
  }
  await writer.flush();
  return exitCode;
}

async function saidOf<Line>(
  given: unknown,
  schema: z.ZodType<Line>,
  take: (line: Line) => Promise<object>,
): Promise<Said> {
  const read = schema.safeParse(given);
  if (!read.success) {
    const issue = clearest(read.error.issues);
    const where = issue?.path.join(".") || "the line";
    return {
      error: { code: "wrong_line", message: `${where}: ${issue?.message ?? "is wrong"}` },
    };
  }
  try {
    return await take(read.data);
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    return { error: { code: error.code, message: error.message } };
  }
}

type Issue = z.core.$ZodIssue;

/** Of something that may be one of several the complaint of the one that it is nearest to. */
function clearest(issues: readonly Issue[]): Issue | undefined {
  const [issue] = issues;
  if (issue?.code !== "invalid_union" || issue.errors.length === 0) return issue;
  const [nearest = []] = [...issue.errors].sort((one, other) => one.length - other.length);
  const inner = clearest(nearest);
  return inner && { ...inner, path: [...issue.path, ...inner.path] };
}
