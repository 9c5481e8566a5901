import { existsSync, statSync } from "node:fs";
import {
  type Command,
  type CommandContext,
  LineWriter,
  Progress,
  readWords,
  UsageError,
} from "#platform";
import { importFile } from "./import-file.ts";
import type { ImportDesk } from "./targets.ts";

/** Reaches the database, the ledger and the keykeeper of the desk, also while it runs. */
export type ReachImport = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<ImportDesk>;

const usage = `holdfast clients import FILE.jsonl

Takes clients' fields from the firm's own systems. Each line of the file is a client:

  {"id": "core-123", "account": "4817-2093-6650", "class": "ordinary",
   "fields": {"name": "…", "email": "…", "balance": "12345.67 EUR", "phone": null}}

  id       what the firm's own systems call the client
  account  the public id of the client's account, once there is one
  class    ordinary, exposed or colleague
  fields   name, email, phone, address, date_of_birth, nationality, id_number, bank_last_four, balance,
           holdings_tier, flags; null ends one, and one that isn't named stays as it is

A line that can't be taken comes out as {"line", "id"?, "error": {"code", "message"}}, and the others are taken: the
exit code is 1 then. An import that was stopped goes on where it was when the same file is imported again. The same
file again changes nothing, but for a client who is in it twice with different values: give each client one line.`;

/** `holdfast clients import`: exit code 1 when a line couldn't be taken. */
export function importCommand(reach: ReachImport): Command {
  return {
    name: "clients import",
    summary: "take clients' fields from a file of the firm's own systems",
    usage,
    async run(words, context) {
      const { positionals } = readWords(words, []);
      const [file, ...more] = positionals;
      if (file === undefined || more.length > 0) throw new UsageError("Give one FILE.");
      if (!existsSync(file) || !statSync(file).isFile()) {
        throw new UsageError(`${file} is no file that can be read.`);
      }
      await using started = new AsyncDisposableStack();
      const desk = await reach(context, started);
      const writer = new LineWriter(context.stdout);
      const progress = new Progress(context, "lines of clients imported", 1);
      const done = await importFile(desk, file, {
        async bad(lines) {
          for (const line of lines) await writer.write(JSON.stringify(line));
          await writer.flush();
        },
        done: (lines) => progress.at(lines),
      }).finally(() => progress.end());
      const before = done.linesBefore > 0 ? `${done.linesBefore} lines were done before. ` : "";
      context.stderr.write(
        `${before}${done.added} clients are new, ${done.changed} changed, ${done.unchanged} are as before; ${done.bad} lines are bad.\n`,
      );
      return done.bad > 0 ? 1 : 0;
    },
  };
}
