import {
  type Command,
  InvalidInput,
  inPlainWords,
  misfitIn,
  readWords,
  UsageError,
} from "#platform";
import { allBriefs, briefSchema, openBrief } from "../brief/index.ts";
import { handOf, type ReachBriefs } from "./reach.ts";

export function newCommand(reach: ReachBriefs): Command {
  return {
    name: "brief new",
    summary: "begin a brief on an incident",
    usage: `holdfast brief new TITLE --firm NAME --author firm|third_party --by STAFF

NAME is what the firm that it is about is called; --author says who writes: the firm itself, or somebody else. STAFF is the ID of a
person with the role comms, counsel, lead or analyst. Prints the brief as JSON.`,
    async run(words, context) {
      const { positionals, options } = readWords(words, ["firm", "author", "by"]);
      const [title, ...more] = positionals;
      if (more.length > 0) throw new UsageError("Give one TITLE, in quotation marks.");
      const given = { title, firm: options.firm, authorRole: options.author };
      const about = briefSchema.safeParse(given, inPlainWords);
      if (!about.success) {
        throw new InvalidInput("wrong_brief", misfitIn(about.error, wordNamed));
      }
      await using started = new AsyncDisposableStack();
      const desk = await reach(context, started);
      const hand = await handOf(desk, options.by);
      const brief = await openBrief(desk, hand, about.data, context.clock());
      context.stdout.write(`${JSON.stringify(brief)}\n`);
      return 0;
    },
  };
}

/** How the command's words call what the schema does. */
function wordNamed(path: string): string {
  if (path === "title") return "TITLE";
  return path === "authorRole" ? "--author" : `--${path}`;
}

export function listCommand(reach: ReachBriefs): Command {
  return {
    name: "brief list",
    summary: "list the briefs",
    usage: "holdfast brief list\n\nPrints JSON Lines, the newest brief first.",
    async run(words, context) {
      if (words.length > 0) throw new UsageError(`There is no ${words[0]}.`);
      await using started = new AsyncDisposableStack();
      const { database } = await reach(context, started);
      for (const brief of await allBriefs(database)) {
        context.stdout.write(`${JSON.stringify(brief)}\n`);
      }
      return 0;
    },
  };
}
