import { stat } from "node:fs/promises";
import { type Command, english, LineWriter, readWords, UsageError } from "#platform";
import { type Finding, gather, lint } from "./lint/index.ts";
import { say } from "./messages.ts";

/** Looked through when no path is given, as far as they are there. */
const usualPaths = ["content", "examples", "messages"];

export const lintCommand: Command = {
  name: "lint",
  summary: "find contradictions in policy, articles and message templates",
  usage: `holdfast lint [PATH...] [--jsonl]

Reads articles (*.md), messages (*.json), notice templates (notices/LANGUAGE/*.yaml), agents' prepared answers
(macros/LANGUAGE.yaml), policies (*.policy.json), the rules on who sees what (*.cedar, *.cedarschema) and contact directories
(*.directory.json) under the paths; without a path, under content, examples and messages.
Exit code 0: nothing found, 1: findings, 2: wrong use.`,
  async run(words, { stdout, clock }) {
    const { positionals: paths, flags } = readWords(words, [], ["jsonl"]);
    const asLines = flags.has("jsonl");
    const findings = lint(await gather(await pathsToRead(paths), clock()));
    const output = new LineWriter(stdout);
    for (const finding of findings)
      await output.write(asLines ? JSON.stringify(finding) : shown(finding));
    if (!asLines) await output.write(say(english, "lint.summary", { count: findings.length }));
    await output.flush();
    return findings.length === 0 ? 0 : 1;
  },
};

function shown({ file, line, rule, sentence, why, remedy }: Finding): string {
  const quoted = sentence === "" ? "" : `\n    “${sentence}”`;
  return `${file}:${line} ${rule}: ${why}${quoted}\n    ${remedy}`;
}

/** The paths asked for, or those of the usual ones that are there. @throws {UsageError} */
async function pathsToRead(asked: readonly string[]): Promise<string[]> {
  const there: string[] = [];
  const missing: string[] = [];
  for (const path of asked.length > 0 ? asked : usualPaths)
    ((await isThere(path)) ? there : missing).push(path);
  if (there.length > 0 && (missing.length === 0 || asked.length === 0)) return there;
  throw new UsageError(
    `There is nothing at ${missing.join(", ")}. Check the path, or run the command where the content stands.`,
  );
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
