import type { Claim } from "../claim/index.ts";
import { hasQuantity, type ReadFigures } from "./figures.ts";
import type { Objection } from "./objection.ts";
import type { Place } from "./place.ts";

const saying =
  "(?:says?|said|states?|stated|writes?|wrote|posted|announce[sd]|confirm(?:s|ed)|claims?|claimed|disclose[sd]|den(?:ies|ied)|admit(?:s|ted))";
const called = "the (?:exchange|firm|company|bank|broker|platform)";
/** Up to here somebody speaks. */
const pauses = /;|[.!?]\s|,?\s(?:but|although|though|while|whereas|however)\s/giu;

/**
 * What the firm is made to say: where a sentence has it speak, the claims are the firm's. A number is of the part that has it; what
 * has none may stand in a part in which the firm doesn't speak.
 */
export function speechObjections(
  sentence: string,
  claims: readonly Claim[],
  { quantities }: ReadFigures,
  firm: string,
): Objection[] {
  const speaks = speakingOf(firm);
  const isFirms = ({ start, end }: Place) => speaks.test(sentence.slice(start, end));
  const parts = partsOf(sentence);
  return claims
    .filter(({ speaker }) => speaker !== "firm")
    .filter((claim) => {
      const own = quantities.filter((found) => hasQuantity(claim, found, undefined));
      const among = parts.filter(
        ({ start, end }) =>
          own.length === 0 || own.some((found) => start <= found.start && found.start < end),
      );
      return among.every(isFirms);
    })
    .map(({ number }) => ({ code: "speech", what: String(number) }));
}

/**
 * "Larkmoor says", "the firm's chief said", "according to the firm", "said Larkmoor": the firm itself is who speaks, unless somebody
 * else stands right before: "the regulator said Larkmoor knew".
 */
function speakingOf(firm: string): RegExp {
  const who = `(?:${RegExp.escape(firm)}|${called})`;
  const between =
    "(?:['’]s(?:\\s\\p{L}+){1,3})?\\s(?:(?:has|had|have|also|now|first|itself|not)\\s)*";
  const nobody = "(?<=(?:^|[^\\p{L}\\s]|\\b(?:\\p{L}+ed|also|so|as|and|or|but|then|now))\\s*)";
  return new RegExp(
    `\\b${who}${between}${saying}\\b|\\baccording to ${who}(?!['’]s|\\p{L})|${nobody}\\b${saying}\\s${who}(?!\\p{L})`,
    "iu",
  );
}

function partsOf(sentence: string): Place[] {
  const ends = [...sentence.matchAll(pauses)].map(({ 0: found, index }) => index + found.length);
  return [...ends, sentence.length].map((end, place) => ({ start: ends[place - 1] ?? 0, end }));
}
