import {
  type Command,
  readFileWords,
  readJsonFile,
  readPrivateKey,
  verifyCommand,
} from "#platform";
import { readBundle } from "./bundle.ts";
import { policyKind, signPolicy, verifyPolicy } from "./signing.ts";

export const signPolicyCommand: Command = {
  name: "policy sign",
  summary: "sign a policy bundle, offline",
  usage: `holdfast policy sign FILE --key PRIVATE-KEY-FILE

Checks the bundle, signs it (Ed25519) and prints the signed document. Keep the private key offline.`,
  async run(words, { stdout }) {
    const { file, options } = readFileWords(words, ["key"]);
    const key = readPrivateKey(await readJsonFile(options.key ?? ""));
    const signed = await signPolicy(readBundle(await readJsonFile(file)), key);
    stdout.write(`${JSON.stringify(signed, null, 2)}\n`);
    return 0;
  },
};

export const verifyPolicyCommand = verifyCommand(policyKind, async (signed, key, last, now) => {
  const { bundle, keyId, sha256 } = await verifyPolicy(signed, key, now, last);
  const { firm, version, valid_from, valid_to } = bundle;
  return { firm, version, keyId, sha256, facts: [], dates: `valid: ${valid_from} to ${valid_to}` };
});
