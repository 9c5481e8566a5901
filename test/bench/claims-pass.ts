import { findContradictions, groupOrigins, type Stated } from "#briefs";
import { newId, systemClock } from "#platform";
import { type BenchLine, median, rounded } from "./line.ts";

const rounds = 3;
const claimsCount = 100_000;
const sourcesCount = 10_000;
const wordsPerSource = 300;
const verbs = ["viewed", "exposed", "copied", "published", undefined] as const;
const hedges = ["about", "exactly", "at_least", "fewer_than"] as const;
const now = systemClock();

/**
 * Contradictions among a hundred thousand claims, and origins of ten thousand sources of 300 words, a third of them
 * copies of another: spread over 2,000 questions, and all to one question. The baseline reads the same claims once.
 */
export async function claimsPass(): Promise<BenchLine[]> {
  const sources = makeSources();
  return [
    measured("contradictions, 2,000 questions", makeClaims(2_000)),
    measured("contradictions, one question", makeClaims(1)),
    {
      name: `claims-pass: origins of ${sourcesCount} sources`,
      value: rounded(seconds(() => groupOrigins(sources))),
      unit: "s",
    },
  ];
}

function measured(name: string, claims: readonly Stated[]): BenchLine {
  const value = seconds(() => findContradictions(claims));
  const baseline = seconds(() => claims.map((claim) => JSON.stringify(claim)).length);
  return {
    name: `claims-pass: ${name} of ${claimsCount} claims`,
    value: rounded(value),
    unit: "s",
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
  };
}

function seconds(work: () => unknown): number {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    taken.push((performance.now() - start) / 1_000);
  }
  return median(taken);
}

/** Of each question a few answers, and some that nobody else gives. */
function makeClaims(questions: number): Stated[] {
  return Array.from({ length: claimsCount }, (_, n) => {
    const amount = n % 7 === 0 ? n : 2_000 + (n % 5) * 700;
    return {
      id: newId("claim", now),
      slot: "affected_count",
      subject: `incident_${n % questions}`,
      value: { is: "quantity", amount, hedge: hedges[n % 4] ?? "about", unit: "client" },
      denied: n % 31 === 0,
      verb: verbs[n % 5],
    };
  });
}

function makeSources() {
  let state = 1;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `w${state % 20_000}`;
  };
  const texts: string[] = [];
  for (let n = 0; n < sourcesCount; n++) {
    const fresh = Array.from({ length: wordsPerSource }, word).join(" ");
    texts.push(n % 3 === 2 ? `Paper ${n} says: ${texts[n - 1]}` : fresh);
  }
  return texts.map((text) => ({
    id: newId("source", now),
    capture: "text" as const,
    text,
    origin: undefined,
  }));
}
