import { type Concept, concepts, type Language } from "./language.ts";
import { Matcher, variants } from "./matcher.ts";
import { Spellings } from "./misspelt.ts";
import { tokensOf } from "./tokens.ts";

/** A phrase of a language and the index of its concept; without one it only shows the language. */
export type Entry = { language: number; concept: number | undefined };

export type Lexicon = {
  languages: readonly Language[];
  matcher: Matcher<Entry>;
  /** Words as they stand in the lists, for words that were taken apart. */
  vocabulary: ReadonlySet<string>;
  /** Those of them that a word may only begin with. */
  beginnings: ReadonlySet<string>;
  /** The first three letters of each word: what begins otherwise need not be looked up. */
  starts: ReadonlySet<string>;
  /** Those whose misspellings are read. */
  spellings: Spellings;
};

export const startLetters = 3;

/** Concepts of what is never asked for. */
const asked: ReadonlySet<string> = new Set<Concept>([
  ...(["password", "username", "auth", "backup", "seed", "privkey", "wallet", "master"] as const),
  ...(["remotetool", "whitelist", "secret", "passkey", "vaultkey", "coinsecret"] as const),
]);

const indices: ReadonlyMap<string, number> = new Map(
  concepts.map((concept, index) => [concept, index]),
);

/** Puts the lists of all languages into one matcher. */
export function compile(languages: readonly Language[]): Lexicon {
  const matcher = new Matcher<Entry>();
  const vocabulary = new Set<string>();
  const beginnings = new Set<string>();
  const ofAsked = new Set<string>();
  for (const [language, { words }] of languages.entries()) {
    for (const [name, lines] of Object.entries(words)) {
      const entry: Entry = { language, concept: conceptNamed(name) };
      for (const phrase of lines.flatMap(phrasesOf)) {
        matcher.add(phrase, entry);
        for (const word of phrase) {
          vocabulary.add(word.replaceAll("*", ""));
          if (asked.has(name)) ofAsked.add(word.replaceAll("*", ""));
          if (word.endsWith("*")) beginnings.add(word.slice(0, -1));
        }
      }
    }
  }
  const starts = new Set(Array.from(vocabulary, (word) => word.slice(0, startLetters)));
  const spellings = new Spellings(ofAsked);
  return { languages, matcher, vocabulary, beginnings, starts, spellings };
}

function conceptNamed(name: string): number | undefined {
  const index = indices.get(name);
  if (index === undefined && name !== "common") throw new Error(`There is no concept "${name}".`);
  return index;
}

function phrasesOf(text: string): string[][] {
  const found: string[][] = [];
  for (const written of text.split(",")) {
    for (const phrase of variants(written)) {
      found.push(tokensOfPhrase(phrase));
      if (/[äöüß]/.test(phrase)) found.push(tokensOfPhrase(withoutUmlauts(phrase)));
    }
  }
  return found.filter((phrase) => phrase.length > 0);
}

/** "Schluessel" for "Schlüssel"; the bare letters come by themselves. */
function withoutUmlauts(phrase: string): string {
  const long: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  return phrase.replace(/[äöüß]/g, (letter) => long[letter] ?? letter);
}

function tokensOfPhrase(phrase: string): string[] {
  if (/^[a-z]+\*?$/.test(phrase)) return [phrase];
  return phrase.split(/\s+/).flatMap((word) => {
    if (/^[a-z]+\*?$/.test(word) || word === ".." || word === "#" || word.startsWith("<"))
      return [word];
    const parts = tokensOf(word.replaceAll("*", "")).map(({ text }) => text);
    if (word.startsWith("*")) parts[0] = `*${parts[0]}`;
    if (word.endsWith("*")) parts.push(`${parts.pop()}*`);
    return parts;
  });
}
