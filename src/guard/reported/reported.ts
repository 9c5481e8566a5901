import { asksAmong, type Sentence, sentencesIn } from "../asking/index.ts";
import type { NeverAskId } from "../never-ask.ts";
import {
  type Analysis,
  analyseReport,
  type Reason,
  type Signal,
  type SignalCode,
  type Weight,
  weightOf,
} from "../scam/index.ts";
import { type Heavy, heaviest, type Said, type Stretch, stretchesOf } from "./wording.ts";

/** A text, or a conversation's turns. */
type Report = string | readonly { text: string }[];

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

/** Wording that weighs more is a scam's, or suspicious. Higher accuses fewer honest texts and misses more scams. */
const scamMin = 1;
const suspiciousMin = 0.25;
/** Of texts that are longer no sentences are read: no report is. */
const charactersMax = 200_000;

/**
 * Analyses what somebody reports as `analyseReport` does, and reads it in two more ways. As the guard reads our own staff:
 * whoever asks for what we never ask for shows a signal, in whichever words, and where nothing else was found, that is
 * suspicious. And by its wording: what reads like scams that were learned from is one, though no rule knows its words.
 * @param claimed as `analyseReport` takes it
 */
export function analyseReported(report: Report, claimed: readonly SignalCode[] = []): Analysis {
  const turns = turnsOf(report);
  return withWording(withAsks(analyseReport(report, claimed), turns), turns);
}

/** The stretches that the wording of a report is weighed by: to learn from. */
export function stretchesOfReport(report: Report): Stretch[] {
  const turns = turnsOf(report);
  return stretchesIn(turns, withAsks(analyseReport(report), turns));
}

function turnsOf(report: Report): Turn[] {
  const turns = typeof report === "string" ? [{ text: report }] : report;
  return turns.map(({ text }, place) => ({
    text,
    turn: typeof report === "string" ? undefined : place,
    sentences: readSentences(text),
  }));
}

function stretchesIn(turns: readonly Turn[], { signals }: Analysis): Stretch[] {
  const said = turns.flatMap(({ sentences }, turn) =>
    sentences.map((sentence) => ({ sentence, turn })),
  );
  return stretchesOf(said, signals);
}

/** What is read of a turn; a report that has none is one turn without a number. */
type Turn = { text: string; turn: number | undefined; sentences: Sentence[] };

/** A text that can't be read by sentences is still read by the rules. */
function readSentences(text: string): Sentence[] {
  if (text.length > charactersMax) return [];
  try {
    return sentencesIn(text);
  } catch {
    return [];
  }
}

function withAsks(analysis: Analysis, turns: readonly Turn[]): Analysis {
  const known = new Set(analysis.signals.map(({ code }) => code));
  const isSuspected = analysis.verdict !== "nothing_found";
  const fresh = turns
    .flatMap(asksIn)
    .filter((ask) => !known.has(ask.code) && !(isSuspected && isExplained(ask, analysis.signals)));
  if (fresh.length === 0) return analysis;
  const signals = inOrder([...analysis.signals, ...fresh]);
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

function asksIn({ text, turn, sentences }: Turn): Signal[] {
  const found = new Map<SignalCode, Signal>();
  for (const { item, words } of asksAmong(sentences, text)) {
    const code = item && signalOf[item];
    if (!code || found.has(code)) continue;
    const start = Math.max(0, text.indexOf(words));
    found.set(code, signalAt(code, { text, turn }, start, start + words.length));
  }
  return [...found.values()];
}

function withWording(analysis: Analysis, turns: readonly Turn[]): Analysis {
  if (analysis.scam) return analysis;
  const worst = heaviest(stretchesIn(turns, analysis));
  if (worst === undefined || worst.weight <= suspiciousMin) return analysis;
  const signals = inOrder([...analysis.signals, wordsOf(worst.stretch, turns)]);
  const reason: Reason = { code: "worded_as_scams", signals: ["scam_wording"] };
  if (worst.weight > scamMin) {
    return { ...analysis, scam: true, verdict: "scam", signals, reasons: [reason] };
  }
  return { ...analysis, verdict: "suspicious", signals, reasons: [...analysis.reasons, reason] };
}

/** Of a stretch the sentence that weighs most by itself: the reader of an analysis wants words, not a page. */
function wordsOf({ said, ...about }: Stretch, turns: readonly Turn[]): Signal {
  const alone = said.map((one) => ({ ...about, said: [one] }));
  const { sentence, turn: place } = (heaviest(alone) as Heavy).stretch.said[0] as Said;
  const { text, turn } = turns[place] as Turn;
  const [start, end] = [sentence.tokens[0]?.start ?? 0, sentence.tokens.at(-1)?.end ?? 0];
  return signalAt("scam_wording", { text, turn }, start, end);
}

function signalAt(
  code: SignalCode,
  { text, turn }: Pick<Turn, "text" | "turn">,
  start: number,
  end: number,
): Signal {
  const words = text.slice(start, end);
  return { code, words, start, end, ...(turn !== undefined && { turn }) };
}

function inOrder(signals: Signal[]): Signal[] {
  return signals.sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0) || a.start - b.start);
}
