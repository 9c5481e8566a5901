import type { Command } from "../commands.ts";
import { platformSettings, readConfig } from "../config.ts";
import { HoldfastError } from "../errors.ts";
import { readJsonFile, readTextFile } from "../files.ts";
import { readFileWords } from "../words/index.ts";
import { type DocumentKind, readSigned, type SignedDocument } from "./document.ts";
import type { Edition } from "./edition.ts";
import { type PublicKey, readPublicKey } from "./key.ts";
import { readSeen, rememberSeen } from "./seen.ts";

/** The newest edition that this reader accepted of a firm and key; undefined before the first. */
export type LastSeen = (firm: string, keyId: string) => Edition | undefined;

/** An accepted edition. `facts` are told after its version, `dates` on a line of their own. */
export type Accepted = Edition & { firm: string; keyId: string; facts: string[]; dates: string };

/**
 * `holdfast <kind> verify`: checks a signed document offline and remembers its edition.
 * @param verify checks signature, dates and version; throws a HoldfastError for what it refuses
 */
export function verifyCommand(
  kind: DocumentKind,
  verify: (signed: SignedDocument, key: PublicKey, last: LastSeen, now: Date) => Promise<Accepted>,
): Command {
  return {
    name: `${kind} verify`,
    summary: `verify a signed ${kind}, offline`,
    usage: `holdfast ${kind} verify FILE --key PUBLICKEY

Refuses a bad signature, another key, an edition that isn't in force, and an older edition than the last one seen
(remembered under HOLDFAST_DATA). Ends with 1 when it refuses.`,
    async run(words, { stdout, stderr, env, clock }) {
      const { file, options } = readFileWords(words, ["key"]);
      const { HOLDFAST_DATA: data } = readConfig(platformSettings, env);
      try {
        const key = readPublicKey(await readJsonFile(options.key ?? ""));
        const signed = readSigned(kind, await readTextFile(file));
        const seen = await readSeen(data);
        const last: LastSeen = (firm, keyId) => seen.last(kind, firm, keyId);
        const { firm, keyId, version, sha256, facts, dates } = await verify(
          signed,
          key,
          last,
          clock(),
        );
        await rememberSeen(data, { kind, firm, key: keyId, version, sha256 });
        const title = [JSON.stringify(firm), `version ${version}`, ...facts].join(", ");
        stdout.write(`genuine: ${title}\n${dates}\nkey: ${keyId}\nsha256: ${sha256}\n`);
        return 0;
      } catch (error) {
        if (!(error instanceof HoldfastError)) throw error;
        stderr.write(`refused (${error.code}): ${error.message}\n`);
        return 1;
      }
    },
  };
}
