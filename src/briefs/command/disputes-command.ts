import { type Command, UsageError } from "#platform";
import { disputesOf } from "../disputing/index.ts";
import { type ReachBriefs, reachBrief } from "./reach.ts";

export function disputesCommand(reach: ReachBriefs): Command {
  return {
    name: "brief disputes",
    summary: "list what readers dispute",
    usage: `holdfast brief disputes BRIEF

Prints JSON Lines, the newest first: the claim, the question in which it is gathered, and the reader's words without secrets and addresses. They are for
who works on the brief: they are never published or sent.`,
    async run([id, ...more], context) {
      if (more.length > 0) throw new UsageError("Give one BRIEF.");
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, id);
      for (const dispute of await disputesOf(desk.database, brief.id)) {
        context.stdout.write(`${JSON.stringify(dispute)}\n`);
      }
      return 0;
    },
  };
}
