import {
  type Command,
  readFileWords,
  readJsonFile,
  readPrivateKey,
  verifyCommand,
} from "#platform";
import { embeddedFaults, readPolicySource } from "./access/index.ts";
import { readBundle } from "./bundle.ts";
import { RulesInvalid } from "./refusals.ts";
import { policyKind, signPolicy, verifyPolicy } from "./signing.ts";

export const signPolicyCommand: Command = {
  name: "policy sign",
  summary: "sign a policy bundle, offline",
  usage: `holdfast policy sign FILE --key PRIVATE-KEY-FILE [--access FOLDER]

Puts the rules of the folder (*.cedar, *.cedarschema) into the bundle, checks it, signs it (Ed25519) and prints the signed
document. Without a folder the rules are the file's own, or those that come with Holdfast. Keep the private key offline.`,
  async run(words, { stdout }) {
    const { file, options } = readFileWords(words, ["key"], ["access"]);
    const key = readPrivateKey(await readJsonFile(options.key ?? ""));
    const source = await readPolicySource(file, options.access);
    const bundle = readBundle(source);
    const [unsound] = await embeddedFaults(source);
    if (unsound) throw new RulesInvalid(unsound.fault);
    const signed = await signPolicy(bundle, key);
    stdout.write(`${JSON.stringify(signed, null, 2)}\n`);
    return 0;
  },
};

export const verifyPolicyCommand = verifyCommand(policyKind, async (signed, key, last, now) => {
  const { bundle, keyId, sha256 } = await verifyPolicy(signed, key, now, last);
  const { firm, version, valid_from, valid_to } = bundle;
  return { firm, version, keyId, sha256, facts: [], dates: `valid: ${valid_from} to ${valid_to}` };
});
