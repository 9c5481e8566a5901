import { type AccessRules, lacksRules, withRules } from "../access/index.ts";
import { bundleSchema, faultsOf } from "../bundle.ts";
import type { Policy, Sentence } from "./material.ts";
import { lineAt, sentencesOf } from "./sentences.ts";
import { parseJson } from "./unreadable.ts";

const partial = bundleSchema.shape;

/**
 * Reads a policy bundle, sound or not, so that its gaps can be told one by one.
 * @param rules of the folder beside it, which it gets when it has none of its own
 * @throws {UnreadableSource} when it isn't JSON
 */
export function readPolicy(file: string, source: string, rules?: AccessRules): Policy {
  const written = parseJson(source);
  const json = rules && lacksRules(written) ? withRules(written, rules) : written;
  const fields = typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {};
  return {
    kind: "policy",
    file,
    language: "en",
    firm: partial.firm.safeParse(fields.firm).data ?? "",
    calls: partial.calls.safeParse(fields.calls).data,
    faults: faultsOf(json).map((fault) => ({ line: lineOf(source, fault), fault })),
    sentences: wordingsOf(file, source, fields),
    links: [],
  };
}

/** The line of the list or field that a fault begins with; 1 when it names none. */
function lineOf(source: string, fault: string): number {
  const field = /^[a-z_]+/.exec(fault)?.[0] ?? "";
  return lineAt(source, Math.max(0, source.indexOf(`"${field}":`)));
}

function wordingsOf(file: string, source: string, fields: Record<string, unknown>): Sentence[] {
  const entries: { wording: Record<string, { short: string; sentence: string }> }[] = [
    ...(partial.never_ask.safeParse(fields.never_ask).data ?? []),
    ...(partial.contact_rules.safeParse(fields.contact_rules).data ?? []),
  ];
  const texts = entries.flatMap(({ wording }) =>
    wording.en ? [wording.en.short, wording.en.sentence] : [],
  );
  return texts.flatMap((text) => {
    const line = lineAt(source, Math.max(0, source.indexOf(JSON.stringify(text))));
    return sentencesOf({ file, text, line });
  });
}
