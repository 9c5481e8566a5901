import { anyOf, clauseStart, isDemanded, isNegated, isOurs, textAt } from "./english-grammar.ts";
import { type NamedItem, objectsAfter, objectWordsMax } from "./english-object.ts";
import * as known from "./english-phrases.ts";
import * as english from "./english-words.ts";
import { hasPhrase, type Phrases } from "./phrases.ts";
import type { Word } from "./words.ts";

/** The farthest destination looked for, in words. */
const destinationWordsMax = 14;

/** "Send us your password", "type the code in the chat": the reader hands an item over. */
export function given(words: readonly Word[], verb: number): NamedItem[] {
  const text = textAt(words, verb);
  const gives = english.giveVerbs.has(text) || english.giveGerunds.has(text);
  if (!gives && !english.typeVerbs.has(text) && !isHeldReady(words, verb)) return [];
  const objects = objectsAfter(words, verb + 1);
  const end = objects.at(-1)?.end;
  if (end === undefined || !isDemanded(words, verb)) return [];
  return goesToUs(words, verb, end, gives) ? objects : [];
}

function isHeldReady(words: readonly Word[], verb: number): boolean {
  return (
    english.holdVerbs.has(textAt(words, verb)) &&
    anyOf(english.atHand, words, verb, verb + objectWordsMax)
  );
}

/** A giving verb goes to us unless it says elsewhere; a typing verb only if it says so. */
function goesToUs(words: readonly Word[], verb: number, end: number, gives: boolean): boolean {
  const start = clauseStart(words, verb);
  if (isNear(known.toUs, words, start, end)) return true;
  if (anyOf(english.us, words, verb + 1, verb + 3)) return true;
  if (!gives) return anyOf(english.aloud, words, verb, end + 3);
  return !isNear(known.signIn, words, start, end);
}

/** "We need your username", "an agent asks you for the code", "what is your password?". */
export function requested(words: readonly Word[], verb: number): NamedItem[] {
  const start = requestObject(words, verb);
  if (start < 0) return [];
  const objects = objectsAfter(words, start);
  const end = objects.at(-1)?.end;
  if (end === undefined || isNegated(words, verb) || isWarning(words, verb, end)) return [];
  const elsewhere = isNear(known.signIn, words, verb, end) && !isNear(known.toUs, words, verb, end);
  return elsewhere ? [] : objects;
}

function isNear(place: Phrases, words: readonly Word[], from: number, to: number): boolean {
  return hasPhrase(place, words, from - destinationWordsMax, to + destinationWordsMax);
}

/** Where the object of a request by us begins; -1 when there is none. */
function requestObject(words: readonly Word[], verb: number): number {
  const text = textAt(words, verb);
  const [second, third] = [textAt(words, verb + 1), textAt(words, verb + 2)];
  if (text === "what" && (second === "is" || second === "was")) return verb + 2;
  if (text === "what's") return verb + 1;
  if (english.mayWe.has(text) && english.we.has(second) && english.takeVerbs.has(third))
    return verb + 3;
  if (text === "need" && isNeededByUs(words, verb)) return verb + 1;
  if (text === "asked") return isAskedByUs(words, verb) ? afterFor(words, verb) : -1;
  if (!english.askVerbs.has(text) || !isOurs(words, verb)) return -1;
  return text.startsWith("ask") ? afterFor(words, verb) : verb + 1;
}

/** "You need your username when you call us." */
function isNeededByUs(words: readonly Word[], need: number): boolean {
  return (
    anyOf(english.you, words, need - 2, need) &&
    hasPhrase(known.toUs, words, clauseStart(words, need) - 12, need + objectWordsMax)
  );
}

/** "You will be asked for your code by our agent": asked by whom decides. */
function isAskedByUs(words: readonly Word[], asked: number): boolean {
  const start = clauseStart(words, asked);
  const end = asked + objectWordsMax;
  if (anyOf(english.conditions, words, start, asked)) return false;
  if (anyOf(english.thirdParties, words, start, end)) return false;
  const byOurs =
    anyOf(english.by, words, asked, end) && anyOf(english.ourPeople, words, asked, end);
  return byOurs || hasPhrase(known.toUs, words, start - destinationWordsMax, end);
}

function afterFor(words: readonly Word[], ask: number): number {
  for (let place = ask + 1; place <= ask + 4; place++) {
    if (textAt(words, place) === "for") return place + 1;
  }
  return -1;
}

/** "An agent who asks for your password is a scammer." */
function isWarning(words: readonly Word[], verb: number, end: number): boolean {
  const start = clauseStart(words, verb);
  const doubtful =
    anyOf(english.conditions, words, start, verb) || anyOf(english.any, words, start, verb);
  return (
    doubtful &&
    (anyOf(english.warnings, words, end, end + 12) || anyOf(english.negators, words, end, end + 8))
  );
}
