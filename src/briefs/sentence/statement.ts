import { verbWords } from "../proposing/index.ts";
import type { Place } from "./place.ts";

/** How a statement has a word: whoever can't tell whether its "not" is about the word takes it for neither. */
export type Reading = "told" | "denied" | "unclear";

const negations =
  /\b(?:no|not|never|none|neither|nor|nobody|nothing|without|cannot|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing|al))\b|n[’']t\b/giu;
const negation = new RegExp(negations.source, "iu");
/** Phrases with a "no" that deny nothing. */
const idle =
  /\b(?:no (?:matter|question|doubt|wonder|surprise|less)|(?:no|not) more than|not (?:only|just|least|merely)|without (?:an? |any )?(?:doubt|question)|nothing (?:less|short))\b/giu;
const saying = "(?:says?|said|states?|stated|writes?|wrote|claims?|claimed)";
const goingOn =
  "(?:will|would|is|are|was|were|has|have|had|does|did|can|its?|they|their|he|she|no|not|never|nobody|nothing|neither|refuses?|den(?:y|ies|ied))";
/** What begins another statement within a sentence, of which another one's "not" or "may" says nothing. */
const breaks = new RegExp(
  [
    "[;:–—]|[.!?]\\s|,?\\s(?:but|although|though|while|whereas|however|yet|except)\\s|,\\s(?:and|or|as|so|which|who)\\s",
    "|,\\s(?=(?:no|not|never|nobody|nothing)\\b)|,?\\s(?=without\\b)|(?<=(?:^|[.!?]\\s)without\\s[^,]*),\\s",
    // The end of what ", but not" began.
    "|,\\s(?=(?:is|are|was|were|has|have|had)\\b)(?<=,\\s(?:but\\s)?not?\\s[^,]*,\\s)",
    `|\\sand\\s(?:that\\s|(?=${goingOn}\\b))|\\b${saying}\\s(?:that\\s)?`,
  ].join(""),
  "giu",
);

const act = `(?:${Object.values(verbWords).join("|")}|pa(?:y|ys|id|ying)|negotiat(?:es?|ed|ing)|los(?:es?|t|ing)|breach(?:es|ed)?)`;
const auxiliary =
  "(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|shall|should|must)";
const link = "(?:who|whom|whose|which|when|where|whether|if|how|why|that)";
const isAct = new RegExp(`^${act}$`, "iu");
const hasLink = new RegExp(`\\b${link}\\b`, "iu");
const hasVerb = new RegExp(`\\b(?:${auxiliary}|${act})\\b`, "iu");
const hasMore = new RegExp(`\\b(?:${auxiliary}|${act}|${link})\\b`, "iu");
const auxiliaryLast = new RegExp(`\\b(?:${auxiliary}|ca|wo)\\s*$`, "iu");
const actFirst = new RegExp(`^\\s+${act}\\b`, "iu");
const verbLast = new RegExp(`\\b(?:${auxiliary}|${act})\\s+$`, "iu");
/** Verbs in a row: "viewed, copied or published". */
const verbsFirst = new RegExp(
  `^(?:[\\s,]|\\b(?:to|be|been|have|and|or|nor|also|ever|yet|\\p{L}+ly|${act})\\b)*`,
  "iu",
);
const begins = /^\W*(?:(?:and|or)\s+)?$/iu;
const anyNo = /^(?:no|none|neither|nobody|nothing)$/i;
const anyNot = /^(?:not|never|neither|n[’']t|cannot)$/i;

/** The statements of a sentence, in their order. */
export function statementsOf(sentence: string): Place[] {
  const found = [...sentence.matchAll(breaks)];
  const starts = [0, ...found.map(({ 0: text, index }) => index + text.length)];
  return starts.map((start, place) => ({ start, end: found[place]?.index ?? sentence.length }));
}

/** The statement in which a place stands. */
export function statementAt(sentence: string, { start, end }: Place): Place {
  const all = statementsOf(sentence);
  const [first, last] = [
    all.findLast((one) => one.start <= start),
    all.find((one) => one.end >= end),
  ];
  return { start: first?.start ?? 0, end: last?.end ?? sentence.length };
}

export function clauseAt(sentence: string, place: Place): string {
  const { start, end } = statementAt(sentence, place);
  return sentence.slice(start, end);
}

/** Whether a statement has a verb of its own. */
export function tellsByItself(statement: string): boolean {
  return hasVerb.test(statement);
}

/** Whether a text has a "not". */
export function isDenied(text: string): boolean {
  return negation.test(withoutIdle(text));
}

/** The words of a text that deny. */
export function negationsIn(text: string): string[] {
  return [...text.matchAll(negations)].map(([word]) => word);
}

/**
 * Told where its statement has no "not", denied where its only one is clearly about it, and unclear otherwise. Clear is a "no" that
 * begins the statement or stands right behind its verb, a "not" of its verb, what "but not" or "without" begins, and what is
 * denied or refused.
 */
export function readingAt(sentence: string, place: Place): Reading {
  const range = statementAt(sentence, place);
  const statement = withoutIdle(sentence).slice(range.start, range.end);
  const all = [...statement.matchAll(negations)];
  const others = all.filter(([word]) => word.toLowerCase() !== "nor");
  const [found, second] = others.length > 0 ? others : all;
  if (!found) return "told";
  if (second) return "unclear";
  const [no] = found;
  const start = place.start - range.start;
  const before = statement.slice(0, found.index);
  const isVerb = isAct.test(sentence.slice(place.start, place.end));
  if (start < found.index) {
    const between = sentence.slice(place.end, range.start + found.index);
    const isClear = isVerb ? anyNo.test(no) && between.trim() === "" : deniesSubject(no, before);
    return isClear ? "denied" : "unclear";
  }
  const between = statement.slice(found.index + no.length, start);
  // A sentence that begins with "not" has its verb further on.
  const isMeant = range.start > 0 || no.toLowerCase() !== "not" || !begins.test(before);
  return isMeant && reaches(no, before, between, isVerb) ? "denied" : "unclear";
}

/** Whether a "not" is that of a verb that has what stands before as its subject: "passwords were not". */
function deniesSubject(no: string, before: string): boolean {
  return (
    anyNot.test(no) &&
    auxiliaryLast.test(before) &&
    !hasMore.test(before.replace(auxiliaryLast, ""))
  );
}

/** Whether a "not" is about a word behind it. */
function reaches(no: string, before: string, between: string, isVerb: boolean): boolean {
  if (/^den/i.test(no)) {
    const denied = /^\s+(?:that|any|an?|the)(?=\s)/i.exec(between);
    return denied !== null && hasSubject(between.slice(denied[0].length), isVerb);
  }
  if (/^refus/i.test(no)) return /^\s+to\s/i.test(between) && isOfVerb(between, isVerb);
  if (begins.test(before) && anyNo.test(no))
    return /^\s/.test(between) && hasSubject(between, isVerb);
  if (anyNo.test(no) && verbLast.test(before)) {
    const hasOther = hasMore.test(between) || (isVerb && /,|\sand\s/i.test(between));
    if (!hasOther) return true;
  }
  const isNext = (isVerb && between.trim() === "") || actFirst.test(between);
  const isOwn = /^(?:never|neither)$/i.test(no) && isNext;
  const isVerbs = isOwn || auxiliaryLast.test(before) || /^(?:without|cannot)$/i.test(no);
  return (isVerbs || begins.test(before)) && isOfVerb(between, isVerb);
}

/** Whether a word belongs to a subject that begins so, or to its verb, or to that one's object. */
function hasSubject(words: string, isVerb: boolean): boolean {
  const verb = hasVerb.exec(words);
  if (!verb) return !hasLink.test(words);
  const rest = words.slice(verb.index + verb[0].length);
  return !hasLink.test(words.slice(0, verb.index)) && isOfVerb(rest, isVerb);
}

/** Whether a word is one of the verbs that begin so, or belongs to their object. */
function isOfVerb(words: string, isVerb: boolean): boolean {
  const rest = words.replace(verbsFirst, "");
  return isVerb ? rest === "" : !hasMore.test(rest);
}

function withoutIdle(text: string): string {
  return text.replace(idle, (found) => " ".repeat(found.length));
}
