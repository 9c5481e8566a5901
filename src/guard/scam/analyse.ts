import { findApps, findIndicators, type Indicator } from "./indicators/index.ts";
import { type Found, findSignals, stretchOf } from "./rulebook.ts";
import type { Signal, SignalCode } from "./signal.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { judge, type Reason, type Verdict } from "./verdict.ts";

/** One side's words in a conversation. */
export type Turn = { text: string };

export type Analysis = {
  /** The same as `verdict === "scam"`. */
  scam: boolean;
  verdict: Verdict;
  signals: Signal[];
  indicators: Indicator[];
  reasons: Reason[];
};

/**
 * Looks through a report (a message, a mail, a call's transcript, or a chat in turns) for a scam: which signals it shows
 * and by which words, whom and what it names, and a verdict with its reasons. It reads words, so it is a net and not a
 * proof: `nothing_found` never means that a text is honest. Time is linear in the text.
 * @param claimed who the reporter says that it was: it counts beside what is found, and is nothing alone
 */
export function analyseReport(
  report: string | readonly Turn[],
  claimed: readonly SignalCode[] = [],
): Analysis {
  const turns = typeof report === "string" ? [report] : report.map(({ text }) => text);
  const text = turns.join("\n");
  const { indicators, marks } = findIndicators(text);
  const tokens = tokensOf(text, marks);
  const found = findSignals(tokens);
  const { verdict, reasons } = judge(groupsOf(found, claimed));
  const signals = signalsOf(found, tokens, text);
  return {
    scam: verdict === "scam",
    verdict,
    signals: typeof report === "string" ? signals : inTurns(signals, turns),
    indicators: [...indicators, ...findApps(tokens)],
    reasons,
  };
}

/** The codes of every two stretches that follow one another, each with those that were claimed. */
function groupsOf(found: readonly Found[], claimed: readonly SignalCode[]): Set<SignalCode>[] {
  const groups = new Map<number, Set<SignalCode>>();
  for (const one of found) {
    for (const group of [stretchOf(one), stretchOf(one) + 1]) {
      groups.set(group, (groups.get(group) ?? new Set(claimed)).add(one.code));
    }
  }
  return [...groups.values()];
}

/** In the order of the text. */
function signalsOf(found: readonly Found[], tokens: readonly Token[], text: string): Signal[] {
  const signals = found.map(({ code, first, end: behind }) => {
    const start = tokens[first]?.start ?? 0;
    const end = tokens[behind - 1]?.end ?? start;
    return { code, words: text.slice(start, end), start, end };
  });
  return signals.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Places in the joined text become places in a turn; what reaches over its end is cut there. */
function inTurns(signals: readonly Signal[], turns: readonly string[]): Signal[] {
  const placed: Signal[] = [];
  let turn = 0;
  let before = 0;
  for (const signal of signals) {
    while (turn < turns.length - 1 && signal.start > before + (turns[turn]?.length ?? 0)) {
      before += (turns[turn]?.length ?? 0) + 1;
      turn += 1;
    }
    const start = signal.start - before;
    const end = Math.min(signal.end - before, turns[turn]?.length ?? 0);
    placed.push({ ...signal, words: signal.words.slice(0, end - start), start, end, turn });
  }
  return placed;
}
