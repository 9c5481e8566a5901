import { type Command, type CommandContext, readWords, system, UsageError } from "#platform";
import { type QueuesDesk, queueMembers, setQueues, workedQueues } from "./queues.ts";

/** What the commands of queues work on, also while the desk runs; what was started for it ends with `started`. */
export type ReachQueues = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<QueuesDesk>;

/** The verbs of who works in which queue. */
export function queuesCommands(reach: ReachQueues): Command[] {
  return [listCommand(reach), setCommand(reach)];
}

function listCommand(reach: ReachQueues): Command {
  return {
    name: "queues list",
    summary: "list the agents and the queues they work in",
    usage: "holdfast queues list\n\nPrints JSON Lines, one for each agent.",
    async run(words, context) {
      if (words.length > 0) throw new UsageError(`There is no ${words[0]}.`);
      await using started = new AsyncDisposableStack();
      for (const member of await queueMembers(await reach(context, started))) {
        context.stdout.write(`${JSON.stringify(member)}\n`);
      }
      return 0;
    },
  };
}

function setCommand(reach: ReachQueues): Command {
  return {
    name: "queues set",
    summary: "say in which queues an agent is given tickets",
    usage: `holdfast queues set ID --queue QUEUE [--queue QUEUE …]
holdfast queues set ID --all

ID is as holdfast staff list prints it. Nobody is given a particular ticket: whoever works in its queue, is on shift, free and
speaks its language is drawn from. An agent of whom nothing was said works in all queues.

Queues: ${workedQueues.join(", ")}`,
    async run(words, context) {
      const { positionals, flags, lists } = readWords(words, [], ["all"], ["queue"]);
      const [id, ...more] = positionals;
      if (id === undefined || more.length > 0) throw new UsageError("Give one ID.");
      const asked = lists.queue ?? [];
      const isAll = flags.has("all");
      if (isAll === asked.length > 0) throw new UsageError("Give --queue, or --all.");
      await using started = new AsyncDisposableStack();
      const desk = await reach(context, started);
      await setQueues(desk, system, id, isAll ? "all" : asked, context.clock());
      context.stdout.write(`${id} works in ${isAll ? "all queues" : asked.join(", ")} now.\n`);
      return 0;
    },
  };
}
