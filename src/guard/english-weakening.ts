import { anyOf, clauseStart, isDemanded, textAt } from "./english-grammar.ts";
import { type NamedItem, objectWordsMax } from "./english-object.ts";
import * as known from "./english-phrases.ts";
import * as english from "./english-words.ts";
import { phraseAt } from "./phrases.ts";
import { isBreak, type Word } from "./words.ts";

/** The farthest protection looked for after its verb, in words. */
const protectionWordsMax = 9;

/** "Try turning off your settings lock", "switch the firewall off". */
export function weakened(words: readonly Word[], verb: number): NamedItem[] {
  const text = textAt(words, verb);
  const switches = english.switchVerbs.has(text) || english.switchGerunds.has(text);
  const weakens =
    english.weakenVerbs.has(text) || english.weakenGerunds.has(text) || text === "change";
  if (!switches && !weakens) return [];
  if (switches && !anyOf(english.off, words, verb, verb + protectionWordsMax)) return [];
  const end = protectionAfter(words, verb);
  if (end < 0 || !isDemanded(words, verb) || isOnlyAllowed(words, verb)) return [];
  return [{ item: "weaken_security", end }];
}

/** The place after the protection that the verb takes away; -1 when it takes none away. */
function protectionAfter(words: readonly Word[], verb: number): number {
  const text = textAt(words, verb);
  for (let place = verb + 1; place < Math.min(words.length, verb + protectionWordsMax); place++) {
    const word = textAt(words, place);
    if (word !== "off" && word !== "of" && (isBreak(word) || english.objectEnds.has(word)))
      return -1;
    if (english.strengthening.has(word)) return -1;
    const length = phraseAt(known.protections, words, place);
    const end = place + length;
    if (length === 0 || !isTaken(words, end, text)) continue;
    return anyOf(english.strengthening, words, end, end + 7) ? -1 : end;
  }
  return -1;
}

/** Settings are a protection only to who unlocks them; those of security also to who changes them. */
function isTaken(words: readonly Word[], end: number, verb: string): boolean {
  if (textAt(words, end - 1) !== "settings") return verb !== "change";
  return textAt(words, end - 2) === "security" || verb === "unlock";
}

/** "You can turn it off" describes what the reader may do, unless it is offered as a cure for trouble. */
function isOnlyAllowed(words: readonly Word[], verb: number): boolean {
  if (english.gerunds.has(textAt(words, verb))) return false;
  const start = clauseStart(words, verb);
  const allowed = anyOf(english.permissions, words, Math.max(start, verb - 2), verb);
  return allowed && !anyOf(english.troubles, words, start - 16, verb + 16);
}

/** "Install AnyDesk", "let our agent control your computer". */
export function accessed(words: readonly Word[], verb: number): NamedItem[] {
  if (!english.accessVerbs.has(textAt(words, verb))) return [];
  for (let place = verb + 1; place < Math.min(words.length, verb + objectWordsMax); place++) {
    const text = textAt(words, place);
    const length = phraseAt(known.access, words, place);
    if (length > 0)
      return isDemanded(words, verb) ? [{ item: "remote_access", end: place + length }] : [];
    if (isBreak(text) || english.negators.has(text) || english.thirdParties.has(text)) return [];
  }
  return [];
}
