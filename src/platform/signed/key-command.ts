import type { Command } from "../commands.ts";
import { UsageError } from "../errors.ts";
import { writeNewFiles } from "../files.ts";
import { readWords } from "../words/index.ts";
import { keyIdOf, makeKeyPair } from "./key.ts";

const privateMode = 0o600;
const publicMode = 0o644;

export const keyCommand: Command = {
  name: "key",
  summary: "make a key pair that signs documents",
  usage: `holdfast key NAME

Writes NAME.private.json (readable by you alone) and NAME.public.json. Nothing is overwritten.
Do this away from the server. Keep the private file offline; give the public one to everybody.`,
  async run(words, { stdout }) {
    const [name, ...more] = readWords(words, []).positionals;
    if (!name || more.length > 0) throw new UsageError("Give one NAME.");
    const { privateKey, publicKey } = await makeKeyPair();
    const lineOf = (key: object) => `${JSON.stringify(key)}\n`;
    await writeNewFiles([
      { file: `${name}.private.json`, content: lineOf(privateKey), mode: privateMode },
      { file: `${name}.public.json`, content: lineOf(publicKey), mode: publicMode },
    ]);
    stdout.write(
      `${name}.private.json  keep it offline\n${name}.public.json  key ${await keyIdOf(publicKey)}\n`,
    );
    return 0;
  },
};
