import { readFile } from "node:fs/promises";
import { readPolicyFile } from "#ledger";
import { type Command, orRefused, readWords, UsageError } from "#platform";
import { subjectSchema } from "../claim/index.ts";
import { keepCertificate } from "../evidence/index.ts";
import { handOf, type ReachBriefs, reachBrief } from "./reach.ts";

export function certificateCommand(reach: ReachBriefs): Command {
  return {
    name: "brief certificate",
    summary: "keep a scope certificate as evidence, and its figures as claims",
    usage: `holdfast brief certificate BRIEF FILE --policy POLICY --subject SUBJECT --by STAFF [--name N] [--url U]

FILE is a scope certificate (...holdfast-scope.json), POLICY the tlog-policy file of its log. Where anything of it doesn't hold, nothing is kept. Otherwise it is a
source of the kind evidence, and the lower, best and upper number of clients are claims on SUBJECT, proposed as every claim is. Where evidence counts something, no
other number of it is told but as the firm's word. --url is where readers find the certificate.`,
    async run(words, context) {
      const { positionals, options } = readWords(words, ["policy", "subject", "by", "name", "url"]);
      const [id, file, ...more] = positionals;
      const { policy, subject, name, url } = options;
      if (file === undefined || policy === undefined || more.length > 0) {
        throw new UsageError("Give BRIEF, one FILE, and --policy.");
      }
      if (!subjectSchema.safeParse(subject).success || subject === undefined) {
        throw new UsageError(
          "--subject takes a name in small letters with _, such as leak_of_may.",
        );
      }
      await using started = new AsyncDisposableStack();
      const { desk, brief } = await reachBrief(reach, context, started, id);
      const hand = await handOf(desk, options.by);
      const given = {
        ...{ bytes: await orRefused(file, readFile(file)), policy: await readPolicyFile(policy) },
        ...{ subject, name, url },
      };
      const { source, claims } = await keepCertificate(desk, hand, brief, given, context.clock());
      context.stdout.write(`${JSON.stringify({ source: source.name, claims })}\n`);
      return 0;
    },
  };
}
