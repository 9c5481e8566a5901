import { type SignalCode, type Weight, weightOf } from "./signal.ts";

/** `scam`: it wants what a scam wants, for a scam's reasons. `suspicious`: some of it. `nothing_found` is no promise. */
export type Verdict = "scam" | "suspicious" | "nothing_found";

/** Why a verdict was given: a stable code and the signals that it rests on. */
export type Reason = { code: ReasonCode; signals: SignalCode[] };

export type ReasonCode =
  | "asks_what_nobody_honest_asks"
  | "ask_with_story"
  | "several_asks"
  | "ask_with_contact"
  | "role_with_story"
  | "isolation"
  | "only_isolation"
  | "contact_with_pressure"
  | "isolation_with_story"
  | "several_stories"
  | "hint_with_story_and_pressure"
  | "only_an_ask"
  | "only_a_story"
  | "worded_as_scams";

/** So many different signals of these weights. */
type Need = { of: readonly Weight[]; count: number };
type Rule = { code: ReasonCode; verdict: Verdict; needs: readonly Need[] };

const claim: Need = { of: ["role", "story"], count: 1 };

/** From the strongest on. A rule holds when all that it needs stands near each other. */
const rules: readonly Rule[] = [
  {
    code: "asks_what_nobody_honest_asks",
    verdict: "scam",
    needs: [{ of: ["decisive"], count: 1 }],
  },
  { code: "ask_with_story", verdict: "scam", needs: [{ of: ["ask", "contact"], count: 1 }, claim] },
  { code: "several_asks", verdict: "scam", needs: [{ of: ["ask"], count: 2 }] },
  {
    code: "ask_with_contact",
    verdict: "scam",
    needs: [
      { of: ["ask"], count: 1 },
      { of: ["contact"], count: 1 },
    ],
  },
  {
    code: "role_with_story",
    verdict: "scam",
    needs: [
      { of: ["role"], count: 1 },
      { of: ["story"], count: 1 },
    ],
  },
  { code: "isolation", verdict: "scam", needs: [{ of: ["isolation"], count: 2 }] },
  {
    code: "isolation_with_story",
    verdict: "scam",
    needs: [
      { of: ["isolation"], count: 1 },
      { of: ["ask", "role", "story"], count: 1 },
    ],
  },
  { code: "several_stories", verdict: "scam", needs: [{ of: ["story"], count: 3 }] },
  {
    code: "hint_with_story_and_pressure",
    verdict: "scam",
    needs: [{ of: ["hint"], count: 1 }, claim, { of: ["pressure", "isolation"], count: 1 }],
  },
  { code: "only_an_ask", verdict: "suspicious", needs: [{ of: ["ask"], count: 1 }] },
  { code: "only_an_ask", verdict: "suspicious", needs: [{ of: ["contact"], count: 2 }] },
  { code: "only_a_story", verdict: "suspicious", needs: [claim] },
  {
    code: "contact_with_pressure",
    verdict: "suspicious",
    needs: [
      { of: ["contact"], count: 1 },
      { of: ["pressure"], count: 1 },
    ],
  },
  { code: "only_isolation", verdict: "suspicious", needs: [{ of: ["isolation"], count: 1 }] },
];

const ranks: readonly Verdict[] = ["nothing_found", "suspicious", "scam"];

/**
 * Judges groups of signals, each of what stands near each other in the text: no score, but rules that name what they rest on.
 */
export function judge(groups: readonly ReadonlySet<SignalCode>[]): {
  verdict: Verdict;
  reasons: Reason[];
} {
  let verdict: Verdict = "nothing_found";
  const reasons = new Map<ReasonCode, Set<SignalCode>>();
  for (const group of groups) {
    for (const rule of rules) {
      const resting = restingOn(group, rule.needs);
      if (!resting || ranks.indexOf(rule.verdict) < ranks.indexOf(verdict)) continue;
      if (rule.verdict !== verdict) reasons.clear();
      verdict = rule.verdict;
      reasons.set(rule.code, new Set([...(reasons.get(rule.code) ?? []), ...resting]));
    }
  }
  return {
    verdict,
    reasons: Array.from(reasons, ([code, signals]) => ({ code, signals: [...signals] })),
  };
}

function restingOn(
  group: ReadonlySet<SignalCode>,
  needs: readonly Need[],
): SignalCode[] | undefined {
  const resting: SignalCode[] = [];
  for (const { of: weights, count } of needs) {
    const found = [...group].filter((code) => weights.includes(weightOf(code)));
    if (found.length < count) return undefined;
    resting.push(...found);
  }
  return resting;
}
