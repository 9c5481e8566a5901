import { type Command, Progress, readWords, UsageError } from "#platform";
import { type Audit, audit, fits } from "./audit.ts";
import type { Reach } from "./command-context.ts";
import { keykeeperFiles } from "./local-keykeeper.ts";
import type { Permit } from "./permit.ts";
import { keykeeperDirectory } from "./settings.ts";

export function auditCommand(reach: Reach, permits: readonly Permit[]): Command {
  return {
    name: "audit keys",
    summary: "compare what the keykeeper decrypted with the ledger's events",
    usage: `holdfast audit keys [--json]

Holds the keykeeper's own journal against the ledger, entry by entry, and names each event that doesn't fit: used twice,
missing from the ledger, or about something else. Run it where the keykeeper's directory is.
Ends with 1 when something doesn't fit.`,
    async run(words, context) {
      const { flags, positionals } = readWords(words, [], ["json"]);
      if (positionals.length > 0) throw new UsageError(`audit keys takes no ${positionals[0]}.`);
      await using started = new AsyncDisposableStack();
      const { database, config, dataDirectory } = await reach(context, started);
      const { uses } = keykeeperFiles(keykeeperDirectory(config, dataDirectory));
      const progress = new Progress(context, "decryptions checked");
      const found = await audit(database, uses, permits, (count) => progress.at(count));
      progress.end();
      const isRight = fits(found);
      const json = JSON.stringify({ fits: isRight, ...found });
      context.stdout.write(flags.has("json") ? `${json}\n` : textOf(found, isRight));
      return isRight ? 0 : 1;
    },
  };
}

function textOf(found: Audit, isRight: boolean): string {
  const lines = [
    ...found.broken_lines.map(
      (line) => `line ${line} of the journal was changed, removed or moved`,
    ),
    ...found.without_event.map((event) => `${event} was used, but the ledger doesn't have it`),
    ...found.used_twice.map((event) => `${event} was used more than once`),
    ...found.other_event.map((event) => `${event} doesn't permit what was decrypted for it`),
    isRight
      ? `${found.decryptions} decryptions, each for an event of its own`
      : `${found.decryptions} decryptions, and they don't fit the ledger: treat it as a breach`,
  ];
  return `${lines.join("\n")}\n`;
}
