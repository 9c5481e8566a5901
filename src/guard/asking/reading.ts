import type { Entry, Lexicon } from "./lexicon.ts";
import { isMark, type Match } from "./matcher.ts";
import { type Hit, Sentence } from "./sentence.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { unhide } from "./unhide.ts";

/** A sentence in every language that it may be in, with its place among the tokens of its text. */
export type ReadSentence = {
  tokens: readonly Token[];
  readings: {
    tag: string;
    isWide: boolean;
    dropsObject: boolean;
    sentence: Sentence;
    hits: Hit[];
  }[];
  endsWith: string;
};

/** A language is tried when it knows at least this share of the words that the best one knows. */
const shareMin = 0.87;
/** Nobody writes a longer sentence; one that is gets no reading, so the message is held. */
const sentenceTokensMax = 4000;
/** What the rest of the text's language adds, in words. */
const textBonus = 2;

/** Every sentence of a text, read in the languages that know most of its words. */
export function read(
  text: string,
  lexicon: Lexicon,
  ownHosts: readonly string[] = [],
): ReadSentence[] {
  return readTokens(unhide(tokensOf(text, ownHosts), lexicon.vocabulary), lexicon);
}

export function readTokens(tokens: readonly Token[], lexicon: Lexicon): ReadSentence[] {
  const parts = sentencesOf(tokens);
  if (parts.some((part) => part.length > sentenceTokensMax)) {
    throw new Error(`A sentence has more than ${sentenceTokensMax} words.`);
  }
  const matched = parts.map((part) => matchesOf(part, lexicon));
  const totals = lexicon.languages.map((_, language) =>
    matched.reduce((sum, { counts }) => sum + (counts[language] ?? 0), 0),
  );
  const most = Math.max(1, ...totals);
  return matched.map(({ part, matches, counts }) => {
    const scores = counts.map((count, language) =>
      count === 0 ? 0 : count + (textBonus * (totals[language] ?? 0)) / most,
    );
    const best = Math.max(...scores);
    const readings = lexicon.languages.flatMap(({ tag, dropsObject }, language) => {
      const score = scores[language] ?? 0;
      if (score === 0 || score < best * shareMin) return [];
      const own = hitsOf(matches, language);
      return [
        {
          tag,
          isWide: tag === "ko" || tag === "ja" || tag === "zh",
          dropsObject: dropsObject === true,
          sentence: new Sentence(part, own),
          hits: own,
        },
      ];
    });
    return { tokens: part, readings, endsWith: part.at(-1)?.text ?? "" };
  });
}

/** Split at the ends of sentences; inside a quotation they part only clauses, so that it stays with what is said of it. */
function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  for (const token of tokens) {
    const ends = token.text === "." || token.text === "?";
    current.push(ends && token.quoted ? { ...token, text: "," } : token);
    if (!ends || token.quoted) continue;
    if (current.length > 1) sentences.push(current);
    current = [];
  }
  if (current.length > 0) sentences.push(current);
  return sentences;
}

type Matched = { part: Token[]; matches: Match<Entry>[]; counts: number[] };

/** The phrases of every language in a sentence, and how many of its words each language knows. */
function matchesOf(part: Token[], lexicon: Lexicon): Matched {
  const matches: Match<Entry>[] = [];
  const counts = lexicon.languages.map(() => 0);
  const knownTo = lexicon.languages.map(() => 0);
  for (let place = 0; place < part.length; place++) {
    if (isMark(part[place]?.text ?? "")) continue;
    const before = matches.length;
    lexicon.matcher.find(part, place, matches);
    for (let index = before; index < matches.length; index++) {
      const { found, to } = matches[index] as Match<Entry>;
      const begin = Math.max(place, knownTo[found.language] ?? 0);
      if (to <= begin) continue;
      counts[found.language] = (counts[found.language] ?? 0) + to - begin;
      knownTo[found.language] = to;
    }
  }
  return { part, matches, counts };
}

/** What stands where in one language: at each place the longest phrase of each kind. */
function hitsOf(matches: readonly Match<Entry>[], language: number): Hit[] {
  const hits: Hit[] = [];
  const last = new Map<Entry, Hit>();
  for (const { found, from, to } of matches) {
    if (found.language !== language || found.kind === "common") continue;
    const known = last.get(found);
    if (known?.from === from) {
      known.to = Math.max(known.to, to);
      continue;
    }
    const hit: Hit =
      found.item === undefined
        ? { kind: found.kind, from, to }
        : { kind: found.kind, item: found.item, from, to };
    last.set(found, hit);
    hits.push(hit);
  }
  return hits;
}
