import { z } from "@hono/zod-openapi";
import { type Command, readWords, UsageError } from "#platform";
import { assessmentLineSchema, assessSource } from "../keeping/index.ts";
import { proposeSources } from "../proposing/index.ts";
import { reliabilities, type Source, sourcesOf } from "../source/index.ts";
import { takeLines } from "./lines.ts";
import { handOf, type ReachBriefs, reachBrief } from "./reach.ts";

const name = assessmentLineSchema.shape.source;
/** Copies of one post are labelled in one line. */
const assessedSchema = assessmentLineSchema.extend({
  source: z.union([name, z.array(name).min(1).max(1_000)]),
});

export function sourcesCommand(reach: ReachBriefs): Command {
  return {
    name: "brief sources",
    summary: "list the sources of a brief, and say how far they are trusted",
    usage: `holdfast brief sources BRIEF [--text]
holdfast brief sources BRIEF --propose
holdfast brief sources BRIEF --assess FILE.jsonl --by STAFF

Reads and prints JSON Lines. --text prints the texts too. --propose prints what a source that is written as a brief lists as its sources: lines for holdfast brief import, once
somebody has looked at the page, and said what "needs" names. An assessment is {"source": NAME or [NAME, …], "reliability", "because", "origin"?: {"label", "because"}}; the last one holds: without an
origin nobody says any more where the source has its story from. reliability: ${reliabilities.join(", ")}`,
    async run(words, context) {
      const { positionals, options, flags } = readWords(
        words,
        ["assess", "by"],
        ["text", "propose"],
      );
      if (positionals.length !== 1) throw new UsageError("Give one BRIEF.");
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, positionals[0]);
      const { assess } = options;
      if (assess !== undefined) {
        const hand = await handOf(desk, options.by);
        return await takeLines(assess, assessedSchema, context, async ({ source, ...line }) => {
          for (const one of [source].flat()) {
            await assessSource(desk, hand, brief, { ...line, source: one }, context.clock());
          }
          return { source, reliability: line.reliability };
        });
      }
      const propose = flags.has("propose");
      for (const { text, ...source } of await sourcesOf(desk.database, brief.id)) {
        const said = flags.has("text") ? { ...source, text } : source;
        const lines = propose ? listedIn({ ...source, text }) : [said];
        for (const line of lines) context.stdout.write(`${JSON.stringify(line)}\n`);
      }
      return 0;
    },
  };
}

/** Publications that a raw brief lists, as lines to be imported. */
function listedIn(source: Source): object[] {
  return proposeSources(source).map(({ title, url, section }) => ({
    needs: ["kind", "publisher", ...(url === undefined ? ["url"] : [])],
    ...{ url, facts: [title] },
    flags: [`Its headline alone, as ${source.name} lists it under ${section}.`],
  }));
}
