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
      const said = await saidOf(text, schema, take);
      if ("error" in said) exitCode = 1;
      await writer.write(JSON.stringify({ line: number, ...said }));
    }
    await writer.flush();
  };
  await orRefused(file, work());
  return exitCode;
}

async function saidOf<Line>(
  text: string | undefined,
  schema: z.ZodType<Line>,
  take: (line: Line) => Promise<object>,
): Promise<Said> {
  const read = schema.safeParse(jsonIn(text ?? ""));
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue?.path.join(".") || "the line";
    const message = `${where}: ${text === undefined ? "is too long" : (issue?.message ?? "is wrong")}`;
    return { error: { code: "wrong_line", message } };
  }
  try {
    return await take(read.data);
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    return { error: { code: error.code, message: error.message } };
  }
}
