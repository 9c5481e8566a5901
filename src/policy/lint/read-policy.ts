import { LineCounter, parseDocument } from "yaml";
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
    faults: [
      ...namedTwice(source),
      ...faultsOf(json).map((fault) => ({ line: lineOf(source, fault), fault })),
    ],
    sentences: wordingsOf(file, source, fields),
    links: [],
  };
}

/** What stands twice in one object: JSON takes the second and says nothing, be it a rule or a number. */
function namedTwice(source: string): Policy["faults"] {
  const lines = new LineCounter();
  const { errors } = parseDocument(source, { lineCounter: lines });
  return errors
    .filter(({ code }) => code === "DUPLICATE_KEY")
    .map(({ pos: [start] }) => {
      const name = /^"[^"]{0,100}"/.exec(source.slice(start))?.[0] ?? "a name";
      return { line: lines.linePos(start).line, fault: `${name} stands there a second time` };
    });
}

/** The line of what a fault's path leads to, as far as names go; 1 when it names nothing. */
function lineOf(source: string, fault: string): number {
  const path = /^[a-z_]+(?:\.\w+)*/.exec(fault)?.[0].split(".") ?? [];
  let place = 0;
  for (const name of path) place = Math.max(place, source.indexOf(`"${name}":`, place));
  return lineAt(source, place);
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
