import type { Ask } from "./asks.ts";
import {
  anyOf,
  clauseStart,
  isNegated,
  isOurs,
  isProposed,
  isTold,
  isVerb,
} from "./english-grammar.ts";
import * as known from "./english-phrases.ts";
import * as english from "./english-words.ts";
import type { NeverAskId } from "./never-ask.ts";
import { hasPhrase, phraseAt, phrases } from "./phrases.ts";
import { isBreak, type Word, wordsOf } from "./words.ts";

const items = Object.entries(known.itemPhrases).map(([item, list]) => ({
  item: item as NeverAskId,
  names: phrases(list),
}));
const access = phrases(known.accessPhrases);
const protections = phrases(known.protectionPhrases);
const toUs = phrases(known.toUs);
const signIn = phrases(known.signIn);
const prepositionsToUs = phrases(known.prepositionsToUs);

/** The longest object looked through, and the farthest destination looked for, in words. */
const objectWordsMax = 18;
const destinationWordsMax = 14;
const protectionWordsMax = 9;

type Found = { item: NeverAskId; verb: number; end: number };

/** Reads an English sentence for asks: a verb, who is told to do it, what its object is, and where it goes. */
export function findEnglishAsks(sentence: string): Ask[] {
  const words = wordsOf(sentence);
  const found = words.flatMap((_, place) => [
    ...given(words, place),
    ...requested(words, place),
    ...weakened(words, place),
    ...accessed(words, place),
  ]);
  const seen = new Set<NeverAskId>();
  return found.flatMap(({ item, verb, end }) => {
    if (seen.has(item)) return [];
    seen.add(item);
    return [{ item, words: sentence.slice(words[verb]?.start, words[end - 1]?.end) }];
  });
}

/** "Send us your password", "type the code in the chat". */
function given(words: Word[], place: number): Found[] {
  const text = words[place]?.text ?? "";
  const gerund = english.giveGerunds.has(text);
  const gives = english.giveVerbs.has(text) || gerund;
  const types = english.typeVerbs.has(text) || isHeldReady(words, place);
  if (!gives && !types) return [];
  const objects = objectsAfter(words, place + 1);
  if (objects.length === 0) return [];
  if (gerund ? !isProposed(words, place) : !isTold(words, place)) return [];
  if (isNegated(words, place)) return [];
  const end = objects.at(-1)?.end ?? place;
  if (!goesToUs(words, place, end, gives)) return [];
  return objects.map((object) => ({ ...object, verb: place }));
}

function isHeldReady(words: readonly Word[], place: number): boolean {
  const text = words[place]?.text;
  return (
    (text === "have" || text === "keep") &&
    anyOf(new Set(["ready", "handy", "hand"]), words, place, place + objectWordsMax)
  );
}

/** A giving verb goes to us unless it says elsewhere; a typing verb only if it says so. */
function goesToUs(words: readonly Word[], verb: number, end: number, gives: boolean): boolean {
  const from = clauseStart(words, verb) - destinationWordsMax;
  const ours = hasPhrase(toUs, words, from, end + destinationWordsMax);
  const datives = anyOf(english.us, words, verb + 1, verb + 3);
  const aloud = anyOf(new Set(["out", "aloud"]), words, verb, end + 3);
  if (ours || datives || (!gives && aloud)) return true;
  return gives && !hasPhrase(signIn, words, from, end + destinationWordsMax);
}

/** "We need your username", "an agent asks you for the code", "what is your password?". */
function requested(words: Word[], place: number): Found[] {
  const text = words[place]?.text ?? "";
  const start = requestObject(words, place, text);
  if (start < 0) return [];
  const objects = objectsAfter(words, start);
  const end = objects.at(-1)?.end;
  if (end === undefined || isNegated(words, place) || isWarning(words, place, end)) return [];
  const rightPlace = hasPhrase(
    signIn,
    words,
    place - destinationWordsMax,
    end + destinationWordsMax,
  );
  const ours = hasPhrase(toUs, words, place - destinationWordsMax, end + destinationWordsMax);
  if (rightPlace && !ours) return [];
  return objects.map((object) => ({ ...object, verb: place }));
}

/** Where the object of a request by us begins; -1 when there is none. */
function requestObject(words: readonly Word[], place: number, text: string): number {
  const next = (offset: number) => words[place + offset]?.text ?? "";
  if (text === "what" && (next(1) === "is" || next(1) === "was")) return place + 2;
  if (text === "what's") return place + 1;
  const asksToHave = ["can", "could", "may", "might"].includes(text);
  if (
    asksToHave &&
    ["we", "i"].includes(next(1)) &&
    ["have", "get", "see", "take"].includes(next(2))
  )
    return place + 3;
  const youNeed = text === "need" && anyOf(new Set(["you", "you'll"]), words, place - 2, place);
  if (youNeed && hasPhrase(toUs, words, clauseStart(words, place) - 12, place + objectWordsMax))
    return place + 1;
  if (text === "asked") return askedObject(words, place);
  if (!english.askVerbs.has(text) || !isOurs(words, place)) return -1;
  return text.startsWith("ask") ? afterFor(words, place) : place + 1;
}

/** "You will be asked for your code by our agent": asked by whom decides. */
function askedObject(words: readonly Word[], place: number): number {
  const start = clauseStart(words, place);
  const conditional = anyOf(english.conditions, words, start, place);
  const ours = hasPhrase(toUs, words, start - destinationWordsMax, place + objectWordsMax);
  const byUs =
    anyOf(new Set(["by"]), words, place, place + objectWordsMax) &&
    anyOf(english.ourPeople, words, place, place + objectWordsMax);
  const byOthers = anyOf(english.thirdParties, words, start, place + objectWordsMax);
  return !conditional && !byOthers && (ours || byUs) ? afterFor(words, place) : -1;
}

function afterFor(words: readonly Word[], ask: number): number {
  for (let place = ask + 1; place <= ask + 4; place++) {
    if (words[place]?.text === "for") return place + 1;
  }
  return -1;
}

/** "An agent who asks for your password is a scammer." */
function isWarning(words: readonly Word[], place: number, end: number): boolean {
  const start = clauseStart(words, place);
  const doubtful =
    anyOf(english.conditions, words, start, place) || anyOf(new Set(["any"]), words, start, place);
  return (
    doubtful &&
    (anyOf(english.warnings, words, end, end + 12) || anyOf(english.negators, words, end, end + 8))
  );
}

/** The never-asked items in the object that begins at `from`. */
function objectsAfter(words: readonly Word[], from: number): { item: NeverAskId; end: number }[] {
  const found: { item: NeverAskId; end: number }[] = [];
  for (let place = from; place < Math.min(words.length, from + objectWordsMax); ) {
    const text = words[place]?.text ?? "";
    const preposition = phraseAt(prepositionsToUs, words, place);
    const named = itemAt(words, place);
    if (named) {
      found.push(named);
      place = named.end;
    } else if (preposition > 0) {
      const last = words[place + preposition - 1]?.text ?? "";
      place += english.articles.has(last) ? preposition - 1 : preposition;
    } else if (objectEndsAt(words, place, text)) {
      break;
    } else {
      place += 1;
    }
  }
  return found;
}

function objectEndsAt(words: readonly Word[], place: number, text: string): boolean {
  if (isBreak(text) && text !== "," && text !== "(" && text !== ")") return true;
  if (english.objectEnds.has(text) || english.thirdParties.has(text)) return true;
  const before = words[place - 1]?.text ?? "";
  return (
    (before === "," || before === "and" || before === "or" || before === "then") && isVerb(text)
  );
}

function itemAt(
  words: readonly Word[],
  place: number,
): { item: NeverAskId; end: number } | undefined {
  for (const { item, names } of items) {
    const length = phraseAt(names, words, place);
    if (length === 0) continue;
    const end = place + length;
    if (english.otherThings.has(words[end]?.text ?? "")) return undefined;
    const theirs = anyOf(english.thirdParties, words, end, end + 5) && item === "wallet_secret";
    return theirs ? undefined : { item, end };
  }
  return undefined;
}

/** "Try turning off your settings lock", "switch the firewall off". */
function weakened(words: Word[], place: number): Found[] {
  const text = words[place]?.text ?? "";
  const gerund = english.weakenGerunds.has(text) || english.switchGerunds.has(text);
  const phrasal = english.switchVerbs.has(text) || english.switchGerunds.has(text);
  if (!gerund && !phrasal && !english.weakenVerbs.has(text) && text !== "change") return [];
  if (phrasal && !anyOf(new Set(["off"]), words, place, place + protectionWordsMax)) return [];
  const end = protectionAfter(words, place, text);
  if (end < 0 || isNegated(words, place)) return [];
  if (gerund ? !isProposed(words, place) : !isTold(words, place)) return [];
  if (!gerund && isOnlyAllowed(words, place)) return [];
  return [{ item: "weaken_security", verb: place, end }];
}

function protectionAfter(words: readonly Word[], verb: number, text: string): number {
  for (let place = verb + 1; place < Math.min(words.length, verb + protectionWordsMax); place++) {
    const word = words[place]?.text ?? "";
    if (word !== "off" && word !== "of" && (isBreak(word) || english.objectEnds.has(word)))
      return -1;
    if (english.strengthening.has(word)) return -1;
    const length = phraseAt(protections, words, place);
    if (length === 0) continue;
    const end = place + length;
    const last = words[end - 1]?.text ?? "";
    const settings = last === "settings";
    if (text === "change" && !(settings && words[end - 2]?.text === "security")) return -1;
    if (settings && words[end - 2]?.text !== "security" && text !== "unlock") continue;
    return anyOf(english.strengthening, words, end, end + 7) ? -1 : end;
  }
  return -1;
}

/** "You can turn it off" describes what the reader may do, unless it is offered as a cure for trouble. */
function isOnlyAllowed(words: readonly Word[], verb: number): boolean {
  const start = clauseStart(words, verb);
  const allowed = anyOf(new Set(["can", "may", "could"]), words, Math.max(start, verb - 2), verb);
  return allowed && !anyOf(english.troubles, words, Math.max(0, start - 16), verb + 16);
}

/** "Install AnyDesk", "let our agent control your computer". */
function accessed(words: Word[], place: number): Found[] {
  if (!english.accessVerbs.has(words[place]?.text ?? "")) return [];
  for (let at = place + 1; at < Math.min(words.length, place + objectWordsMax); at++) {
    const text = words[at]?.text ?? "";
    const length = phraseAt(access, words, at);
    if (length > 0) {
      const told = isTold(words, place) && !isNegated(words, place);
      return told ? [{ item: "remote_access", verb: place, end: at + length }] : [];
    }
    if (isBreak(text) || english.negators.has(text) || english.thirdParties.has(text)) return [];
  }
  return [];
}
