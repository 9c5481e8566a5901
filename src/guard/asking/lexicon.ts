import type { NeverAskId } from "../never-ask.ts";
import { type Kind, type Language, lists, type ThingId } from "./language.ts";
import { Matcher, variants } from "./matcher.ts";
import { tokensOf } from "./tokens.ts";

/** A phrase of a language and what it is there; `item` for items and whole asks. */
export type Entry = { language: number; kind: Kind; item?: NeverAskId };

export type Lexicon = {
  languages: readonly Language[];
  matcher: Matcher<Entry>;
  /** Words as they stand in the lists, for words that were taken apart. */
  vocabulary: ReadonlySet<string>;
};

/** Puts the lists of all languages into one matcher; what `shared` holds counts in each of them. */
export function compile(languages: readonly Language[], shared: SharedLists): Lexicon {
  const matcher = new Matcher<Entry>();
  const vocabulary = new Set<string>();
  const add = (text: string, entry: Entry) => {
    for (const phrase of phrasesOf(text)) {
      matcher.add(phrase, entry);
      for (const word of phrase) vocabulary.add(word.replaceAll("*", ""));
    }
  };
  for (const [language, words] of languages.entries()) {
    for (const kind of lists)
      add(`${words[kind] ?? ""}\n${shared[kind] ?? ""}`, { language, kind });
    for (const [item, text] of Object.entries(words.items) as [ThingId, string][]) {
      add(`${text}\n${shared.items[item] ?? ""}`, { language, kind: "item", item });
    }
    for (const [item, text] of Object.entries(words.asks ?? {}) as [NeverAskId, string][]) {
      add(text, { language, kind: "ask", item });
    }
  }
  return { languages, matcher, vocabulary };
}

/** What is said alike in many languages. */
export type SharedLists = Partial<Record<Kind, string>> & {
  items: Partial<Record<ThingId, string>>;
};

function phrasesOf(text: string): string[][] {
  return text
    .split(/[,\n]/)
    .flatMap((line) => variants(line))
    .flatMap((phrase) => [phrase, ...withoutUmlauts(phrase)])
    .map(tokensOfPhrase)
    .filter((phrase) => phrase.length > 0);
}

/** "Schluessel" for "Schlüssel"; the bare letters come by themselves. */
function withoutUmlauts(phrase: string): string[] {
  const long: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  const written = phrase.replace(/[äöüß]/g, (letter) => long[letter] ?? letter);
  return written === phrase ? [] : [written];
}

/** The same words stand in very many phrases. */
const tokensOfWords = new Map<string, string[]>();

function tokensOfPhrase(phrase: string): string[] {
  return phrase.split(/\s+/).flatMap((word) => {
    const tokens = tokensOfWords.get(word) ?? tokensOfWord(word);
    tokensOfWords.set(word, tokens);
    return tokens;
  });
}

function tokensOfWord(word: string): string[] {
  if (word === ".." || word === "#" || word.startsWith("<")) return [word];
  const parts = tokensOf(word.replaceAll("*", "")).map(({ text }) => text);
  if (word.startsWith("*")) parts[0] = `*${parts[0]}`;
  if (word.endsWith("*")) parts.push(`${parts.pop()}*`);
  return parts;
}
