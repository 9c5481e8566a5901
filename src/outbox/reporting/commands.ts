import { readFile, stat } from "node:fs/promises";
import {
  type Command,
  type CommandContext,
  LineWriter,
  orRefused,
  readWords,
  UsageError,
} from "#platform";
import { type Recorded, type Reporting, recordReport } from "./record.ts";

const fileBytesMax = 3_000_000;

/** How the command reaches the database that the desk uses; what was started for it ends with `started`. */
type ReachReporting = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<Reporting>;

/** `holdfast mail report`: exit code 1 when a report is about no mail of ours. */
export function mailReportCommand(reach: ReachReporting): Command {
  return {
    name: "mail report",
    summary: "note bounces and complaints that came back for our mail",
    usage: `holdfast mail report FILE... [--jsonl]

Each FILE is a raw mail: a delivery status notification (RFC 3464) or a complaint (RFC 5965). A mail server can hand
them over as they arrive at the address in MAIL_FROM.
Exit code 0: each was noted, now or before; 1: some are about no mail of ours; 2: wrong use.`,
    async run(words, context) {
      const { positionals: files, flags } = readWords(words, [], ["jsonl"]);
      if (files.length === 0) throw new UsageError("Give at least one FILE.");
      await using started = new AsyncDisposableStack();
      const reporting = await reach(context, started);
      const output = new LineWriter(context.stdout);
      let isWhole = true;
      for (const file of files) {
        const raw = await readReportFile(file);
        const recorded = await recordReport(reporting, raw, context.clock());
        isWhole &&= recorded.was !== "unknown";
        await output.write(
          flags.has("jsonl") ? JSON.stringify({ file, ...recorded }) : shown(file, recorded),
        );
      }
      await output.flush();
      return isWhole ? 0 : 1;
    },
  };
}

async function readReportFile(file: string): Promise<Uint8Array> {
  const { size } = await orRefused(file, stat(file));
  if (size > fileBytesMax) {
    throw new UsageError(`${file} has ${size} bytes; a report has at most ${fileBytesMax}.`);
  }
  return await orRefused(file, readFile(file));
}

function shown(file: string, { report, was }: Recorded): string {
  if (was === "unknown") return `${file}: about no mail of ours`;
  const what = report === "bounced" ? "a bounce" : "a complaint";
  return `${file}: ${what}, ${was === "known" ? "noted before" : "noted"}`;
}
