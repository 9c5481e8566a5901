import { inflateRawSync } from "node:zlib";
import type { Before, Features, Speaker } from "./features.ts";
import { conceptsOf, topicAfter } from "./features.ts";
import type { Reading, Sentence } from "./reading.ts";
import { bias, table } from "./weights.ts";

/** How many steps of a stored weight make one. */
export const stepsOfOne = 32;

const weights = Int8Array.from(inflateRawSync(Buffer.from(table, "base64")));

/** A clause or passage by itself says less, so it must weigh more. */
export const passageWeightMin = 1.5;

const ordinaryFeatures = 60;
const fewFeatures = 30;

/** How much one of so many features counts: what a long sentence says besides must not drown what asks in it, nor add up to an ask. */
export function shareOf(features: number): number {
  return Math.sqrt(ordinaryFeatures / Math.max(features, fewFeatures));
}

/** How much speaks for an ask: the weights of its features, each by its share; above 0 more speaks for one than against. */
export function weigh(features: Features): number {
  let sum = 0;
  for (const place of features.places) sum += weights[place] ?? 0;
  return bias + (sum * shareOf(features.places.length)) / stepsOfOne;
}

export type Weighed = { sentence: Sentence; reading: Reading; before: Before; weight: number };

/** Each sentence with the reading that speaks most for an ask. */
export function weighed(
  sentences: readonly Sentence[],
  before: Before,
  features: Features,
): Weighed[] {
  let context = before;
  const found: Weighed[] = [];
  for (const sentence of sentences) {
    let best: Weighed | undefined;
    for (const reading of sentence.readings) {
      features.read(sentence, reading, context);
      const weight = weigh(features);
      if (best === undefined || weight > best.weight) {
        best = { sentence, reading, before: context, weight };
      }
    }
    if (best !== undefined) found.push(best);
    context = afterSentence(sentence, context, "agent");
  }
  return found;
}

/** A sentence that says nothing leaves what was said before it. */
export function afterSentence(sentence: Sentence, before: Before, by: Speaker): Before {
  const concepts = conceptsOf(sentence);
  if (concepts.length === 0) return before;
  return { ...before, concepts, words: sentence.tokens, by, topic: topicAfter(before) };
}
