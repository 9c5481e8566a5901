import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import {
  type Command,
  english,
  InvalidInput,
  orRefused,
  platformSettings,
  reachableDataDirectory,
  readConfig,
  readFileWords,
} from "#platform";
import { parseEventProof } from "../event-proof.ts";
import { type MessageKey, say } from "../messages.ts";
import { readPolicyFile } from "../policy-file.ts";
import { splitProofs } from "../proof-collection.ts";
import { proves, provesNot, refusalOf, rowsOf, type Shown, type Words } from "../proof-words.ts";
import { ledgerFiles, ledgerSettings } from "../settings.ts";
import { verifyEventProof } from "./verify-event.ts";

class NoPolicy extends InvalidInput {
  constructor() {
    super(
      "no_log_policy",
      "It isn't known whose keys count. Give the firm's log policy with --policy FILE: it is at /log/policy of the firm's site, and better from somebody else who watches the log.",
    );
  }
}

const words: Words = (key, values) => say(english, `verify.${key}` as MessageKey, values);

export const verifyProofCommand: Command = {
  name: "verify-proof",
  summary: "verify a proof of an event, offline and without anybody's word",
  usage: `holdfast verify-proof FILE [--policy FILE]

Says what the proof in FILE (...holdfast-proof.json) shows and what it doesn't: who, what, when, in which log, seen by
which witnesses. Of a file with several proofs (...holdfast-proofs.txt) it lists the events that are proven.
--policy names the keys that count, as a tlog-policy file; without it, LOG_POLICY or the one in HOLDFAST_DATA does.
Ends with 1 when it refuses a proof.`,
  async run(args, { stdout, stderr, env }) {
    const { file, options } = readFileWords(args, [], ["policy"]);
    const policyFile = options.policy ?? ownPolicyFile(env);
    const policy = await readPolicyFile(policyFile);
    const source = await orRefused(file, readFile(file));
    const parts = splitProofs(source);
    const checked = parts.map((part) => checkProof(part, policy));
    for (const [place, one] of checked.entries()) {
      if ("refused" in one) {
        const at = parts.length > 1 ? `proof ${place + 1}: ` : "";
        stderr.write(`${at}refused: ${one.refused.reason}\n${one.refused.details}\n`);
      } else stdout.write(parts.length > 1 ? toldBriefly(one.shown) : told(one.shown));
    }
    const good = checked.filter((one) => "shown" in one).length;
    if (parts.length > 1) {
      stdout.write(`${say(english, "verify.several", { good, all: parts.length })}\n`);
    }
    return good === parts.length ? 0 : 1;
  },
};

type Checked = { shown: Shown } | { refused: ReturnType<typeof refusalOf> };

function checkProof(source: Uint8Array, policy: Parameters<typeof verifyEventProof>[1]): Checked {
  try {
    const proof = parseEventProof(source);
    return { shown: { ...verifyEventProof(proof, policy), event: proof.event, unchecked: [] } };
  } catch (error) {
    return { refused: refusalOf(error, words) };
  }
}

/** One line of a list: what, when, and by which id it is found again. */
function toldBriefly({ event }: Shown): string {
  const { id, kind, field, occurredAt } = event;
  const line = [occurredAt.toISOString(), kind, field, id].filter(Boolean).join("  ");
  return `${withoutControls(line)}\n`;
}

/** What was logged may hold control characters, and this may go to a terminal. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, "\ufffd");
}

/** @throws {NoPolicy} */
function ownPolicyFile(env: Readonly<Record<string, string | undefined>>): string {
  const config = readConfig({ ...platformSettings, ...ledgerSettings }, env);
  const directory = env.HOLDFAST_DATA || reachableDataDirectory(config.HOLDFAST_DATA, true);
  const { policyFile } = ledgerFiles(config, directory);
  if (!existsSync(policyFile)) throw new NoPolicy();
  return policyFile;
}

function told(shown: Shown): string {
  const rows = rowsOf(shown, words).map(([name, value]) => [name, withoutControls(value)] as const);
  const width = Math.max(...rows.map(([name]) => name.length));
  const list = (title: MessageKey, sentences: readonly string[]) =>
    [`${say(english, title)}:`, ...sentences.map((sentence) => `- ${sentence}`)].join("\n");
  return [
    say(english, "verify.proven.title"),
    rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join("\n"),
    list("verify.proves.title", proves(shown, words)),
    list("verify.not.title", provesNot(shown, words)),
    "",
  ].join("\n");
}
