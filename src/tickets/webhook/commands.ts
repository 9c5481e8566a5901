import { type Command, type CommandContext, readWords, system, UsageError } from "#platform";
import {
  addWebhook,
  keepHoursMax,
  removeWebhook,
  rotateSecret,
  type WebhookDesk,
} from "./registering.ts";
import { webhookStates } from "./store.ts";
import { webhookTypes } from "./webhook.ts";

const keepHoursUsual = 24;

/** What the commands of webhooks work on, also while the desk runs; what was started for it ends with `started`. */
export type ReachWebhooks = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<WebhookDesk>;

/** The verbs of webhooks: which of the firm's own systems are told what happens to tickets. */
export function webhooksCommands(reach: ReachWebhooks): Command[] {
  return [addCommand(reach), listCommand(reach), removeCommand(reach), rotateCommand(reach)];
}

function addCommand(reach: ReachWebhooks): Command {
  return {
    name: "webhooks add",
    summary: "tell one of the firm's own systems what happens to tickets",
    usage: `holdfast webhooks add URL --event EVENT [--event EVENT …]

Prints the secret that messages are signed with, this once. docs/webhooks.md says how to check a signature.

Events:
${webhookTypes.map((type) => `  ${type}`).join("\n")}`,
    async run(words, context) {
      const { positionals, lists } = readWords(words, [], [], ["event"]);
      const [url, ...more] = positionals;
      if (url === undefined || more.length > 0) throw new UsageError("Give one URL.");
      await using started = new AsyncDisposableStack();
      const desk = await reach(context, started);
      const asked = { url, types: lists.event ?? [] };
      const { id, secret } = await addWebhook(desk, system, asked, context.clock());
      context.stdout.write(`${secret}\n`);
      context.stderr.write(`${id} was added. Its secret isn't shown again.\n`);
      return 0;
    },
  };
}

function listCommand(reach: ReachWebhooks): Command {
  return {
    name: "webhooks list",
    summary: "list the webhooks, and how each of them does",
    usage:
      "holdfast webhooks list\n\nPrints JSON Lines, the newest webhook first. No line has a secret.",
    async run(words, context) {
      if (words.length > 0) throw new UsageError(`There is no ${words[0]}.`);
      await using started = new AsyncDisposableStack();
      const { database } = await reach(context, started);
      for (const webhook of await webhookStates(database)) {
        context.stdout.write(`${JSON.stringify(webhook)}\n`);
      }
      return 0;
    },
  };
}

function removeCommand(reach: ReachWebhooks): Command {
  return {
    name: "webhooks remove",
    summary: "end a webhook: it is told nothing from then on",
    usage: "holdfast webhooks remove ID\n\nID is as holdfast webhooks list prints it.",
    async run(words, context) {
      const [id, ...more] = words;
      if (id === undefined || more.length > 0) throw new UsageError("Give one ID.");
      await using started = new AsyncDisposableStack();
      await removeWebhook(await reach(context, started), system, id, context.clock());
      context.stdout.write(`${id} is removed.\n`);
      return 0;
    },
  };
}

function rotateCommand(reach: ReachWebhooks): Command {
  return {
    name: "webhooks rotate",
    summary: "give a webhook a new secret; the former one signs too for a while",
    usage: `holdfast webhooks rotate ID [--keep-hours HOURS]

Prints the new secret, this once. For HOURS (0 to ${keepHoursMax}, else ${keepHoursUsual}) messages have both signatures.`,
    async run(words, context) {
      const { positionals, options } = readWords(words, ["keep-hours"]);
      const [id, ...more] = positionals;
      if (id === undefined || more.length > 0) throw new UsageError("Give one ID.");
      const given = options["keep-hours"] ?? String(keepHoursUsual);
      const hours = Number(given);
      if (!/^\d{1,3}$/.test(given) || hours > keepHoursMax) {
        throw new UsageError(
          `--keep-hours is ${given}: give whole hours, from 0 to ${keepHoursMax}.`,
        );
      }
      await using started = new AsyncDisposableStack();
      const desk = await reach(context, started);
      const { secret } = await rotateSecret(desk, system, id, hours, context.clock());
      context.stdout.write(`${secret}\n`);
      context.stderr.write(`The former secret signs too for ${hours} hours.\n`);
      return 0;
    },
  };
}
