import { type Speaker, type Verb, verbs } from "../claim/index.ts";

/** What happened to data, by the word that a sentence has for it. */
export const verbWords: Readonly<Record<Verb, string>> = {
  viewed:
    "view(?:s|ed|ing)?|access(?:es|ed|ing)?|seen|saw|look(?:s|ed|ing)? (?:at|into|through|up)|watch(?:es|ed|ing)|snoop(?:s|ed|ing)",
  exposed: "expos(?:es?|ed|ing|ure)|compromis(?:es?|ed|ing)",
  copied:
    "cop(?:y|ies|ied|ying)|steal(?:s|ing)?|stole|stolen|theft|exfiltrat(?:es?|ed|ing|ion)|taken|leak(?:s|ed|ing)?|sold|sell(?:s|ing)?|" +
    "download(?:s|ed|ing)?|harvest(?:s|ed|ing)?|extract(?:s|ed|ing)?|scraped|obtain(?:s|ed|ing)?|filmed|photographed|recorded|siphoned",
  published:
    "publish(?:es|ed|ing)?|publication|post(?:s|ed|ing)?|releas(?:es?|ed|ing)|dump(?:s|ed|ing)?|circulat(?:es?|ed|ing)|uploaded|distributed",
};
const anyVerb = new RegExp(
  `\\b(?:${verbs.map((verb) => `(?<${verb}>${verbWords[verb]})`).join("|")})\\b`,
  "gi",
);
const possibly =
  /\b(?:potentially|possibly|allegedly|alleged|reportedly|might|could|unverified|supposed(?:ly)?|claims? to have)\b/i;
const saying =
  "(?:said|says|states?|stated|told|wrote|posted|announced|confirmed|confirms|claims?|claimed|disclosed|denie[ds]|according)";
const sayingWord = new RegExp(`\\b${saying}\\b`, "i");
const nearLetters = 40;
/** What a firm is called when its name was told before. */
const firmWords = /\bthe (?:exchange|firm|company|bank|broker|platform)\b/gi;
const others: readonly (readonly [RegExp, Speaker])[] = [
  [
    new RegExp(
      `\\b(?:criminals?|hackers?|attackers?|extortionists?|the group)\\b[^.]{0,30}\\b${saying}\\b`,
      "i",
    ),
    "actor",
  ],
  [
    new RegExp(
      `\\b(?:police|prosecutors?|regulators?|attorney general|court|filing)\\b[^.]{0,40}\\b${saying}\\b`,
      "i",
    ),
    "authority",
  ],
  [
    new RegExp(`\\b(?:researchers?|analysts?|investigators?)\\b[^.]{0,40}\\b${saying}\\b`, "i"),
    "analyst",
  ],
];

/** A word for what happened to data, how strong it is, and where it stands. */
export type FoundVerb = { word: string; verb: Verb; start: number; end: number };

export function verbsIn(sentence: string): FoundVerb[] {
  return [...sentence.matchAll(anyVerb)].flatMap(({ 0: word, groups, index: start }) => {
    const verb = verbs.find((one) => groups?.[one] !== undefined);
    return verb ? { word, verb, start, end: start + word.length } : [];
  });
}

/** The verb that a number goes with: the next one behind it, else the last one before it. */
export function verbNear(
  sentence: string,
  place: { start: number; end: number },
): Verb | undefined {
  const found = [...sentence.matchAll(anyVerb)];
  const next = found.find(({ index }) => index >= place.end);
  const match = next ?? found.findLast(({ index }) => index < place.start);
  return verbs.find((verb) => match?.groups?.[verb] !== undefined);
}

export function isPossible(sentence: string): boolean {
  // With a capital it is a month.
  return possibly.test(sentence) || /\bmay\b/.test(sentence);
}

/** Who says it: the firm when it is named, by name or as one, beside a word for saying, else one of the others, else the article. */
export function speakerIn(sentence: string, firm: string): Speaker {
  const named = placesOf(sentence.toLowerCase(), firm.toLowerCase());
  const described = [...sentence.matchAll(firmWords)].map(({ index }) => index);
  const isFirm = [...named, ...described].some((at) =>
    sayingWord.test(sentence.slice(Math.max(0, at - nearLetters), at + firm.length + nearLetters)),
  );
  if (isFirm) return "firm";
  return others.find(([pattern]) => pattern.test(sentence))?.[1] ?? "article";
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}
