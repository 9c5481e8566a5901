import type { Appender } from "#ledger";
import {
  type Command,
  type CommandContext,
  type Database,
  readWords,
  system,
  UsageError,
} from "#platform";
import { apiKeys, endApiKey, makeApiKey } from "./api-key.ts";
import { scopes } from "./scope.ts";

/** What a command of accounts works on, also while the desk runs; what was started for it ends with `started`. */
export type ReachDesk = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<{ database: Database; appender: Appender }>;

const scopeWidth = Math.max(...Object.keys(scopes).map(({ length }) => length));
const scopeList = Object.entries(scopes)
  .map(([scope, about]) => `  ${scope.padEnd(scopeWidth)}  ${about}`)
  .join("\n");

/** The verbs of the keys by which the firm's other systems ask. */
export function apiKeysCommands(reach: ReachDesk): Command[] {
  return [newCommand(reach), listCommand(reach), revokeCommand(reach)];
}

function newCommand(reach: ReachDesk): Command {
  return {
    name: "api-keys new",
    summary: "make a key for one of the firm's own systems",
    usage: `holdfast api-keys new NAME --scope SCOPE [--scope SCOPE …]

Prints the key, this once: the desk keeps only what recognises it. NAME says which system has it.

Scopes:
${scopeList}`,
    async run(words, context) {
      const { positionals, lists } = readWords(words, [], [], ["scope"]);
      const [name, ...more] = positionals;
      if (name === undefined || more.length > 0) throw new UsageError("Give one NAME.");
      const asked = { name, scopes: lists.scope ?? [] };
      await using started = new AsyncDisposableStack();
      const desk = await reach(context, started);
      const { key, token } = await makeApiKey(desk, system, asked, context.clock());
      context.stdout.write(`${token}\n`);
      context.stderr.write(`${key.id} was made. Its secret isn't shown again.\n`);
      return 0;
    },
  };
}

function listCommand(reach: ReachDesk): Command {
  return {
    name: "api-keys list",
    summary: "list the keys of the firm's own systems",
    usage:
      "holdfast api-keys list\n\nPrints JSON Lines, the newest key first. No line has a secret.",
    async run(words, context) {
      if (words.length > 0) throw new UsageError(`There is no ${words[0]}.`);
      await using started = new AsyncDisposableStack();
      const { database } = await reach(context, started);
      for (const key of await apiKeys(database)) {
        context.stdout.write(`${JSON.stringify(key)}\n`);
      }
      return 0;
    },
  };
}

function revokeCommand(reach: ReachDesk): Command {
  return {
    name: "api-keys revoke",
    summary: "end a key: it opens nothing from then on",
    usage: "holdfast api-keys revoke ID\n\nID is as holdfast api-keys list prints it.",
    async run(words, context) {
      const [id, ...more] = words;
      if (id === undefined || more.length > 0) throw new UsageError("Give one ID.");
      await using started = new AsyncDisposableStack();
      await endApiKey(await reach(context, started), system, id, context.clock());
      context.stdout.write(`${id} is revoked.\n`);
      return 0;
    },
  };
}
