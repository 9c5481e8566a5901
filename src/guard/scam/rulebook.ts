import { type Hit, Matcher } from "./matcher.ts";
import { parsePattern, type Slot } from "./pattern.ts";
import { languages } from "./rules/index.ts";
import { type SignalCode, type Weight, weightOf } from "./signal.ts";
import type { Token } from "./tokens.ts";

/** A signal that a pattern found: the tokens from `first` up to, without, `end`. */
export type Found = { code: SignalCode; first: number; end: number };

type Meaning = SignalCode | "warning" | "warning_behind";

const stretchTokens = 150;
const acts: readonly Weight[] = ["decisive", "ask", "contact", "hint"];
/** How far a warning reaches, in tokens of its sentence. */
const warningReach = 24;
/** A plain "don't" is about what follows at once. */
const refusalReach = 6;

let made: { matcher: Matcher; meanings: Meaning[] } | undefined;

/** The stretch of the text that a signal stands in: those of one, or of two beside each other, add up. */
export function stretchOf({ first }: Found): number {
  return Math.floor(first / stretchTokens);
}

/** Each signal once in a stretch, in the order of its ends; acts that a sentence warns of are left out. */
export function findSignals(tokens: readonly Token[]): Found[] {
  made ??= makeRules();
  const { matcher, meanings } = made;
  const hits = matcher.find(tokens);
  const meaning = (hit: Hit) => meanings[hit.pattern];
  const warned = warnedTokens(
    tokens,
    hits.filter((hit) => meaning(hit) === "warning"),
    hits.filter((hit) => meaning(hit) === "warning_behind"),
  );
  const seenIn = new Map<SignalCode, Set<number>>();
  const found: Found[] = [];
  for (const hit of hits) {
    const code = meaning(hit);
    if (code === undefined || code === "warning" || code === "warning_behind") continue;
    if (isAct(code) && warned[hit.first] === 1) continue;
    const one = { code, first: hit.first, end: hit.end };
    const seen = seenIn.get(code) ?? new Set();
    if (seen.has(stretchOf(one))) continue;
    seenIn.set(code, seen.add(stretchOf(one)));
    found.push(one);
  }
  return found;
}

function makeRules(): { matcher: Matcher; meanings: Meaning[] } {
  const patterns: Slot[][] = [];
  const meanings: Meaning[] = [];
  for (const { lists, signals, warnings, warningsBehind = [] } of Object.values(languages)) {
    const add = (meaning: Meaning, written: readonly string[] = []) => {
      for (const pattern of written) {
        patterns.push(parsePattern(pattern, lists));
        meanings.push(meaning);
      }
    };
    for (const [code, written] of Object.entries(signals)) add(code as SignalCode, written);
    add("warning", warnings);
    add("warning_behind", warningsBehind);
  }
  return { matcher: new Matcher(patterns), meanings };
}

/** What a warning is about: acts, never the story ("your account will not be closed if …"). */
function isAct(code: SignalCode): boolean {
  return acts.includes(weightOf(code));
}

/** 1 for each token that stands behind a warning, or before one that ends a sentence, up to the end of the sentence. */
function warnedTokens(tokens: readonly Token[], before: Hit[], behind: Hit[]): Uint8Array {
  const warned = new Uint8Array(tokens.length);
  for (const { first, end } of before) {
    const reach = /^(?:don|do)/.test(tokens[first]?.text ?? "") ? refusalReach : warningReach;
    for (let place = first; place < Math.min(tokens.length, end + reach); place++) {
      if (place > first) warned[place] = 1;
      if (tokens[place]?.after === "sentence") break;
    }
  }
  for (const { first } of behind) {
    for (let place = first; place > Math.max(0, first - warningReach); place--) {
      if (place < first && tokens[place]?.after === "sentence") break;
      warned[place] = 1;
    }
  }
  return warned;
}
