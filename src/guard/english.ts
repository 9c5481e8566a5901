import type { Ask } from "./asks.ts";
import { given, requested } from "./english-items.ts";
import { accessed, weakened } from "./english-weakening.ts";
import type { NeverAskId } from "./never-ask.ts";
import { wordsOf } from "./words.ts";

/*
 * How an English sentence is judged. It becomes words and marks, lower case; quoted passages are somebody else's and go.
 * Then each word is tried as the verb of four kinds of ask:
 *
 *   given      "send us your password"       the reader hands an item over: verb, item, and it goes to us
 *   requested  "we need your password"       we ask for an item: our people, verb, item
 *   weakened   "turn off your settings lock" the reader takes a protection away
 *   accessed   "install AnyDesk"             the reader opens the computer to somebody
 *
 * A kind must find its object within some words of the verb (english-object.ts: what an object may hold and where it
 * ends). Then the grammar decides whether the sentence demands the verb (english-grammar.ts, isDemanded): it tells the
 * reader to do it, and no "never" refuses it. So the same words are an ask in "tell us the code" and none in "a scammer
 * tells you the code". What stays silent on purpose: a warning, our own sign-in page, somebody else's words.
 *
 * Everything looks a bounded number of words around, so the whole is linear. The vocabulary stands in english-words.ts
 * and english-phrases.ts: a new way to say a thing goes there, and a sentence with it into asks.test.ts.
 */
const kinds = [given, requested, weakened, accessed];

/** The asks of a sentence, one for each item, with the words from the verb to the end of the item. */
export function findEnglishAsks(sentence: string): Ask[] {
  const words = wordsOf(sentence);
  const asks = new Map<NeverAskId, Ask>();
  for (const [verb, { start }] of words.entries()) {
    for (const { item, end } of kinds.flatMap((find) => find(words, verb))) {
      if (asks.has(item)) continue;
      asks.set(item, { item, words: sentence.slice(start, words[end - 1]?.end) });
    }
  }
  return [...asks.values()];
}
