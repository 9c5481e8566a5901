import {
  type Command,
  listen,
  openLog,
  platformSettings,
  readConfig,
  readJsonFile,
  readTextFile,
  readWords,
  UsageError,
} from "#platform";
import { Cosigner } from "./cosigner.ts";
import { type KnownLogs, logsFromPolicy, logsFromWords } from "./known-logs.ts";
import { witnessRoutes } from "./routes-witness.ts";
import { StateFile } from "./state-file.ts";
import { readWitnessKey } from "./witness-key.ts";

const usage = `holdfast witness --listen HOST:PORT --key FILE --state FILE (--log ORIGIN=VKEY... | --policy FILE)

Runs a witness (https://c2sp.org/tlog-witness): it cosigns a log's checkpoint when the log only grew since the last one.
Run it where whoever runs the log has no power. It sees sizes and hashes, no personal data.

  --key FILE, --state FILE  as made by holdfast witness key; the state is rewritten before each cosignature
  --log ORIGIN=VKEY         a log and its verifier key, from whoever runs it; may be given several times
  --policy FILE             the logs of a policy file (https://c2sp.org/tlog-policy) instead

Put a proxy with TLS in front of it. Never restore the state from a backup, never run two on one key.`;

/** @param untilStopped resolves when the process is asked to end */
export function witnessCommand(untilStopped: () => Promise<unknown>): Command {
  return {
    name: "witness",
    summary: "run a witness, which vouches that a log only grows",
    usage,
    async run(words, { stdout, stderr, env, clock }) {
      const { host, port, keyFile, stateFile, logs } = await readWitnessWords(words);
      const stopped = untilStopped();
      const signers = readWitnessKey(await readJsonFile(keyFile), keyFile);
      const keys = signers.map(({ key }) => key);
      await using running = new AsyncDisposableStack();
      const memory = await StateFile.open(stateFile, keys);
      running.defer(memory.release);
      const log = openLog(readConfig(platformSettings, env).LOG_LEVEL, stdout);
      const cosigner = new Cosigner({ signers, logs, memory, clock, log });
      const name = keys[0]?.name ?? "";
      const listening = await listen(witnessRoutes(name, cosigner, log), host, port);
      running.defer(() => listening.stop());
      const origins = [...logs.keys()].join(", ");
      stderr.write(`The witness ${name} is on ${listening.url} and follows ${origins}\n`);
      await stopped;
      stderr.write("Finishing what is under way …\n");
      return 0;
    },
  };
}

async function readWitnessWords(words: string[]) {
  const named = ["listen", "key", "state", "policy"];
  const { options, lists, positionals } = readWords(words, named, [], ["log"]);
  if (positionals.length > 0) throw new UsageError(`witness takes no ${positionals[0]}.`);
  const { key: keyFile, state: stateFile, listen: address = "" } = options;
  if (keyFile === undefined || stateFile === undefined) {
    throw new UsageError("Give --key and --state, as made by holdfast witness key.");
  }
  const logs = await knownLogs(lists.log, options.policy);
  return { ...addressIn(address), keyFile, stateFile, logs };
}

function addressIn(text: string): { host: string; port: number } {
  const [, host, port] =
    /^(?:\[([\da-f:.]+)\]|([^:[\]\s]+)):(\d{1,5})$/i
      .exec(text)
      ?.filter((part) => part !== undefined) ?? [];
  if (host !== undefined && Number(port) <= 65_535) return { host, port: Number(port) };
  throw new UsageError(`--listen is "${text}". Give HOST:PORT, such as 127.0.0.1:8090.`);
}

async function knownLogs(words: readonly string[] = [], policyFile?: string): Promise<KnownLogs> {
  const logs =
    policyFile === undefined
      ? logsFromWords(words)
      : logsFromPolicy(await readTextFile(policyFile), policyFile);
  if (logs.size > 0 && (policyFile === undefined || words.length === 0)) return logs;
  throw new UsageError("Give the logs to follow: either --log ORIGIN=VKEY or --policy FILE.");
}
