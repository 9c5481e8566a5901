import { type Hedge, hedges, type Value } from "../claim/index.ts";

/** How a hedge may be typed before a number; nothing is exactly. */
const hedgeWords: readonly (readonly [RegExp, Hedge])[] = [
  [/^(?:about|around|approximately|roughly|~)\s*/i, "about"],
  [/^at least\s*/i, "at_least"],
  [/^(?:more than|over)\s*/i, "more_than"],
  [/^(?:at most|up to)\s*/i, "at_most"],
  [/^(?:fewer than|less than|under)\s*/i, "fewer_than"],
  [/^exactly\s*/i, "exactly"],
];

/**
 * A value as a person types it in one line: `about 2,000 client`, `2026-04`, `insider`, or a text. What it isn't, the schema of values
 * says.
 */
export function typedValue(kind: string, typed: string): unknown {
  const text = typed.trim();
  if (kind === "quantity") return typedQuantity(text);
  if (kind === "date") return { is: "date", edtf: text } satisfies Value;
  if (kind === "choice") return { is: "choice", option: nameOf(text) } satisfies Value;
  return { is: "text", text };
}

/** A name as the fields of claims have it: `First incident` is `first_incident`. */
export function nameOf(typed: string): string {
  return typed
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}

function typedQuantity(text: string): unknown {
  const [pattern, hedge = "exactly"] = hedgeWords.find(([start]) => start.test(text)) ?? [];
  const rest = pattern ? text.replace(pattern, "") : text;
  const [, digits = "", unit = ""] = /^([\d,.]*\d)\s*(.*)$/.exec(rest) ?? [];
  const amount = digits === "" ? Number.NaN : Number(digits.replaceAll(",", ""));
  return { is: "quantity", amount, hedge: hedges.find((one) => one === hedge), unit: nameOf(unit) };
}
