import type { Database } from "#platform";
import { searchConfiguration } from "./configuration.ts";
import { meantWord } from "./spelling.ts";
import { askedWords, bestArticles, type FoundArticle, type WantedWord } from "./store.ts";
import type { Synonyms } from "./synonyms.ts";

const queryCharactersMax = 200;
const queryWordsMax = 32;
const resultsMax = 50;
const meantBoost = 0.8; // a guessed word counts less than one that was typed
const synonymBoost = 0.3;

/** Private-use characters, which no article holds: they mark found words on the way out of the database. */
const marks = { open: "\uE000", close: "\uE001" };

/** A piece of an excerpt. A page shows it as text, inside `<mark>` when it was searched for. */
type ExcerptPart = { text: string; found: boolean };

export type SearchResult = Omit<FoundArticle, "excerpt"> & { excerpt: ExcerptPart[] };

export type SearchAnswer = {
  /** The language that was searched, which the articles are in. */
  language: string;
  /** Best first. */
  results: SearchResult[];
  /** Words that no article holds, and what was searched for in their place. */
  guesses: { typed: string; meant: string }[];
};

/** What a person typed, and how much of the answer is wanted. */
export type Search = { query: string; language: string; limit: number; synonyms: Synonyms };

/**
 * Finds the articles that answer a question as people type it. Every word counts, rare ones more; words that no
 * article holds are read as the nearest that one does. Only the first 200 characters are read.
 */
export async function searchArticles(database: Database, search: Search): Promise<SearchAnswer> {
  const { language } = search;
  const configuration = searchConfiguration(language);
  const typed = queryWords(search.query);
  if (typed.length === 0) return { language, results: [], guesses: [] };
  const asked = await askedWords(database, language, configuration, typed);
  const guesses: SearchAnswer["guesses"] = [];
  const wanted: WantedWord[] = [];
  for (const [concept, { word, known, near }] of asked.entries()) {
    const neighbours = search.synonyms.get(language)?.get(word) ?? [];
    for (const neighbour of neighbours) {
      wanted.push({ word: neighbour, concept, boost: synonymBoost });
    }
    if (known) wanted.push({ word, concept, boost: 1 });
    const meant = known || wanted.at(-1)?.concept === concept ? undefined : meantWord(word, near);
    if (meant === undefined) continue;
    guesses.push({ typed: word, meant });
    wanted.push({ word: meant, concept, boost: meantBoost });
  }
  if (wanted.length === 0) return { language, results: [], guesses };
  const limit = Math.min(Math.max(1, Math.trunc(search.limit)), resultsMax);
  const found = await bestArticles(database, language, configuration, wanted, marks, limit);
  return { language, results: found.map(withExcerpt), guesses };
}

/** The words of a query in lower case, each once; "didn't" and "didnt" are one word. */
export function queryWords(query: string): string[] {
  const text = query.slice(0, queryCharactersMax).normalize("NFKC").toLowerCase();
  const words = text.replace(/['’`]/g, "").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, queryWordsMax);
}

function withExcerpt(article: FoundArticle): SearchResult {
  const parts = excerptParts(article.excerpt);
  const excerpt = parts.some((part) => part.found)
    ? parts
    : [{ text: article.summary, found: false }];
  return { ...article, excerpt };
}

export function excerptParts(marked: string): ExcerptPart[] {
  return marked
    .split(marks.open)
    .flatMap((piece, index) => {
      if (index === 0) return [{ text: piece, found: false }];
      const [found = "", ...rest] = piece.split(marks.close);
      return [
        { text: found, found: true },
        { text: rest.join(""), found: false },
      ];
    })
    .filter((part) => part.text !== "");
}
