import { z } from "@hono/zod-openapi";
import { InvalidInput } from "#platform";

const lettersMax = 1_000;
/** Of what stands before and behind it. */
export const contextLetters = 32;

/**
 * Where a passage stands in a source's text, by its own words and those around it: W3C Web Annotation, Text Quote
 * Selector. It is valid for the text with the source's hash.
 */
export const quoteSchema = z.strictObject({
  exact: z.string().min(1).max(lettersMax),
  prefix: z.string().max(lettersMax).default(""),
  suffix: z.string().max(lettersMax).default(""),
});
export type Quote = z.infer<typeof quoteSchema>;

export class QuoteMissing extends InvalidInput {
  constructor() {
    super(
      "quote_missing",
      "The source doesn't hold these words. Copy the passage as it stands there, letter by letter.",
    );
  }
}

export class QuoteAmbiguous extends InvalidInput {
  constructor() {
    super(
      "quote_ambiguous",
      "The source holds these words more than once. Give prefix or suffix, what stands before or behind them.",
    );
  }
}

/** The passage from one letter to before another, with what stands around it. */
export function quoteAt(text: string, start: number, end: number): Quote {
  return {
    exact: text.slice(start, end),
    // Half a letter at the outer end is none.
    prefix: text.slice(Math.max(0, start - contextLetters), start).replace(/^[\udc00-\udfff]/, ""),
    suffix: text.slice(end, end + contextLetters).replace(/[\ud800-\udbff]$/, ""),
  };
}

/** Where a passage stands. @throws {QuoteMissing} {QuoteAmbiguous} */
export function locate(
  text: string,
  { exact, prefix, suffix }: Quote,
): { start: number; end: number } {
  let start: number | undefined;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    const isBehind = at >= prefix.length && text.startsWith(prefix, at - prefix.length);
    if (!(isBehind && text.startsWith(suffix, end))) continue;
    if (start !== undefined) throw new QuoteAmbiguous();
    start = at;
  }
  if (start === undefined) throw new QuoteMissing();
  return { start, end: start + exact.length };
}
