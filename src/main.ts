import { accountsCommands } from "#accounts";
import { briefsCommands } from "#briefs";
import { holidaysCommands } from "#calls";
import { contactsCommands, proposeCommand } from "#contacts";
import { unansweredCommand } from "#help";
import { keysCommands } from "#keys";
import { verifyLogCommand, verifyProofCommand, witnessCommands } from "#ledger";
import { mailReportCommand } from "#outbox";
import {
  type Command,
  type CommandContext,
  DatabaseAway,
  type ExitCode,
  HoldfastError,
  isDatabaseAway,
  keyCommand,
  Output,
  systemClock,
} from "#platform";
import { policyCommands } from "#policy";
import { queuesCommands, webhooksCommands, wordsOfDocument } from "#tickets";
import { traceCommands } from "#trace";
import { canariesCommands, importCommand } from "#vault";
import { backupCommand, restoreCommand } from "./backup-commands.ts";
import { configCommand } from "./config-command.ts";
import { fillCommand } from "./fill-command.ts";
import { dataDirectoryIn, permits, reachKeys } from "./keykeeping.ts";
import { logRenewCommand } from "./log-commands.ts";
import { openLedger } from "./open-ledger.ts";
import { proveCommand } from "./proof-commands.ts";
import { reachCanaries } from "./reach-canaries.ts";
import { reachDesk } from "./reach-desk.ts";
import { reachDirectory } from "./reach-directory.ts";
import { reachImport } from "./reach-import.ts";
import { reachSignOut } from "./reach-sign-out.ts";
import { reachStaff } from "./reach-staff.ts";
import { reachTrace } from "./reach-trace.ts";
import { reachWebhooks } from "./reach-webhooks.ts";
import { readAdvice } from "./read-advice.ts";
import { replayersFor } from "./replayers.ts";
import { scanCommand } from "./scan-command.ts";
import { serveCommand, untilStopAsked } from "./serve.ts";

/** Every verb of the command line, in the order that `holdfast help` shows them. */
const commands: readonly Command[] = [
  serveCommand,
  ...contactsCommands,
  scanCommand,
  proposeCommand(reachDirectory),
  ...policyCommands,
  unansweredCommand,
  backupCommand,
  restoreCommand(replayersFor),
  logRenewCommand,
  proveCommand,
  verifyProofCommand,
  verifyLogCommand(openLedger),
  ...witnessCommands(untilStopAsked),
  mailReportCommand(reachDesk),
  ...accountsCommands({ desk: reachDesk, staff: reachStaff, signOut: reachSignOut }),
  ...queuesCommands(reachDesk),
  ...holidaysCommands(reachDesk),
  ...webhooksCommands(reachWebhooks),
  importCommand(reachImport),
  ...canariesCommands(reachCanaries, reachDesk),
  ...traceCommands(reachTrace),
  ...briefsCommands(reachDesk, wordsOfDocument, readAdvice),
  ...keysCommands(reachKeys, dataDirectoryIn, permits),
  keyCommand,
  configCommand,
  fillCommand,
];

/**
 * Runs the command line of this process to its end, whether or not anybody takes what it says, and says which exit code
 * the process ends with: 1 also when some of that was lost.
 */
export async function runProcess(words: string[]): Promise<ExitCode> {
  const { stdin, env } = process;
  const [stdout, stderr] = [new Output(process.stdout), new Output(process.stderr)];
  const code = await main(words, { stdin, stdout, stderr, env, clock: systemClock });
  await stdout.settle();
  if (stdout.complaint !== undefined) stderr.write(`${stdout.complaint}\n`);
  await stderr.settle();
  return code === 0 && (stdout.lost ?? stderr.lost) !== undefined ? 1 : code;
}

/** Runs one command line and says which exit code it ends with. */
export async function main(words: string[], context: CommandContext): Promise<ExitCode> {
  const command = commandFor(words);
  if (!command) return showCommands(words, context);
  const rest = words.slice(command.name.split(" ").length);
  if (rest.includes("--help")) {
    context.stdout.write(`${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(rest, context);
  } catch (error) {
    const refusal = isDatabaseAway(error) ? new DatabaseAway(error) : error;
    if (!(refusal instanceof HoldfastError)) throw error;
    context.stderr.write(`holdfast ${command.name}: ${refusal.message}\n`);
    if (refusal.code === "usage") context.stderr.write(`\n${command.usage}\n`);
    return 2;
  }
}

function commandFor(words: string[]): Command | undefined {
  return commands
    .filter(({ name }) => name.split(" ").every((word, place) => words[place] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

/** `holdfast`, `holdfast help`, and `holdfast directory --help`, which lists the verbs of a noun. */
function showCommands(words: string[], { stdout, stderr }: CommandContext): ExitCode {
  const isNoun = commands.some(({ name }) => name.startsWith(`${words[0]} `));
  const asked =
    words.length === 0 || /^(--)?help$/.test(words[0] ?? "") || (isNoun && words[1] === "--help");
  const output = asked ? stdout : stderr;
  if (!asked) output.write(`There is no command "${words.slice(0, 2).join(" ")}".\n\n`);
  const own = isNoun ? commands.filter(({ name }) => name.split(" ")[0] === words[0]) : commands;
  const width = Math.max(...own.map(({ name }) => name.length));
  output.write("holdfast COMMAND [--help]\n\n");
  for (const { name, summary } of own) output.write(`  ${name.padEnd(width)}  ${summary}\n`);
  return asked ? 0 : 2;
}
