import { lostGrounds } from "../claim/index.ts";
import type { Answers, Position } from "../contradiction/index.ts";
import type { Known } from "../keeping/index.ts";
import type { OriginBasis } from "../origin/index.ts";
import {
  isAnswered,
  type PossibleAnswer,
  possibleAnswers,
  type Question,
} from "../question/index.ts";

/** Where sources have their story from, and how that is known: by their text, by hand, or not at all. */
export type OriginFinding = {
  sources: readonly string[];
  labels: readonly string[];
  /** Empty: nothing was compared, and nobody said anything. */
  known: readonly OriginBasis[];
};

export type QuestionFinding = { question: Question; answers: readonly PossibleAnswer[] };

/** How a brief stands: what a person should look at before anything is told. */
export type Findings = {
  origins: readonly OriginFinding[];
  /** Questions to which there are answers that can't be together. */
  disputes: readonly Answers[];
  /** Open questions that a claim may answer. */
  questions: readonly QuestionFinding[];
  /** The numbers of claims that wouldn't get their status any more: a source was doubted, or something contradicts them. */
  groundless: readonly number[];
};

/** Looks through everything that a brief knows. It decides nothing. */
export function checkBrief(known: Known, questions: readonly Question[]): Findings {
  const { sources, claims, origins, answers } = known;
  return {
    origins: origins.groups.map(({ sources: ids, labels, bases }) => ({
      sources: ids.flatMap((id) => sources.get(id)?.name ?? []),
      labels,
      known: [...bases],
    })),
    disputes: answers.filter(
      ({ contradictions, uncomparedCount }) => contradictions.length + uncomparedCount > 0,
    ),
    questions: questions
      .filter((question) => !isAnswered(question, claims))
      .map((question) => ({ question, answers: possibleAnswers(question, claims, sources) })),
    groundless: claims
      .filter((claim) => lostGrounds(claim, known.groundsOf(claim)))
      .map(({ number }) => number),
  };
}

/** The names of the sources of those who take a position. */
export function sourcesBehind({ claims }: Position, known: Known): string[] {
  const sources = claims.flatMap((id) => {
    const claim = known.claim(id);
    return claim ? known.sourcesOf(claim) : [];
  });
  return [...new Set(sources.map(({ name }) => name))].sort();
}
