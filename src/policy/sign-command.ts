import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import {
  type Command,
  english,
  messageOf,
  readPrivateKey,
  readPublicKey,
  readSigned,
  UsageError,
} from "#platform";
import { readBundle } from "./bundle.ts";
import { say } from "./refusals.ts";
import { policyKind, signPolicy, verifyPolicy } from "./signing.ts";

export const signPolicyCommand: Command = {
  name: "policy sign",
  summary: say(english, "command.sign.summary"),
  usage: say(english, "command.sign.usage"),
  async run(words, { stdout }) {
    const { file, key } = wordsOf(words);
    const bundle = readBundle(await readJson(file));
    const signed = await signPolicy(bundle, readPrivateKey(await readJson(key)));
    stdout.write(`${JSON.stringify(signed, null, 2)}\n`);
    return 0;
  },
};

export const verifyPolicyCommand: Command = {
  name: "policy verify",
  summary: say(english, "command.verify.summary"),
  usage: say(english, "command.verify.usage"),
  async run(words, { stdout, clock }) {
    const { file, key, lastSeen } = wordsOf(words);
    const publicKey = readPublicKey(await readJson(key));
    const signed = readSigned(policyKind, await readText(file));
    const { bundle, keyId, sha256 } = await verifyPolicy(signed, publicKey, clock(), undefined);
    const { firm, version, valid_from, valid_to } = bundle;
    stdout.write(
      `${JSON.stringify({ firm, version, valid_from, valid_to, key: keyId, sha256 })}\n`,
    );
    return 0;
  },
};

function wordsOf(words: string[]): { file: string; key: string; lastSeen: number | undefined } {
  let parsed: { values: { key?: string; "last-seen"?: string }; positionals: string[] };
  try {
    parsed = parseArgs({
      args: words,
      allowPositionals: true,
      options: { key: { type: "string" }, "last-seen": { type: "string" } },
    });
  } catch (error) {
    throw new UsageError(messageOf(error));
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.key === undefined) {
    throw new UsageError(say(english, "command.file_and_key"));
  }
  const lastSeen = values["last-seen"];
  if (lastSeen !== undefined && !/^[1-9][0-9]{0,8}$/.test(lastSeen)) {
    throw new UsageError(say(english, "command.last_seen", { lastSeen }));
  }
  return { file, key: values.key, lastSeen: lastSeen === undefined ? undefined : Number(lastSeen) };
}

async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(say(english, "command.unreadable", { file, error: messageOf(error) }));
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new UsageError(say(english, "command.unreadable", { file, error: messageOf(error) }));
  }
}
