import { z } from "@hono/zod-openapi";
import { type Command, readWords, UsageError } from "#platform";
import { askQuestion, checkQuestion } from "../keeping/index.ts";
import { proposeQuestions } from "../proposing/index.ts";
import { questionLineSchema, questionsOf } from "../question/index.ts";
import { type Source, sourcesOf } from "../source/index.ts";
import { nothingNeeded, takeLines } from "./lines.ts";
import { handOf, type ReachBriefs, reachBrief } from "./reach.ts";

const checkLineSchema = z.strictObject({
  question: z.int().positive(),
  claim: z.int().positive().optional(),
});

const addedSchema = questionLineSchema
  .extend({
    needs: nothingNeeded,
  })
  .transform(({ needs: _needs, ...line }) => line);

export function questionsCommand(reach: ReachBriefs): Command {
  return {
    name: "brief questions",
    summary: "list, add and close what isn't known",
    usage: `holdfast brief questions BRIEF
holdfast brief questions BRIEF --propose [--subject SUBJECT]
holdfast brief questions BRIEF --add FILE.jsonl --by STAFF
holdfast brief questions BRIEF --checked FILE.jsonl --by STAFF

All read and print JSON Lines. A question is {"text", "slot", "subject", "asked_on", "who_could_answer"?, "source"?}: asked_on is a date in EDTF, source the name of the
source in which it stood as open. --propose says what a source that is written as a brief calls unclear: lines for --add, once somebody said what
"needs" names. --checked says that somebody looked: {"question": NUMBER, "claim"?: NUMBER}, with the claim that answers it.
holdfast brief check shows which claims may answer.`,
    async run(words, context) {
      const { positionals, options, flags } = readWords(
        words,
        ["add", "checked", "by", "subject"],
        ["propose"],
      );
      const { add, checked } = options;
      if (positionals.length !== 1 || (add !== undefined && checked !== undefined)) {
        throw new UsageError("Give one BRIEF, and --add or --checked if you like.");
      }
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, positionals[0]);
      if (add !== undefined) {
        const hand = await handOf(desk, options.by);
        return await takeLines(add, addedSchema, context, async (line) => ({
          question: await askQuestion(desk, hand, brief, line, context.clock()),
        }));
      }
      if (checked !== undefined) {
        const hand = await handOf(desk, options.by);
        return await takeLines(checked, checkLineSchema, context, async (line) => {
          await checkQuestion(desk, hand, brief, line, context.clock());
          return line;
        });
      }
      if (flags.has("propose")) {
        for (const source of await sourcesOf(desk.database, brief.id)) {
          for (const line of proposedIn(source, options.subject))
            context.stdout.write(`${JSON.stringify(line)}\n`);
        }
        return 0;
      }
      for (const question of await questionsOf(desk.database, brief.id)) {
        context.stdout.write(`${JSON.stringify(question)}\n`);
      }
      return 0;
    },
  };
}

/** Questions as lines to be added: whoever adds one fills in what it needs. */
function proposedIn(source: Source, subject: string | undefined): object[] {
  return proposeQuestions(source).map(({ text, slot, askedOn }) => ({
    needs: [
      ...(subject ? [] : ["subject"]),
      ...[...(slot ? [] : ["slot"]), ...(askedOn ? [] : ["asked_on"])],
    ],
    ...{ subject, text, slot, asked_on: askedOn, source: source.name },
  }));
}
