import { Table } from "../weighing/index.ts";
import type { Before, Features, Speaker } from "./features.ts";
import { conceptsOf, saidTurnsMax, topicAfter } from "./features.ts";
import type { Reading, Sentence } from "./reading.ts";
import { bias, table as deflated } from "./weights.ts";

const table = new Table(bias, deflated);

/** A clause or passage by itself says less, so it must weigh more. */
export const passageWeightMin = 1.5;

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
    const heaviest = weighedAlone(sentence, context, features);
    if (heaviest !== undefined) found.push(heaviest);
    context = afterSentence(sentence, context, "agent");
  }
  return found;
}

/** One sentence with the reading that speaks most for an ask; undefined when it means nothing in any language. */
export function weighedAlone(
  sentence: Sentence,
  before: Before,
  features: Features,
): Weighed | undefined {
  let heaviest: Weighed | undefined;
  for (const reading of sentence.readings) {
    features.read(sentence, reading, before);
    const weight = table.weigh(features.places);
    if (heaviest === undefined || weight > heaviest.weight) {
      heaviest = { sentence, reading, before, weight };
    }
  }
  return heaviest;
}

/** A sentence that says nothing leaves what was said before it. */
export function afterSentence(sentence: Sentence, before: Before, by: Speaker): Before {
  const concepts = conceptsOf(sentence);
  if (concepts.length === 0) return before;
  return { ...before, concepts, words: sentence.tokens, by, topic: topicAfter(before) };
}

/** What a whole turn leaves for the next one. */
export function afterTurn(sentences: readonly Sentence[], before: Before, by: Speaker): Before {
  const after = sentences.reduce((so, sentence) => afterSentence(sentence, so, by), before);
  const concepts = [...new Set(sentences.flatMap(conceptsOf))];
  return { ...after, turns: [{ by, concepts }, ...before.turns].slice(0, saidTurnsMax) };
}
