import { readFile } from "node:fs/promises";
import { readPolicyFile } from "#ledger";
import { type Command, orRefused, readFileWords, UsageError } from "#platform";
import type { Body } from "../edition/index.ts";
import { verifyBrief } from "../publishing/index.ts";
import {
  headlineOf,
  languageNames,
  oneLine,
  renderMarkdown,
  renderText,
} from "../rendering/index.ts";

export const verifyBriefCommand: Command = {
  name: "verify-brief",
  summary: "verify an edition of a brief, offline and without anybody's word",
  usage: `holdfast verify-brief FILE --proof PROOF --policy POLICY [--kept COPY] [--earlier EARLIER] [--shown SHOWN]

Says whether the edition in FILE (its JSON, as the site serves it) is, byte by byte, what two people published: its hash is in an event of the log, which PROOF proves by the keys of POLICY (a
tlog-policy file). With --kept each place is named in which FILE differs from a copy that somebody kept and that the log has; with --earlier it is held against the edition that it follows on;
with --shown it is said whether SHOWN, a file of Markdown or plain text, is what this edition makes, and in which of its languages: those files have no hash of their own.
Ends with 1 when something doesn't hold. It fetches nothing. For an address:

  curl -O https://SITE/briefs/BRIEF/editions/1.json
  curl -O https://SITE/briefs/BRIEF/editions/1.proof
  curl -O https://SITE/log/policy`,
  async run(words, { stdout }) {
    const beside = ["kept", "earlier", "shown"] as const;
    const { file, options } = readFileWords(words, ["proof", "policy"], [...beside]);
    if (/^https?:/i.test(file)) {
      throw new UsageError(
        "It fetches nothing. Save the address's file and its proof first, as below.",
      );
    }
    const policy = await readPolicyFile(options.policy ?? "");
    const given = (path: string | undefined) => (path === undefined ? undefined : bytesOf(path));
    const [edition, proof] = [await bytesOf(file), await bytesOf(options.proof ?? "")];
    const others = { earlier: await given(options.earlier), kept: await given(options.kept) };
    const verified = verifyBrief(edition, proof, policy, others);
    const { body, sha256, publishedAt, witnesses } = verified;
    const shown = options.shown === undefined ? undefined : await bytesOf(options.shown);
    const made = shown && body && madeAs(shown, body);
    const faults = [...verified.faults, ...(shown && body && !made ? [notMade] : [])];
    const lines = [
      ...(body ? [`${headlineOf(body)} (edition ${body.number})`] : []),
      `SHA-256 ${sha256}`,
      ...(made ? [`+ What is shown is what this edition makes: ${made}.`] : []),
      ...faults.map((fault) => `! ${fault}`),
      faults.length === 0
        ? `+ It is what was published at ${publishedAt?.toISOString()}, as the log and ${witnesses.length} witnesses have it.`
        : "This isn't what was published.",
    ];
    stdout.write(`${lines.map(oneLine).join("\n")}\n`);
    return faults.length === 0 ? 0 : 1;
  },
};

const notMade =
  "What is shown isn't what this edition makes, neither as Markdown nor as plain text.";

/** As what, and in which language, an edition makes these words: anybody who has its bytes can make them again. */
function madeAs(shown: Buffer, body: Body): string | undefined {
  const text = shown.toString("utf8");
  const translations = body.is === "edition" ? body.translations : [];
  for (const translation of [undefined, ...translations]) {
    const language = languageNames[translation?.language ?? "en"];
    if (text === renderMarkdown(body, translation)) return `Markdown, ${language}`;
    if (text === renderText(body, translation)) return `plain text, ${language}`;
  }
  return undefined;
}

async function bytesOf(file: string): Promise<Buffer> {
  return await orRefused(file, readFile(file));
}
