import type { Sentence } from "./sentence.ts";

/** A passage of a sentence: its first token, the one after its last, and where its verb begins. */
export type Span = { from: number; to: number; verb: number };

/** How far around a quotation the words are looked for that say whose it is. */
const quoteReach = 30;
const whenReach = 6;

/** A refusal, somebody else's words or deed, a thing past, our own deed: then the passage asks for nothing. */
export function excusesAsk(sentence: Sentence, span: Span): boolean {
  return (
    isOurs(sentence, span) ||
    isRefused(sentence, span) ||
    isAnothers(sentence, span) ||
    isReported(sentence, span)
  );
}

/** "Without your code I can't go on": its refusal is ours, so only somebody else's words excuse it. */
export function excusesPressure(sentence: Sentence, span: Span): boolean {
  return isOurs(sentence, span) || isAnothers(sentence, span) || isReported(sentence, span);
}

/** The same for an act on a protection, which is also told of rightly: "when you turn it off", "remove the lost one". */
export function excusesAct(sentence: Sentence, span: Span): boolean {
  if (excusesAsk(sentence, span)) return true;
  const from = sentence.clauseStart(span.from);
  const to = sentence.clauseEnd(span.to - 1);
  if (sentence.has("lost", from, sentence.tokens.length)) return true;
  if (sentence.has("when", Math.max(from, span.verb - whenReach), span.verb + 1)) return true;
  const isPermitted = sentence.has("permit", from, span.to);
  return isPermitted && !sentence.has("briefly", from, to) && !sentence.has("briefly");
}

/** "I can't find my code": the speaker's own. */
function isOurs(sentence: Sentence, span: Span): boolean {
  const last = sentence.between("item", span.from, span.to).at(-1);
  return last !== undefined && sentence.has("mine", last.from - 2, last.from);
}

function isRefused(sentence: Sentence, span: Span): boolean {
  const from = sentence.clauseStart(span.from);
  const to = sentence.clauseEnd(span.to - 1);
  const refusal = sentence.first("refuse", from, to);
  if (refusal === undefined) return false;
  const exception = sentence.first("exception", refusal.from);
  return exception === undefined || sentence.has("own", exception.from);
}

function isAnothers(sentence: Sentence, span: Span): boolean {
  const start = sentence.clauseStart(span.from);
  if (sentence.has("third", start, span.from + 1)) return true;
  // "If somebody asks you, to install …": the other's wish ends where the clause begins.
  const other = sentence.lastBefore("third", start);
  if (start === span.from && other !== undefined && other.to >= start - 1) return true;
  return (
    sentence.tokens[span.verb]?.quoted === true &&
    sentence.has("third", span.from - quoteReach, span.to + quoteReach)
  );
}

function isReported(sentence: Sentence, span: Span): boolean {
  return (
    sentence.has("past", sentence.clauseStart(span.from), span.from + 1) ||
    sentence.has("past", span.from, span.to)
  );
}
