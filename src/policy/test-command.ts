import { join } from "node:path";
import {
  type Command,
  english,
  jsonIn,
  LineWriter,
  readSigned,
  readTextFile,
  readWords,
  UsageError,
} from "#platform";
import {
  type AccessDecision,
  type AccessRules,
  accessFolder,
  accessOf,
  type CaseFailure,
  readPolicySource,
  readRules,
  tryCases,
} from "./access/index.ts";
import { readBundle } from "./bundle.ts";
import { say } from "./messages.ts";
import { policyKind, readPayload } from "./signing.ts";

export const testPolicyCommand: Command = {
  name: "policy test",
  summary: "hold the rules on who sees what against their cases",
  usage: `holdfast policy test [BUNDLE] [--access FOLDER] [--cases FILE] [--jsonl]

Tries every case against the rules of a folder (*.cedar, *.cedarschema), or of a bundle, signed or not, whose signature is
not looked at. Without either they are the rules that come with Holdfast; without FILE the cases are cases.jsonl of the
folder. Says which case failed, with the facts, what was expected and what came, and which rule no case names.
Exit code 0: all hold, 1: some don't, 2: wrong use.`,
  async run(words, { stdout }) {
    const { positionals, options, flags } = readWords(words, ["access", "cases"], ["jsonl"]);
    const [bundle, ...more] = positionals;
    if (more.length > 0) throw new UsageError("Give one BUNDLE.");
    if (bundle !== undefined && options.access !== undefined) {
      throw new UsageError("Give a BUNDLE or --access: a bundle brings its own rules.");
    }
    const folder = options.access ?? accessFolder;
    const rules = bundle === undefined ? await readRules(folder) : await rulesOf(bundle);
    const file = options.cases ?? join(folder, "cases.jsonl");
    const policy = await accessOf({ access: rules });
    const { count, failures } = tryCases(policy, rules, await readTextFile(file));
    const output = new LineWriter(stdout);
    for (const failure of failures) {
      await output.write(flags.has("jsonl") ? JSON.stringify(failure) : shown(file, failure));
    }
    const failed = failures.filter(({ is }) => is !== "untested").length;
    const summary = { held: count - failed, count, edition: policy.edition };
    if (!flags.has("jsonl")) await output.write(say(english, "test.summary", summary));
    await output.flush();
    return failures.length === 0 ? 0 : 1;
  },
};

/** @throws {PolicyInvalid} */
async function rulesOf(file: string): Promise<AccessRules> {
  const text = await readTextFile(file);
  const isSigned = Object.hasOwn(Object(jsonIn(text)), "payload");
  if (!isSigned) return readBundle(await readPolicySource(file)).access;
  const { payload } = readSigned(policyKind, text);
  return readPayload(Buffer.from(payload, "base64url").toString()).access;
}

function shown(file: string, failure: CaseFailure): string {
  if (failure.is === "untested") return say(english, "test.untested", { rule: failure.rule });
  if (failure.is === "unreadable") return `${file}:${failure.line} ${failure.problem}`;
  const { line, name, facts, expected, got } = failure;
  return [
    `${file}:${line} ${name}`,
    `    ${say(english, "test.facts", { facts: JSON.stringify(facts) })}`,
    `    ${say(english, "test.expected", { decision: inWords(expected) })}`,
    `    ${say(english, "test.got", { decision: inWords(got) })}`,
  ].join("\n");
}

function inWords({ allowed, rules }: AccessDecision): string {
  const said = { rules: rules.toSorted().join(", ") };
  return allowed ? say(english, "test.allowed", said) : say(english, "test.denied", said);
}
