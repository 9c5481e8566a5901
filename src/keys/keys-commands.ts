import { type Command, isId, Progress, readConfig, readWords, UsageError } from "#platform";
import type { Reach } from "./command-context.ts";
import type { NewKek } from "./keyring.ts";
import { openKeyring } from "./open.ts";
import { drop, rotate } from "./rotation.ts";
import { keysSettings } from "./settings.ts";
import { kekUses } from "./store.ts";

const kindNames = ["kind", "module", "token"] as const;
const lists = ["environment"] as const;
const kindUsage = `  --kind file         it lies in the keykeeper's directory, readable by the keykeeper alone
  --kind passphrase   it opens by the first line of KEK_PASSPHRASE_FILE
  --kind pkcs11       it is made on a token and never leaves it; the PIN is in KEK_PIN_FILE
      --module FILE         the token's PKCS #11 library, such as /usr/lib/softhsm/libsofthsm2.so
      --token LABEL
      --environment NAME=VALUE   what the library needs, such as SOFTHSM2_CONF=/etc/softhsm2.conf`;

/** @param dataDirectoryIn where keys are when KEYKEEPER_DIRECTORY is unset; no database is needed */
export function newCommand(
  dataDirectoryIn: (env: Readonly<Record<string, string | undefined>>) => string,
): Command {
  return {
    name: "keys new",
    summary: "make the first key-encryption key",
    usage: `holdfast keys new --kind file|passphrase|pkcs11

Makes the key that wraps all others, in KEYKEEPER_DIRECTORY. Run it as the keykeeper's user, then keep a copy of the
file (and of the passphrase) where no copy of the database is: without it everything that is encrypted is lost.

${kindUsage}`,
    async run(words, { env, stdout, clock }) {
      const { options, lists: given, positionals } = readWords(words, kindNames, [], lists);
      const asked = kindIn(options, given.environment ?? []);
      if (positionals.length > 0 || !asked) throw new UsageError("Give --kind.");
      const keyring = await openKeyring(readConfig(keysSettings, env), dataDirectoryIn(env));
      if (keyring.ids.length > 0) {
        throw new UsageError(
          `${keyring.directory} has a key. To replace it: holdfast keys rotate.`,
        );
      }
      const id = await keyring.make(asked, clock());
      stdout.write(`${id} is in ${keyring.directory}. Keep a copy of its file elsewhere.\n`);
      return 0;
    },
  };
}

export function rotateCommand(reach: Reach): Command {
  return {
    name: "keys rotate",
    summary: "wrap every key anew by a new key-encryption key",
    usage: `holdfast keys rotate [--kind file|passphrase|pkcs11] [--json]

Makes a new key-encryption key, of the kind that the last one has unless you say otherwise, and wraps every key anew.
The desk may run meanwhile. When it was stopped, run it again: it goes on. The old key stays until holdfast keys drop.
Ends with 1 when a key could not be unwrapped: it is named, and the others are done.

${kindUsage}`,
    async run(words, context) {
      const read = readWords(words, kindNames, ["json"], lists);
      if (read.positionals.length > 0) throw new UsageError(`There is no ${read.positionals[0]}.`);
      await using started = new AsyncDisposableStack();
      const { database, config, dataDirectory } = await reach(context, started);
      const keyring = await openKeyring(config, dataDirectory);
      const asked = kindIn(read.options, read.lists.environment ?? []) ?? keyring.likeNewest;
      const progress = new Progress(context, "keys wrapped anew", 1);
      let done = 0;
      const rotation = await rotate(database, keyring, asked, context.clock(), (keys) => {
        done += keys;
        progress.at(done);
      }).finally(() => progress.end());
      const { kek, resumed, rewrapped, failed } = rotation;
      const begun = resumed ? "Went on with the rotation that was stopped. " : "";
      const lines = [
        ...failed.map((key) => `${key} could not be unwrapped: it was changed`),
        `${begun}${kek} wraps every key now; ${rewrapped} were wrapped anew.`,
        "Keep a copy of its file elsewhere. Backups made before need the old key.",
      ];
      context.stdout.write(
        `${read.flags.has("json") ? JSON.stringify(rotation) : lines.join("\n")}\n`,
      );
      return failed.length > 0 ? 1 : 0;
    },
  };
}

export function dropCommand(reach: Reach): Command {
  return {
    name: "keys drop",
    summary: "destroy a key-encryption key that wraps nothing any more",
    usage: `holdfast keys drop KEK

Destroys an old key-encryption key for good. Backups that were made while it was in use can't be read any more, and
neither can anything that was shredded since. It is refused while the key still wraps something.`,
    async run(words, context) {
      const [id, ...more] = readWords(words, []).positionals;
      if (id === undefined || more.length > 0) throw new UsageError("Give one KEK.");
      if (!isId("kek", id)) throw new UsageError(`${id} isn't the id of a key-encryption key.`);
      await using started = new AsyncDisposableStack();
      const { database, config, dataDirectory } = await reach(context, started);
      await drop(database, await openKeyring(config, dataDirectory), id);
      context.stdout.write(`${id} is destroyed. Destroy its copies too; a token keeps its own.\n`);
      return 0;
    },
  };
}

export function listCommand(reach: Reach): Command {
  return {
    name: "keys",
    summary: "the key-encryption keys, and how many keys each wraps",
    usage: "holdfast keys [--json]",
    async run(words, context) {
      const { flags, positionals } = readWords(words, [], ["json"]);
      if (positionals.length > 0) throw new UsageError(`There is no ${positionals[0]}.`);
      await using started = new AsyncDisposableStack();
      const { database, config, dataDirectory } = await reach(context, started);
      const keyring = await openKeyring(config, dataDirectory);
      const uses = new Map((await kekUses(database)).map((use) => [use.id, use]));
      const ids = [...new Set([...keyring.ids, ...uses.keys()])].sort();
      for (const id of ids) {
        const { clientKeys = 0, indexKeys = 0 } = uses.get(id) ?? {};
        const state = !keyring.ids.includes(id)
          ? "missing"
          : id === keyring.newest.id
            ? "newest"
            : "old";
        const line = { id, state, client_keys: clientKeys, index_keys: indexKeys };
        const text = `${id}  ${state}  wraps ${clientKeys} clients' keys, ${indexKeys} index keys`;
        context.stdout.write(`${flags.has("json") ? JSON.stringify(line) : text}\n`);
      }
      return 0;
    },
  };
}

function kindIn(
  options: Readonly<Record<string, string | undefined>>,
  environment: readonly string[],
): NewKek | undefined {
  const { kind, module, token } = options;
  if (kind === undefined) return undefined;
  if (kind === "file" || kind === "passphrase") return { kind };
  if (kind !== "pkcs11") throw new UsageError(`There is no kind "${kind}" of key.`);
  if (!module || !token) throw new UsageError("A token needs --module and --token.");
  const entries = environment.map((pair) => {
    const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined)
      throw new UsageError(`${pair} isn't NAME=VALUE.`);
    return [name, value];
  });
  return { kind, place: { module, token, environment: Object.fromEntries(entries) } };
}
