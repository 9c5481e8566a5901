import { ledgerFiles, writeProof } from "#ledger";
import { type Command, isId, openDatabase, readConfig, readWords, UsageError } from "#platform";
import { dataDirectoryOf, sharedDatabaseUrls } from "./database-urls.ts";
import { settings } from "./settings.ts";

export const proveCommand: Command = {
  name: "prove",
  summary: "write the proof of an event, for the person whom it is about",
  usage: `holdfast prove EVENT --out FILE [--with-actor]

Writes what proves the event (event_...) into FILE, which must not be there yet; name it ...holdfast-proof.json. It
proves the event to anybody, with holdfast verify-proof or on the page /log/verify, without Holdfast's word.
Who acted is named only with --with-actor. Whether the person may have it, or it is sealed from them, is yours to know.`,
  async run(words, { env, stderr, stdout }) {
    const { options, positionals, flags } = readWords(words, ["out"], ["with-actor"]);
    const [id = "", ...more] = positionals;
    const { out: file } = options;
    if (!isId("event", id) || more.length > 0 || !file) {
      throw new UsageError("Give one event, event_..., and a file with --out.");
    }
    const config = readConfig(settings, env);
    const progress = (sentence: string) => stderr.write(`${sentence}\n`);
    const where = { config, progress, isDataDefault: !env.HOLDFAST_DATA };
    await using started = new AsyncDisposableStack();
    const { appUrl } = await sharedDatabaseUrls(where, started);
    const database = openDatabase(appUrl, () => {});
    started.defer(() => database.end());
    const { policyFile } = ledgerFiles(config, dataDirectoryOf(where));
    await writeProof(database, policyFile, id, { file, withActor: flags.has("with-actor") });
    stdout.write(`${file} proves ${id}. Check it with: holdfast verify-proof ${file}\n`);
    return 0;
  },
};
