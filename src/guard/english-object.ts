import { anyOf, isVerb, textAt } from "./english-grammar.ts";
import * as known from "./english-phrases.ts";
import * as english from "./english-words.ts";
import type { NeverAskId } from "./never-ask.ts";
import { phraseAt } from "./phrases.ts";
import { isBreak, type Word } from "./words.ts";

/** The longest object looked through, in words. */
export const objectWordsMax = 18;

/** An item that an object names. `end` is the place after its last word. */
export type NamedItem = { item: NeverAskId; end: number };

/** The never-asked items in the object that begins at `from`. */
export function objectsAfter(words: readonly Word[], from: number): NamedItem[] {
  const found: NamedItem[] = [];
  for (let place = from; place < Math.min(words.length, from + objectWordsMax); ) {
    const named = itemAt(words, place);
    const inserted = phraseAt(known.insertions, words, place);
    if (named) {
      found.push(named);
      place = named.end;
    } else if (inserted > 0) {
      // An article at its end begins the thing itself: "with | your code".
      const last = textAt(words, place + inserted - 1);
      place += english.articles.has(last) ? inserted - 1 : inserted;
    } else if (objectEndsAt(words, place)) {
      break;
    } else {
      place += 1;
    }
  }
  return found;
}

function itemAt(words: readonly Word[], place: number): NamedItem | undefined {
  for (const { item, names } of known.items) {
    const length = phraseAt(names, words, place);
    if (length === 0) continue;
    const end = place + length;
    if (english.otherThings.has(textAt(words, end))) return undefined;
    const theirs = item === "wallet_secret" && anyOf(english.thirdParties, words, end, end + 5);
    return theirs ? undefined : { item, end };
  }
  return undefined;
}

function objectEndsAt(words: readonly Word[], place: number): boolean {
  const text = textAt(words, place);
  if (isBreak(text) && !english.innerMarks.has(text)) return true;
  if (english.objectEnds.has(text) || english.thirdParties.has(text)) return true;
  return english.joints.has(textAt(words, place - 1)) && isVerb(text);
}
