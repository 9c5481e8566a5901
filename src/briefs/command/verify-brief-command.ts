import { readFile } from "node:fs/promises";
import { readPolicyFile } from "#ledger";
import { type Command, orRefused, readFileWords } from "#platform";
import { verifyBrief } from "../publishing/index.ts";
import { headlineOf, oneLine } from "../rendering/index.ts";

export const verifyBriefCommand: Command = {
  name: "verify-brief",
  summary: "verify an edition of a brief, offline and without anybody's word",
  usage: `holdfast verify-brief FILE --proof PROOF --policy POLICY [--kept COPY] [--earlier EARLIER]

Says whether the edition in FILE (its JSON, as the site serves it) is, byte by byte, what two people published: its hash is in an event of the log, which PROOF proves by the keys of POLICY (a
tlog-policy file). With --kept each place is named in which FILE differs from a copy that somebody kept and that the log has; with --earlier it is held against the edition that it follows on.
Ends with 1 when something doesn't hold. It fetches nothing. For an address:

  curl -O https://SITE/briefs/BRIEF/editions/1.json
  curl -O https://SITE/briefs/BRIEF/editions/1.proof
  curl -O https://SITE/log/policy`,
  async run(words, { stdout }) {
    const { file, options } = readFileWords(words, ["proof", "policy"], ["kept", "earlier"]);
    const policy = await readPolicyFile(options.policy ?? "");
    const given = (path: string | undefined) => (path === undefined ? undefined : bytesOf(path));
    const [edition, proof] = [await bytesOf(file), await bytesOf(options.proof ?? "")];
    const beside = { earlier: await given(options.earlier), kept: await given(options.kept) };
    const verified = verifyBrief(edition, proof, policy, beside);
    const { body, sha256, publishedAt, witnesses, faults } = verified;
    const lines = [
      ...(body ? [`${headlineOf(body)} (edition ${body.number})`] : []),
      `SHA-256 ${sha256}`,
      ...faults.map((fault) => `! ${fault}`),
      faults.length === 0
        ? `+ It is what was published at ${publishedAt?.toISOString()}, as the log and ${witnesses.length} witnesses have it.`
        : "This isn't what was published.",
    ];
    stdout.write(`${lines.map(oneLine).join("\n")}\n`);
    return faults.length === 0 ? 0 : 1;
  },
};

async function bytesOf(file: string): Promise<Buffer> {
  return await orRefused(file, readFile(file));
}
