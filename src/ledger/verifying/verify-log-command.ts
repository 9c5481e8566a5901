import {
  type Command,
  type CommandContext,
  type Database,
  InvalidInput,
  Progress,
  readTextFile,
  readWords,
  UsageError,
} from "#platform";
import { type Checkpoint, type Policy, Refused, verifyByPolicy } from "#tlog";
import { readPolicyFile } from "../policy-file.ts";
import { openSignerStore } from "../sealing/index.ts";
import type { LedgerFiles } from "../settings.ts";
import { recordVerification } from "./record.ts";
import { type Stage, type VerifyReport, verifyLog } from "./verify-log.ts";

const usage = `holdfast verify-log [--policy FILE] [--checkpoint FILE...] [--signer-store DIRECTORY] [--json]

Replays the whole log from its rows and names what doesn't fit: events that were changed, put in, removed, back-dated or
erased unsaid, bundles, tiles, heads, cosignatures, chains, counters, legal holds, sealed entries. It only reads, as of
one moment, so Holdfast may run meanwhile; it takes 40 bytes of memory for each event.

  --policy FILE             whose signatures count (tlog-policy); LOG_POLICY unless given. Have a copy of your own:
                            who can change the log's database may be able to change its policy too
  --checkpoint FILE         a checkpoint that you kept, as /log/checkpoint gives it: the log must have grown from there
  --signer-store DIRECTORY  what the signer remembers; LOG_DIRECTORY unless given
  --json                    the report as one line of JSON

Exit code 0: all fits. 1: something doesn't, and is named. SECURITY.md, "Verify the log", says what to do.`;

/** Where the ledger is: its database, and the files of this installation. */
type OpenLedger = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<{ database: Database; files: LedgerFiles }>;

/** `holdfast verify-log`: exit code 1 when something doesn't fit. */
export function verifyLogCommand(openLedger: OpenLedger): Command {
  return {
    name: "verify-log",
    summary: "replay the log, and name what doesn't fit",
    usage,
    async run(words, context) {
      const { positionals, options, flags, lists } = readWords(
        words,
        ["policy", "signer-store"],
        ["json"],
        ["checkpoint"],
      );
      if (positionals.length > 0) throw new UsageError(`verify-log takes no ${positionals[0]}.`);
      const { stdout, stderr, clock } = context;
      await using started = new AsyncDisposableStack();
      const { database, files } = await openLedger(context, started);
      const policy = await readPolicyFile(options.policy ?? files.policyFile);
      const held = await Promise.all(
        (lists.checkpoint ?? []).map((file) => readCheckpoint(file, policy)),
      );
      const progress = stages(context);
      const report = await verifyLog({
        database,
        policy,
        held,
        signerStore: openSignerStore(options["signer-store"] ?? files.logDirectory),
        clock,
        onProgress: progress.at,
      }).finally(progress.end);
      stdout.write(`${flags.has("json") ? reportAsLine(report) : reportAsText(report)}\n`);
      if (!(await recordVerification(database, report))) {
        stderr.write("The page /log isn't told: this database, or its role, only reads.\n");
      }
      return report.findingsCount > 0 ? 1 : 0;
    },
  };
}

async function readCheckpoint(file: string, policy: Policy): Promise<Checkpoint> {
  const text = await readTextFile(file);
  try {
    return verifyByPolicy(text, { ...policy, quorum: undefined }).checkpoint;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new CheckpointInvalid(file, error.message);
  }
}

class CheckpointInvalid extends InvalidInput {
  constructor(file: string, reason: string) {
    super(
      "checkpoint_invalid",
      `${file} is no checkpoint of a log of the policy: ${reason} Give what /log/checkpoint gave.`,
    );
  }
}

/** Tells of one stage after the other. */
function stages(context: CommandContext): { at(stage: Stage, count: number): void; end(): void } {
  let now: Stage | undefined;
  let progress: Progress | undefined;
  return {
    at: (stage, count) => {
      if (stage !== now) progress?.end();
      if (stage !== now)
        progress = new Progress(context, `${stage} checked`, stage === "events" ? 1_000 : 1);
      now = stage;
      progress?.at(count);
    },
    end: () => progress?.end(),
  };
}

function reportAsLine(report: VerifyReport): string {
  return JSON.stringify(snakeCased(report));
}

function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const named = Object.entries(value).map(([name, inner]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    snakeCased(inner),
  ]);
  return Object.fromEntries(named);
}

function reportAsText(report: VerifyReport): string {
  const { counts, findings, findingsCount, remarks, size, vouchedSize, witnessedSize } = report;
  const more = findingsCount - findings.length;
  return [
    `${amount(counts.events)} events of ${amount(counts.clients)} clients, ${amount(counts.waiting)} of them not sealed yet, ${amount(counts.erased)} erased.`,
    `${amount(size)} leaves: ${amount(vouchedSize)} are as they were signed, ${amount(witnessedSize)} as witnesses saw them.`,
    `${amount(counts.checkpoints)} checkpoints, ${amount(counts.cosignatures)} cosignatures.`,
    ...remarks.map(({ sentence }) => `Note: ${sentence}`),
    ...findings.map(({ code, sentence }) => `${code}: ${sentence}`),
    ...(more > 0 ? [`… and ${amount(more)} more.`] : []),
    findingsCount === 0 ? "All fits." : `${amount(findingsCount)} findings.`,
  ].join("\n");
}

function amount(number: number): string {
  return number.toLocaleString("en");
}
