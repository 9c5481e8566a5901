import { type Hit, Matcher } from "./matcher.ts";
import { parsePattern, type Slot } from "./pattern.ts";
import { languages } from "./rules/index.ts";
import { type SignalCode, type Weight, weightOf, weights } from "./signal.ts";
import type { Token } from "./tokens.ts";

/** A signal that a pattern found: the tokens from `first` up to, without, `end`. */
export type Found = { code: SignalCode; first: number; end: number };

type Meaning = SignalCode | "warning" | "refusal" | "warning_behind" | "kept_code";

const stretchTokens = 150;
const acts: readonly Weight[] = ["decisive", "ask", "contact", "hint"];
/** How far a warning reaches, in words of its sentence. */
const warningReach = 24;
/** A plain "don't" is about what follows at once, up to the end of its clause. */
const refusalReach = 6;
/** What a character of a language without blanks is of a word. */
const characterShare = 0.4;

let made: { matcher: Matcher; meanings: Meaning[] } | undefined;

/** The stretch of the text that a signal stands in: those of one, or of two beside each other, add up. */
export function stretchOf({ first }: Pick<Found, "first">): number {
  return Math.floor(first / stretchTokens);
}

/** Each signal once in a stretch, in the order of its ends; acts that a sentence warns of are left out. */
export function findSignals(tokens: readonly Token[]): Found[] {
  made ??= makeRules();
  const { matcher, meanings } = made;
  const hits = matcher.find(tokens);
  const hitsOf = (meaning: Meaning) => hits.filter((hit) => meanings[hit.pattern] === meaning);
  const isWarned = warnedTokens(tokens, hitsOf);
  const isKept = keptTokens(tokens, hitsOf("kept_code"));
  const seenIn = new Map<SignalCode, Set<number>>();
  const found: Found[] = [];
  for (const hit of hits) {
    const code = meanings[hit.pattern];
    if (code === undefined || !isSignal(code)) continue;
    if (isAct(code) && (isWarned[hit.first] === 1 || isWarned[hit.end - 1] === 1)) continue;
    if (isKept[hit.first] === 1 && isKept[hit.end - 1] === 1) continue;
    const stretch = stretchOf(hit);
    const seen = seenIn.get(code) ?? new Set();
    if (seen.has(stretch)) continue;
    seenIn.set(code, seen.add(stretch));
    found.push({ code, first: hit.first, end: hit.end });
  }
  return found;
}

function makeRules(): { matcher: Matcher; meanings: Meaning[] } {
  const patterns: Slot[][] = [];
  const meanings: Meaning[] = [];
  for (const language of Object.values(languages)) {
    const { lists, signals } = language;
    const add = (meaning: Meaning, written: readonly string[] = []) => {
      for (const pattern of written) {
        patterns.push(parsePattern(pattern, lists));
        meanings.push(meaning);
      }
    };
    for (const [code, written] of Object.entries(signals)) add(code as SignalCode, written);
    add("warning", language.warnings);
    add("refusal", language.refusals);
    add("warning_behind", language.warningsBehind);
    add("kept_code", language.keptCodes);
  }
  return { matcher: new Matcher(patterns), meanings };
}

/** What a warning is about: acts, never the story ("your account will not be closed if …"). */
function isAct(code: SignalCode): boolean {
  return acts.includes(weightOf(code));
}

function isSignal(meaning: Meaning): meaning is SignalCode {
  return Object.hasOwn(weights, meaning);
}

/** 1 for each token that stands behind a warning or a refusal, or before a warning that ends a sentence. */
function warnedTokens(tokens: readonly Token[], hitsOf: (meaning: Meaning) => Hit[]): Uint8Array {
  const warned = new Uint8Array(tokens.length);
  for (const hit of hitsOf("warning")) warnAhead(tokens, hit, warned);
  for (const hit of hitsOf("refusal")) refuseAhead(tokens, hit, warned);
  for (const hit of hitsOf("warning_behind")) warnBack(tokens, hit, warned);
  return warned;
}

function warnAhead(tokens: readonly Token[], { first, end }: Hit, warned: Uint8Array): void {
  let left = warningReach;
  for (let place = first; place < tokens.length && left > 0; place++) {
    if (place > first) warned[place] = 1;
    if (tokens[place]?.after === "sentence") break;
    if (place >= end) left -= shareOf(tokens[place]);
  }
}

function refuseAhead(tokens: readonly Token[], { first, end }: Hit, warned: Uint8Array): void {
  for (let place = first; place < Math.min(tokens.length, end + refusalReach); place++) {
    if (place > first) warned[place] = 1;
    if (place >= end - 1 && tokens[place]?.after !== "none") break;
  }
}

function warnBack(tokens: readonly Token[], { first }: Hit, warned: Uint8Array): void {
  let left = warningReach;
  for (let place = first; place >= 0 && left > 0; place--) {
    if (place < first && tokens[place]?.after === "sentence") break;
    warned[place] = 1;
    left -= shareOf(tokens[place]);
  }
}

/** 1 for each token of "your code is …, give it to nobody": what stands wholly in it asks for nothing. */
function keptTokens(tokens: readonly Token[], hits: readonly Hit[]): Uint8Array {
  const kept = new Uint8Array(tokens.length);
  for (const { first, end } of hits) kept.fill(1, first, end);
  return kept;
}

function shareOf(token: Token | undefined): number {
  return token?.text.length === 1 && token.text > "\u3040" ? characterShare : 1;
}
