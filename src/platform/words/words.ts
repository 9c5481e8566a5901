import { parseArgs } from "node:util";
import { messageOf, UsageError } from "../errors.ts";

export type NamedWords = Record<string, string | undefined>;

/** A day, or a moment with or without its zone. */
const moment = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

export type Words = {
  positionals: string[];
  /** Options with a value, such as `--key FILE`. */
  options: NamedWords;
  /** Options without one, such as `--jsonl`. */
  flags: ReadonlySet<string>;
  /** The values of options that may be given several times, such as `--log LOG --log LOG`. */
  lists: Readonly<Record<string, readonly string[]>>;
};

/** Reads a command's words: positionals, and the options and flags that may stand among them. @throws {UsageError} */
export function readWords(
  words: string[],
  names: readonly string[],
  flagNames: readonly string[] = [],
  listNames: readonly string[] = [],
): Words {
  const named = names.map((name) => [name, { type: "string" as const }]);
  const listed = listNames.map((name) => [name, { type: "string" as const, multiple: true }]);
  const flagged = flagNames.map((name) => [name, { type: "boolean" as const }]);
  try {
    const { positionals, values } = parseArgs({
      args: words,
      allowPositionals: true,
      options: Object.fromEntries([...named, ...listed, ...flagged]),
    });
    const valued: NamedWords = {};
    const lists: Record<string, string[]> = {};
    const flags = new Set<string>();
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === "string") valued[name] = value;
      else if (Array.isArray(value)) lists[name] = value.map(String);
      else flags.add(name);
    }
    return { positionals, options: valued, flags, lists };
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

/**
 * A day or a moment as ISO 8601 writes it, such as `2026-04-14`, `2026-04-14T08:00` or `2026-04-14T08:00:00+02:00`. Without a zone it
 * is UTC, wherever the machine stands. Undefined for what the calendar hasn't and for what others read in another way, both of which
 * `new Date` would take: 31 February as 3 March, `02/03/2026`, `5`.
 */
export function momentIn(text: string): Date | undefined {
  const [, day = "", zone] = moment.exec(text) ?? [];
  if (new Date(day).toJSON() !== `${day}T00:00:00.000Z`) return undefined;
  const at = new Date(zone === undefined && text !== day ? `${text}Z` : text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
