import { writeProof } from "#ledger";
import { type Command, isId, readWords, UsageError } from "#platform";
import { openLedger } from "./open-ledger.ts";

export const proveCommand: Command = {
  name: "prove",
  summary: "write the proof of an event, for the person whom it is about",
  usage: `holdfast prove EVENT --out FILE [--with-actor]

Writes what proves the event (event_...) into FILE, which must not be there yet; name it ...holdfast-proof.json. It
proves the event to anybody, with holdfast verify-proof or on the page /log/verify, without Holdfast's word.
Who acted is named only with --with-actor. Whether the person may have it is yours to know. While an entry of theirs is
sealed, there is no proof of any.`,
  async run(words, context) {
    const { options, positionals, flags } = readWords(words, ["out"], ["with-actor"]);
    const [id = "", ...more] = positionals;
    const { out: file } = options;
    if (!isId("event", id) || more.length > 0 || !file) {
      throw new UsageError("Give one event, event_..., and a file with --out.");
    }
    await using started = new AsyncDisposableStack();
    const { database, files } = await openLedger(context, started);
    const asked = { file, withActor: flags.has("with-actor") };
    await writeProof(database, files.policyFile, id, asked, context.clock());
    context.stdout.write(`${file} proves ${id}. Check it with: holdfast verify-proof ${file}\n`);
    return 0;
  },
};
