import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Command, english, LineWriter, messageOf, UsageError } from "#platform";
import { type Finding, gather, lint } from "./lint/index.ts";
import { say } from "./refusals.ts";

/** Looked through when no path is given, as far as they are there. */
const usualPaths = ["content", "examples", "messages"];

export const lintCommand: Command = {
  name: "lint",
  summary: say(english, "command.lint.summary"),
  usage: say(english, "command.lint.usage"),
  async run(words, { stdout, clock }) {
    const { paths, asLines } = wordsOf(words);
    const files = paths.length > 0 ? await allThere(paths) : await whatIsThere(usualPaths);
    const findings = lint(await gather(files, clock()));
    const output = new LineWriter(stdout);
    for (const finding of findings)
      await output.write(asLines ? JSON.stringify(finding) : shown(finding));
    if (!asLines) await output.write(say(english, "lint.summary", { count: findings.length }));
    await output.flush();
    return findings.length === 0 ? 0 : 1;
  },
};

function wordsOf(words: string[]): { paths: string[]; asLines: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { jsonl: { type: "boolean" } },
    });
    return { paths: positionals, asLines: values.jsonl ?? false };
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
}

function shown({ file, line, rule, sentence, why, remedy }: Finding): string {
  const quoted = sentence === "" ? "" : `\n    ${say(english, "lint.quoted", { sentence })}`;
  return `${file}:${line} ${rule}: ${why}${quoted}\n    ${remedy}`;
}

async function allThere(paths: readonly string[]): Promise<readonly string[]> {
  const there = await whatIsThere(paths);
  const missing = paths.find((path) => !there.includes(path));
  if (missing === undefined) return there;
  throw new UsageError(say(english, "command.lint.missing", { path: missing }));
}

async function whatIsThere(paths: readonly string[]): Promise<string[]> {
  const there = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  const found = paths.filter((_, place) => there[place]);
  if (found.length > 0) return found;
  throw new UsageError(say(english, "command.lint.missing", { path: paths.join(", ") }));
}
