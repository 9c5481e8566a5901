import {
  type Command,
  english,
  HoldfastError,
  platformSettings,
  readConfig,
  readFileWords,
  readJsonFile,
  readPrivateKey,
  readPublicKey,
  readSeen,
  readSigned,
  readTextFile,
  rememberSeen,
} from "#platform";
import { readBundle } from "./bundle.ts";
import { say } from "./refusals.ts";
import { policyKind, signPolicy, verifyPolicy } from "./signing.ts";

export const signPolicyCommand: Command = {
  name: "policy sign",
  summary: say(english, "command.sign.summary"),
  usage: say(english, "command.sign.usage"),
  async run(words, { stdout }) {
    const { file, options } = readFileWords(words, ["key"]);
    const key = readPrivateKey(await readJsonFile(options.key ?? ""));
    const signed = await signPolicy(readBundle(await readJsonFile(file)), key);
    stdout.write(`${JSON.stringify(signed, null, 2)}\n`);
    return 0;
  },
};

export const verifyPolicyCommand: Command = {
  name: "policy verify",
  summary: say(english, "command.verify.summary"),
  usage: say(english, "command.verify.usage"),
  async run(words, { stdout, stderr, env, clock }) {
    const { file, options } = readFileWords(words, ["key"]);
    const { HOLDFAST_DATA: data } = readConfig(platformSettings, env);
    try {
      const key = readPublicKey(await readJsonFile(options.key ?? ""));
      const signed = readSigned(policyKind, await readTextFile(file));
      const seen = await readSeen(data);
      const verified = await verifyPolicy(signed, key, clock(), (firm, keyId) =>
        seen.last(policyKind, firm, keyId),
      );
      const { bundle, keyId, sha256 } = verified;
      const { firm, version, valid_from, valid_to } = bundle;
      await rememberSeen(data, { kind: policyKind, firm, key: keyId, version, sha256 });
      stdout.write(
        `genuine: ${JSON.stringify(firm)}, version ${version}\n` +
          `valid: ${valid_from} to ${valid_to}\nkey: ${keyId}\nsha256: ${sha256}\n`,
      );
      return 0;
    } catch (error) {
      if (!(error instanceof HoldfastError)) throw error;
      stderr.write(`refused (${error.code}): ${error.message}\n`);
      return 1;
    }
  },
};
