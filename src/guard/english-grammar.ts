import * as english from "./english-words.ts";
import { isBreak, type Word } from "./words.ts";

/** How far a look around a word goes, in words; it keeps the detector linear. */
const reach = 24;

/** How many verbs joined by "and" are followed back to the first; a longer row of them counts as told. */
const joinedVerbsMax = 12;

export function textAt(words: readonly Word[], place: number): string {
  return words[place]?.text ?? "";
}

/** The first word of the clause that `place` is in. */
export function clauseStart(words: readonly Word[], place: number): number {
  let start = place;
  while (start > 0 && start > place - reach && !isBreak(textAt(words, start - 1))) start -= 1;
  return start;
}

/** Are any of these words in [from, to)? */
export function anyOf(
  set: ReadonlySet<string>,
  words: readonly Word[],
  from: number,
  to: number,
): boolean {
  for (let place = Math.max(0, from); place < to; place++) {
    if (set.has(textAt(words, place))) return true;
  }
  return false;
}

/** Does the firm do the verb at `place`? The nearest word before it that names a person or a page decides. */
export function isOurs(words: readonly Word[], place: number): boolean {
  const start = clauseStart(words, place);
  for (let before = place - 1; before >= start; before--) {
    const text = textAt(words, before);
    if (english.ourPages.has(text)) return false;
    if (!english.ourPeople.has(text)) continue;
    const fromOurs = textAt(words, start) === "someone" && textAt(words, start + 1) === "from";
    if (fromOurs) return !anyOf(english.thirdParties, words, start + 1, before);
    return !anyOf(english.thirdParties, words, start, before);
  }
  return false;
}

/** Is the verb at `place` refused: "never give", "no agent will ask", "do not send or read out", "share it with nobody"? */
export function isNegated(words: readonly Word[], place: number): boolean {
  for (let after = place + 1; after < Math.min(words.length, place + reach); after++) {
    if (
      english.refusalsWith.has(textAt(words, after)) &&
      english.nobody.has(textAt(words, after + 1))
    )
      return true;
  }
  const negator = negatorBefore(words, place);
  if (negator < 0) return false;
  let governed = negator + 1;
  while (english.adverbs.has(textAt(words, governed)) || textAt(words, governed) === "be")
    governed += 1;
  if (english.hollowVerbs.has(textAt(words, governed))) return false;
  return !hasExceptionForUs(words, negator);
}

function negatorBefore(words: readonly Word[], place: number): number {
  let before = place - 1;
  for (; before >= Math.max(0, place - reach); before--) {
    const text = textAt(words, before);
    if (english.negators.has(text)) return before;
    if (text === "but" || text === "then" || text === "just") return -1;
    if (text === "," && !carriesOn(words, before, place)) return parenthesis(words, before);
    if (isBreak(text) && text !== ",") return -1;
  }
  return -1;
}

/** "Never share, send or read out": a comma inside a list of verbs that ends with "or". */
function carriesOn(words: readonly Word[], comma: number, place: number): boolean {
  const next = textAt(words, comma + 1);
  if (next === "or" || next === "nor") return true;
  const joined =
    textAt(words, place - 1) === "or" ||
    textAt(words, place + 1) === "," ||
    textAt(words, place + 1) === "or" ||
    anyOf(english.or, words, comma, place);
  return joined && (isVerb(next) || english.switchVerbs.has(next));
}

/** "We will never, under any circumstances, ask": the negator stands right before a comma. */
function parenthesis(words: readonly Word[], comma: number): number {
  for (let before = comma - 1; before > comma - 8 && before > 0; before--) {
    if (textAt(words, before) !== ",") continue;
    return english.negators.has(textAt(words, before - 1)) ? before - 1 : -1;
  }
  return -1;
}

/** "Never share your code, except with our support team." */
function hasExceptionForUs(words: readonly Word[], negator: number): boolean {
  for (let place = negator; place < Math.min(words.length, negator + reach); place++) {
    const text = textAt(words, place);
    const opens =
      english.exceptions.has(text) ||
      (text === "other" && textAt(words, place + 1) === "than") ||
      (text === "apart" && textAt(words, place + 1) === "from");
    if (!opens) continue;
    const end = Math.min(words.length, place + 8);
    if (anyOf(english.thirdParties, words, place, end)) continue;
    if (anyOf(english.us, words, place, end) || anyOf(english.ourPeople, words, place, end))
      return true;
  }
  return false;
}

export function isVerb(text: string): boolean {
  return (
    english.giveVerbs.has(text) ||
    english.typeVerbs.has(text) ||
    english.weakenVerbs.has(text) ||
    english.accessVerbs.has(text) ||
    english.otherVerbs.has(text)
  );
}

/** Does the sentence tell its reader to do the verb at `place`, or propose it, without refusing it? */
export function isDemanded(words: readonly Word[], place: number): boolean {
  const isGerund = english.gerunds.has(textAt(words, place));
  return (isGerund ? isProposed(words, place) : isTold(words, place)) && !isNegated(words, place);
}

/** Does the sentence tell its reader to do the verb (base form) at `place`? */
function isTold(words: readonly Word[], place: number, joined = 0): boolean {
  let before = place - 1;
  while (before >= 0 && english.adverbs.has(textAt(words, before))) {
    if (textAt(words, before) === "please" || textAt(words, before) === "kindly") return true;
    before -= 1;
  }
  const text = textAt(words, before);
  if (before < 0 || isBreak(text)) return !isReported(words, before);
  if (text === "and" || text === "or" || text === "nor")
    return followsTold(words, before, joined + 1);
  if (text === "don't" || text === "not" || text === "never") return true;
  if (text === "to") return isToldTo(words, before);
  if (text === "let's") return true;
  if (english.modals.has(text)) return isToldByModal(words, before);
  if (text === "you") return isYouTold(words, before);
  return isBareRequest(words, place);
}

/** "A scammer says: send us ...": the words after the colon are the scammer's. */
function isReported(words: readonly Word[], colon: number): boolean {
  if (textAt(words, colon) !== ":") return false;
  const start = clauseStart(words, colon);
  return (
    anyOf(english.thirdParties, words, start, colon) ||
    anyOf(english.speechVerbs, words, start, colon)
  );
}

function followsTold(words: readonly Word[], conjunction: number, joined: number): boolean {
  if (joined > joinedVerbsMax) return true;
  const start = clauseStart(words, conjunction);
  for (let before = conjunction - 1; before >= start; before--) {
    const text = textAt(words, before);
    if (isVerb(text) || english.switchVerbs.has(text)) return isTold(words, before, joined);
  }
  return isBreak(textAt(words, conjunction - 1)) || conjunction === 0;
}

function isToldByModal(words: readonly Word[], modal: number): boolean {
  const start = clauseStart(words, modal);
  if (anyOf(english.conditions, words, start, modal)) return false;
  if (
    anyOf(english.speechVerbs, words, start, modal) &&
    anyOf(english.thirdParties, words, start, modal)
  )
    return false;
  return anyOf(english.readers, words, Math.max(start, modal - 4), modal);
}

function isYouTold(words: readonly Word[], you: number): boolean {
  if (english.modals.has(textAt(words, you - 1))) {
    const start = clauseStart(words, you);
    return !anyOf(english.conditions, words, start, you);
  }
  return you === 0 || isBreak(textAt(words, you - 1));
}

/** What governs "to <verb>": a duty of the reader's, or a request of ours. */
function isToldTo(words: readonly Word[], to: number): boolean {
  const start = clauseStart(words, to);
  const governor = textAt(words, to - 1);
  const conditional = anyOf(english.conditions, words, start, to);
  const byOthers = anyOf(english.thirdParties, words, start, to);
  if (governor === "asked" || governor === "told") return !conditional && !byOthers;
  if (governor === "is") return !byOthers && !conditional;
  if (english.duties.has(governor)) return !conditional && !byOthers;
  if (english.readers.has(governor) || governor === "them") return isOurs(words, to - 2);
  return false;
}

/** "To recover your account send us ...": no comma, but nobody else is the subject. */
function isBareRequest(words: readonly Word[], place: number): boolean {
  if (!english.giveVerbs.has(textAt(words, place)) || !english.us.has(textAt(words, place + 1)))
    return false;
  const start = clauseStart(words, place);
  const opening = textAt(words, start);
  return (
    (opening === "to" || opening === "if" || opening === "when" || opening === "for") &&
    !anyOf(english.thirdParties, words, start, place)
  );
}

/** Does the sentence propose the gerund at `place`: "try turning off", "speed it up by sending us"? */
function isProposed(words: readonly Word[], place: number): boolean {
  let before = place - 1;
  while (english.adverbs.has(textAt(words, before))) before -= 1;
  const text = textAt(words, before);
  if (text === "try" || text === "consider") return isTold(words, before);
  if (text === "recommend" || text === "suggest" || text === "advise") return isOurs(words, before);
  return text === "by" && anyOf(english.us, words, place, place + 3);
}
