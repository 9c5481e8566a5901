import { type Command, type CommandContext, LineWriter, readWords, UsageError } from "#platform";
import type { Brief } from "../brief/index.ts";
import { lastDraft } from "../edition/index.ts";
import type { BriefsDesk } from "../hand.ts";
import {
  saveTranslation,
  type TranslationLine,
  translationLineSchema,
} from "../translating/index.ts";
import { languages } from "../translation/index.ts";
import { takeLines } from "./lines.ts";
import { handOf, type ReachBriefs, reachBrief } from "./reach.ts";

export function translateCommand(reach: ReachBriefs): Command {
  return {
    name: "brief translate",
    summary: "translate the sentences of a brief, bound to their claims",
    usage: `holdfast brief translate BRIEF
holdfast brief translate BRIEF LANGUAGE FILE.jsonl --by STAFF

The first prints the sentences of the last draft as JSON Lines, with their numbers and claims. FILE translates all of them: {"sentence": NUMBER, "text"}, with "question" where the sentence
has one. A translation stands on the claims of its sentence. It is kept if each sentence has the same numbers (as exact, and of the same thing), dates, names, verbs, as often a "not", and "may" and
"the firm says" as its own; otherwise what differs is printed, a line each, and nothing is kept. What else it says no rule reads: two people do, as they publish it with the edition.
A new draft is translated anew. LANGUAGE: ${languages.join(", ")}`,
    async run(words, context) {
      const { positionals, options } = readWords(words, ["by"]);
      const [id, asked, file, ...more] = positionals;
      const language = languages.find((one) => one === asked);
      if (more.length > 0 || (asked !== undefined && !(language && file))) {
        throw new UsageError(
          `Give BRIEF alone, or BRIEF, a LANGUAGE (${languages.join(", ")}) and one FILE.`,
        );
      }
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, id);
      if (!(language && file)) return await printSentences(desk, brief, context);
      const hand = await handOf(desk, options.by);
      const lines: TranslationLine[] = [];
      const exitCode = await takeLines(file, translationLineSchema, context, async (line) => {
        lines.push(line);
        return { sentence: line.sentence };
      });
      if (exitCode !== 0) return exitCode;
      const faults = await saveTranslation(desk, hand, brief, { language, lines }, context.clock());
      for (const fault of faults) context.stdout.write(`${JSON.stringify(fault)}\n`);
      return faults.length > 0 ? 1 : 0;
    },
  };
}

async function printSentences(
  { database }: BriefsDesk,
  brief: Brief,
  { stdout }: CommandContext,
): Promise<0> {
  const writer = new LineWriter(stdout);
  for (const [place, line] of (await lastDraft(database, brief.id)).entries()) {
    await writer.write(JSON.stringify({ sentence: place + 1, ...line }));
  }
  await writer.flush();
  return 0;
}
