import type { Sentence } from "./reading.ts";

/** A character with the marks on it, or a syllable of Hangul in its letters: what may be one character when it is composed. */
const clusters = /(?:[\u1100-\u115f\uac00-\ud7a3][\u1160-\u11ff]{0,2}|[\s\S])\p{M}*/gu;

/** Sentences of a text's composed form (NFC), with the places of the text itself. */
export function inPlaces(sentences: readonly Sentence[], text: string): Sentence[] {
  const places = placesIn(text);
  const placeOf = (composed: number) => places[composed] ?? text.length;
  return sentences.map((sentence) => ({
    ...sentence,
    tokens: sentence.tokens.map((token) => ({
      ...token,
      start: placeOf(token.start),
      end: placeOf(token.end),
    })),
  }));
}

/** For each place in the composed form the one in the text. */
function placesIn(text: string): Int32Array {
  const places = new Int32Array(text.normalize("NFC").length).fill(text.length);
  let composed = 0;
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const { length } = cluster.normalize("NFC");
    places.fill(index, composed, composed + length);
    composed += length;
  }
  return places;
}
