import { judgeAgentMessage } from "./asking/index.ts";
import type { NeverAskId } from "./never-ask.ts";
import {
  type Analysis,
  analyseReport,
  type Signal,
  type SignalCode,
  type Weight,
  weightOf,
} from "./scam/index.ts";

/** What an ask shows of whoever asks. Each is an ask beside others: alone it makes nothing a scam. */
const signalOf: Readonly<Partial<Record<NeverAskId, SignalCode>>> = {
  username: "asks_personal_data",
  password: "asks_secret",
  two_factor_code: "asks_secret",
  device_approval_code: "asks_secret",
  wallet_secret: "asks_secret",
  master_key: "asks_secret",
  remote_access: "device_steering",
};

/** What says by itself what a sentence wants; the guard of our staff only guesses then which secret it could be. */
const telling: readonly Weight[] = ["decisive", "ask", "contact", "story"];

/**
 * Analyses what somebody reports as `analyseReport` does, and reads it as the guard reads our own staff too: whoever asks
 * for what we never ask for shows a signal, in whichever words. Where nothing else was found, that is suspicious.
 */
export function analyseReported(report: string | readonly { text: string }[]): Analysis {
  const analysis = analyseReport(report);
  const asks = typeof report === "string" ? asksIn(report) : report.flatMap(asksInTurn);
  const known = new Set(analysis.signals.map(({ code }) => code));
  const isSuspected = analysis.verdict !== "nothing_found";
  const fresh = asks.filter(
    (ask) => !known.has(ask.code) && !(isSuspected && isExplained(ask, analysis.signals)),
  );
  if (fresh.length === 0) return analysis;
  const signals = [...analysis.signals, ...fresh].sort(
    (a, b) => (a.turn ?? 0) - (b.turn ?? 0) || a.start - b.start,
  );
  if (isSuspected) return { ...analysis, signals };
  const codes = [...new Set(fresh.map(({ code }) => code))];
  const reasons = [...analysis.reasons, { code: "only_an_ask" as const, signals: codes }];
  return { ...analysis, signals, verdict: "suspicious", reasons };
}

/** Do the words of an ask show something else that was found? */
function isExplained(ask: Signal, found: readonly Signal[]): boolean {
  return found.some(
    ({ code, turn, start, end }) =>
      turn === ask.turn && start < ask.end && end > ask.start && telling.includes(weightOf(code)),
  );
}

function asksInTurn({ text }: { text: string }, turn: number): Signal[] {
  return asksIn(text).map((signal) => ({ ...signal, turn }));
}

function asksIn(text: string): Signal[] {
  const found = new Map<SignalCode, Signal>();
  for (const { item, words } of judgeAgentMessage(text).reasons) {
    const code = item && signalOf[item];
    if (!code || found.has(code)) continue;
    const start = Math.max(0, text.indexOf(words));
    found.set(code, { code, words, start, end: start + words.length });
  }
  return [...found.values()];
}
