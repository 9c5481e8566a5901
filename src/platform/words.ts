import { parseArgs } from "node:util";
import { messageOf, UsageError } from "./errors.ts";

export type NamedWords = Record<string, string | undefined>;

/** Reads a command's words: positionals, and the options that may stand among them, each with a value. */
export function readWords(
  words: string[],
  names: readonly string[],
): { positionals: string[]; options: NamedWords } {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
    const { positionals, values } = parseArgs({ args: words, allowPositionals: true, options });
    return { positionals, options: values };
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

/** One FILE and named options, of which some are needed. @throws {UsageError} */
export function readFileWords(
  words: string[],
  needed: readonly string[],
  optional: readonly string[] = [],
): { file: string; options: NamedWords } {
  const { positionals, options } = readWords(words, [...needed, ...optional]);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError("Give one FILE.");
  const missing = needed.find((name) => options[name] === undefined);
  if (missing !== undefined) throw new UsageError(`Give --${missing} too.`);
  return { file, options };
}
