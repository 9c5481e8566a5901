import { contactsCommands } from "#contacts";
import {
  type Command,
  type CommandContext,
  type ExitCode,
  HoldfastError,
  keyCommand,
  systemClock,
  UsageError,
} from "#platform";
import { policyCommands } from "#policy";
import { configCommand } from "./config-command.ts";
import { serveCommand } from "./serve.ts";

/** Every verb of the command line, in the order that `holdfast help` shows them. */
const commands: readonly Command[] = [
  serveCommand,
  ...contactsCommands,
  ...policyCommands,
  keyCommand,
  configCommand,
];

/** Runs one command line and says which exit code the process ends with. */
export async function main(words: string[]): Promise<ExitCode> {
  const context: CommandContext = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    clock: systemClock,
  };
  const command = commandFor(words);
  if (!command) return showCommands(words, context);
  const rest = words.slice(command.name.split(" ").length);
  if (rest.includes("--help")) {
    context.stdout.write(`${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(rest, context);
  } catch (caught) {
    const error = isWrongWord(caught) ? new UsageError(caught.message) : caught;
    if (!(error instanceof HoldfastError)) throw error;
    context.stderr.write(`holdfast ${command.name}: ${error.message}\n`);
    if (error.code === "usage") context.stderr.write(`\n${command.usage}\n`);
    return 2;
  }
}

/** `parseArgs` met an option that it doesn't know, or one without its value. */
function isWrongWord(error: unknown): error is Error {
  return error instanceof Error && "code" in error && /^ERR_PARSE_ARGS/.test(String(error.code));
}

function commandFor(words: string[]): Command | undefined {
  return commands
    .filter(({ name }) => name.split(" ").every((word, place) => words[place] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

function showCommands(words: string[], { stdout, stderr }: CommandContext): ExitCode {
  const asked = words.length === 0 || words[0] === "help" || words[0] === "--help";
  const output = asked ? stdout : stderr;
  if (!asked) output.write(`There is no command "${words.slice(0, 2).join(" ")}".\n\n`);
  const width = Math.max(...commands.map(({ name }) => name.length));
  output.write("holdfast COMMAND [--help]\n\n");
  for (const { name, summary } of commands) output.write(`  ${name.padEnd(width)}  ${summary}\n`);
  return asked ? 0 : 2;
}
