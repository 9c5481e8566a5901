import { type Command, readWords, UsageError } from "#platform";
import { createState } from "./state-file.ts";
import { makeWitnessKey, policyLines, signersOf } from "./witness-key.ts";

const privateMode = 0o600;

export const witnessKeyCommand: Command = {
  name: "witness key",
  summary: "make a witness's key and its empty state",
  usage: `holdfast witness key NAME --key FILE --state FILE

Makes keys for Ed25519 and ML-DSA-44 (readable by you alone) and the state of a witness that has never cosigned. Nothing
is overwritten, and no other command makes a state: whose state is lost needs a new key. Prints the lines for the policy
files of logs. NAME is an address without scheme, such as witness.example.com/one; it need not be reachable.`,
  async run(words, { stdout }) {
    const { positionals, options } = readWords(words, ["key", "state"]);
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError("Give one NAME.");
    const { key: keyFile, state: stateFile } = options;
    if (keyFile === undefined || stateFile === undefined) {
      throw new UsageError("Give --key and --state, two new files.");
    }
    const key = makeWitnessKey(name);
    const signers = signersOf(key);
    const keys = signers.map((signer) => signer.key);
    const content = `${JSON.stringify(key, null, 2)}\n`;
    await createState(stateFile, keys, { file: keyFile, content, mode: privateMode });
    stdout.write(`# Put the witness's address in place of URL.\n${policyLines(signers)}`);
    return 0;
  },
};
