import { type Command, readWords, UsageError } from "#platform";
import { assessmentLineSchema, assessSource } from "../keeping/index.ts";
import { reliabilities, sourcesOf } from "../source/index.ts";
import { takeLines } from "./lines.ts";
import { handOf, type ReachBriefs, reachBrief } from "./reach.ts";

export function sourcesCommand(reach: ReachBriefs): Command {
  return {
    name: "brief sources",
    summary: "list the sources of a brief, and say how far they are trusted",
    usage: `holdfast brief sources BRIEF [--text]
holdfast brief sources BRIEF --assess FILE.jsonl --by STAFF

Reads and prints JSON Lines. --text prints the texts too. An assessment is {"source": NAME, "reliability", "because", "origin"?: {"label", "because"}}; the last one holds: without an
origin nobody says any more where the source has its story from. reliability: ${reliabilities.join(", ")}`,
    async run(words, context) {
      const { positionals, options, flags } = readWords(words, ["assess", "by"], ["text"]);
      if (positionals.length !== 1) throw new UsageError("Give one BRIEF.");
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, positionals[0]);
      const { assess } = options;
      if (assess !== undefined) {
        const hand = await handOf(desk, options.by);
        return await takeLines(assess, assessmentLineSchema, context, async (line) => {
          await assessSource(desk, hand, brief, line, context.clock());
          return { source: line.source, reliability: line.reliability };
        });
      }
      for (const { text, ...source } of await sourcesOf(desk.database, brief.id)) {
        const said = flags.has("text") ? { ...source, text } : source;
        context.stdout.write(`${JSON.stringify(said)}\n`);
      }
      return 0;
    },
  };
}
