import { InvalidInput } from "#platform";
import { parseKey, parsePolicy, type VerifierKey } from "#tlog";
import { accepted } from "./accepted.ts";

/** The logs that a witness follows: the keys that it trusts for each origin. */
export type KnownLogs = ReadonlyMap<string, readonly VerifierKey[]>;

/** From words such as `log.example/2026=log.example/2026+1a2b3c4d+AXZ…`; a log with two keys has two. */
export function logsFromWords(words: readonly string[]): KnownLogs {
  return grouped(
    words.map((word) => {
      const [, origin, vkey = ""] = /^([^=]+)=(.+)$/.exec(word) ?? [];
      if (origin === undefined) throw new LogInvalid(`--log is "${word}".`);
      const remedy = `Take the verifier key of ${origin} from whoever runs it.`;
      const key = accepted("log_invalid", remedy, () => parseKey(vkey));
      // A witness's key under a log's name: tlog-policy refuses it too.
      if (key.type === "ed25519-cosignature") {
        throw new LogInvalid(`The key for ${origin} is a witness's.`);
      }
      return { origin, key };
    }),
  );
}

/** From the `log` lines of a tlog-policy, where "[the key's] name MUST correspond to the log's origin line". */
export function logsFromPolicy(text: string, file: string): KnownLogs {
  const remedy = `Correct ${file}: see https://c2sp.org/tlog-policy.`;
  const { logs } = accepted("policy_invalid", remedy, () => parsePolicy(text));
  return grouped(logs.map(({ key }) => ({ origin: key.name, key })));
}

class LogInvalid extends InvalidInput {
  constructor(found: string) {
    super("log_invalid", `${found} Give --log ORIGIN=VKEY with the verifier key of the log.`);
  }
}

function grouped(found: { origin: string; key: VerifierKey }[]): KnownLogs {
  const byOrigin = Map.groupBy(found, ({ origin }) => origin);
  return new Map([...byOrigin].map(([origin, logs]) => [origin, logs.map(({ key }) => key)]));
}
