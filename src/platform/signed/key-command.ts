import type { Command } from "../commands.ts";
import { UsageError } from "../errors.ts";
import { writeNewFile } from "../files.ts";
import { readWords } from "../words.ts";
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
    await writeNewFile(`${name}.private.json`, `${JSON.stringify(privateKey)}\n`, privateMode);
    await writeNewFile(`${name}.public.json`, `${JSON.stringify(publicKey)}\n`, publicMode);
    stdout.write(
      `${name}.private.json  keep it offline\n${name}.public.json  key ${await keyIdOf(publicKey)}\n`,
    );
    return 0;
  },
};
