import { writeFileSync } from "node:fs";
import type { Turn } from "#guard";
import {
  type Before,
  Features,
  featuresBits,
  nothingBefore,
} from "../../src/guard/asking/features.ts";

import { lexicon } from "../../src/guard/asking/languages/index.ts";
import { passagesOf, read, type Sentence } from "../../src/guard/asking/reading.ts";
import { afterSentence, afterTurn, passageWeightMin } from "../../src/guard/asking/weigh.ts";
import { askCases } from "./ask-cases.ts";
import { clientsTexts, ownTexts } from "./honest-texts.ts";
import { type Example, learn, loudest, writtenTable } from "./learn.ts";

const places = 2 ** featuresBits;

/** Writes what asks look like, learned from `sentences/`, into `weights.ts`. */
export function learnAsks(): string[] {
  const examples = [...otherExamples(), ...examplesOf("learned-from", 1)];
  const text = writtenTable(learn(examples, places, passageWeightMin), "asks");
  writeFileSync(new URL("../../src/guard/asking/weights.ts", import.meta.url), text);
  return [`Learned from ${examples.length} texts.`];
}

const folds = 5;
/** Sentences that stand together are often alike, in each language: they are kept apart together. */
const blocks = 20;

/** Judges each fifth of `learned-from/` by what the rest teaches, and writes nothing. */
export function crossAsks(): string[] {
  const others = otherExamples();
  const examples = examplesOf("learned-from", 1);
  const foldOf = (index: number) => Math.floor((index * blocks * 12) / examples.length) % folds;
  const judged = Array.from({ length: folds }, (_, fold) => {
    const rest = examples.filter((_, index) => foldOf(index) !== fold);
    const { bias, weights } = learn([...others, ...rest], places, passageWeightMin);
    return examples
      .filter((_, index) => foldOf(index) === fold)
      .map(({ isSought, parts, passages = [] }) => {
        const isAsking = loudest(parts, weights, bias).sum > 0;
        const stops = isAsking || loudest(passages, weights, bias).sum > passageWeightMin;
        return { isSought, stops };
      });
  }).flat();
  return [true, false].map((asks) => {
    const some = judged.filter((one) => one.isSought === asks);
    const share = (100 * some.filter(({ stops }) => stops).length) / some.length;
    const named = asks ? "of the asks" : "of the honest ones";
    return `${share.toFixed(1)} % ${named} are stopped (${some.length})`;
  });
}

const features = new Features();

/** Each sentence of the last turn, and each passage of it, in each reading. */
function placesOf(turns: readonly Turn[]): Pick<Example, "parts" | "passages"> {
  const [parts, passages]: [number[][], number[][]] = [[], []];
  const add = (found: number[][], sentence: Sentence, context: Before) => {
    for (const reading of sentence.readings) {
      features.read(sentence, reading, context);
      found.push([...features.places]);
    }
  };
  let before = turns
    .slice(0, -1)
    .reduce((so, turn) => afterTurn(sentencesOf(turn), so, turn.from), nothingBefore);
  for (const sentence of turns.slice(-1).flatMap(sentencesOf)) {
    add(parts, sentence, before);
    for (const passage of passagesOf(sentence)) add(passages, passage, nothingBefore);
    before = afterSentence(sentence, before, "agent");
  }
  return { parts, passages };
}

/** `larkmoor.example` stands for a host of ours. */
function sentencesOf({ text }: Turn): Sentence[] {
  return read(text.normalize("NFC"), lexicon(), ["larkmoor.example"]);
}

function examplesOf(set: string, weight: number): Example[] {
  return askCases(set).map(({ item, turns }) => ({
    isSought: item !== "legitimate",
    weight,
    ...placesOf(turns),
  }));
}

function honest(text: string, weight: number): Example {
  return { isSought: false, weight, ...placesOf([{ from: "agent", text }]) };
}

/** What is learned from beside `learned-from/`. */
function otherExamples(): Example[] {
  return [
    ...examplesOf("developed-with", 0.5),
    ...clientsTexts("banking77-train", 4).map((text) => honest(text, 0.6)),
    ...clientsTexts("multidogo-finance-train", 12).map((text) => honest(text, 0.5)),
    ...ownTexts().map((text) => honest(text, 0.7)),
    ...examplesOf("frames", 0.3),
  ];
}
