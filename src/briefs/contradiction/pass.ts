import { dayMs, type Id } from "#platform";
import { compareVerbs } from "../claim/index.ts";
import type { Span } from "../edtf/index.ts";
import {
  type Difference,
  differences,
  keyOf,
  type Position,
  positionOf,
  type Stated,
} from "./position.ts";

/** Of one question; the positions that most claims take are compared, and how many aren't is said. */
export const comparedMax = 200;

export type Contradiction = { one: Position; other: Position; differences: readonly Difference[] };

/** One question about one subject: what is said to it, and what of that can't be together. */
export type Answers = {
  slot: string;
  subject: string;
  /** The one that most claims take is the first. */
  positions: readonly Position[];
  contradictions: readonly Contradiction[];
  /** Positions that were compared with none, because there are too many. */
  uncomparedCount: number;
};

/**
 * Puts together what claims say to the same question about the same subject, and finds what can't be together. Claims on
 * different subjects are never compared, and claims that say different things never put together. The work grows with
 * the claims, not with their pairs. Give it claims that still stand.
 */
export function findContradictions(claims: readonly Stated[]): Answers[] {
  const asked = new Map<string, Map<string, Stated[]>>();
  for (const claim of claims) {
    const question = `${claim.subject} ${claim.slot}`;
    const answers = asked.get(question) ?? new Map<string, Stated[]>();
    asked.set(question, answers);
    const key = keyOf(claim);
    const same = answers.get(key);
    if (same) same.push(claim);
    else answers.set(key, [claim]);
  }
  const questions = [...asked].map(([question, answers]) => ({
    question,
    positions: [...answers.values()]
      .flatMap((same) =>
        same[0]
          ? positionOf(
              same[0],
              same.map(({ id }) => id),
            )
          : [],
      )
      .sort((one, other) => other.claims.length - one.claims.length),
  }));
  const hulls = new Map(questions.map(({ question, positions }) => [question, hullOf(positions)]));
  return questions.map(({ positions }) =>
    answersTo(positions.map((position) => dated(position, hulls))),
  );
}

/** What contradicts a claim, of the answers to its question. Another one's stronger verb doesn't: it says all of this and more. */
export function against(answers: Answers, claim: Stated): Id<"claim">[] {
  const key = keyOf(claim);
  const own = answers.positions.find((position) => position.key === key);
  if (!own) return [];
  return answers.positions
    .filter((other) => other !== own && isAgainst(own, other))
    .flatMap(({ claims }) => claims);
}

function isAgainst(own: Position, other: Position): boolean {
  const found = differences(own, other);
  if (found.length === 0) return false;
  const isStronger = own.verb && other.verb && compareVerbs(other.verb, own.verb) > 0;
  return !(isStronger && found.every((difference) => difference === "verb"));
}

function answersTo(positions: readonly Position[]): Answers {
  const [first] = positions;
  const compared = positions.slice(0, comparedMax);
  const contradictions: Contradiction[] = [];
  for (const [place, one] of compared.entries()) {
    for (const other of compared.slice(place + 1)) {
      const found = differences(one, other);
      if (found.length > 0) contradictions.push({ one, other, differences: found });
    }
  }
  return {
    slot: first?.slot ?? "",
    subject: first?.subject ?? "",
    positions,
    contradictions,
    uncomparedCount: positions.length - compared.length,
  };
}

/** From the first to the last of what is said of a date. */
function hullOf(positions: readonly Position[]): Span | undefined {
  let hull: Span | undefined;
  for (const { span, denied } of positions) {
    if (!span || denied) continue;
    hull = hull
      ? { from: Math.min(hull.from, span.from), to: Math.max(hull.to, span.to) }
      : { ...span };
  }
  return hull;
}

/** "Weeks after the first" lies so many weeks after the first and the last of what is said of the first. */
function dated(position: Position, hulls: ReadonlyMap<string, Span | undefined>): Position {
  const { value, subject } = position;
  if (value.is !== "later") return position;
  const anchor = hulls.get(`${subject} ${value.than}`);
  if (!anchor) return position;
  const span = { from: anchor.from + value.daysMin * dayMs, to: anchor.to + value.daysMax * dayMs };
  return { ...position, span };
}
