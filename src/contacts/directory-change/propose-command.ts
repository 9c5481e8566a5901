import { type Command, type CommandContext, readFileWords, readTextFile } from "#platform";
import { type UploadingDesk, uploadEdition } from "./upload.ts";

/** The desk that a command works on, also while it runs; what was started for it ends with `started`. */
type ReachDirectory = (
  context: CommandContext,
  started: AsyncDisposableStack,
) => Promise<UploadingDesk>;

/** `holdfast directory propose`: brings an edition to the desk. It changes nothing that is in force. */
export function proposeCommand(reach: ReachDirectory): Command {
  return {
    name: "directory propose",
    summary: "bring a signed edition of the directory to the desk, to be proposed there",
    usage: `holdfast directory propose FILE

Verifies the signed directory in FILE, and keeps it on the desk. Nothing changes yet: an administrator proposes it at
/staff/directory, a second person whom the desk draws agrees, and after the policy's delay it is in force.`,
    async run(words, context) {
      const { file } = readFileWords(words, []);
      const text = await readTextFile(file);
      await using started = new AsyncDisposableStack();
      const { id, version } = await uploadEdition(
        await reach(context, started),
        text,
        context.clock(),
      );
      context.stdout.write(
        `Version ${version} is kept as ${id}. Propose it at /staff/directory/${id}\n`,
      );
      return 0;
    },
  };
}
