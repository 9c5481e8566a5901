import type { NeverAskId } from "../never-ask.ts";
import { type AskCode, type Asked, askedIn, plainlyAskedIn } from "./asked.ts";
import { inPlaces } from "./composed.ts";
import { type Before, Features, nothingBefore } from "./features.ts";
import { type Concept, concepts } from "./language.ts";
import { lexicon } from "./languages/index.ts";
import { passagesOf, type Reading, read, type Sentence } from "./reading.ts";
import { afterTurn, passageWeightMin, type Weighed, weighed, weighedAlone } from "./weigh.ts";

export type Turn = { from: "agent" | "client"; text: string };

/** Why a message doesn't go out, with the words that show it. `not_scanned`: it couldn't be read, so it is held. */
export type AgentReason = { item?: NeverAskId; words: string; code: AskCode | "not_scanned" };

export type AgentJudgement = {
  decision: "allow" | "block" | "hold";
  asks: NeverAskId[];
  reasons: AgentReason[];
};

export type AgentGuardOptions = {
  /** Our own hosts; a link elsewhere is a foreign place, and so is every link when this is empty. */
  ownHosts?: readonly string[];
};

/** A sentence that weighs more asks. Higher stops fewer honest messages and misses more asks: `npm run bench -- guard`. */
const weightMin = 0.4;
/** What asks by itself asks, whatever was said before; without what was before it must weigh more. */
const aloneWeightMin = 0.7;
/** "What does it say now?" asks, but for nothing that it names: that says less, too. */
const unnamedWeightMin = 1;
/** How many turns before the judged one are read, and how much of each. */
const turnsMax = 10;
const turnCharactersMax = 2000;
const messageCharactersMax = 200_000;
/** By these letters are shown from right to left: a reader sees another text than stands there. */
const turnsAround = /[\u202b\u202e\u2067]/;
const wordsMax = 300;
/** So many sentences that ask are reasons enough. */
const askingMax = 20;
/** Loose ends of sentences before, which the message may complete. */
const looseCharactersMax = 60;
const looseMax = 4;

/** One for all messages: its table is cleared by counting, not by writing. */
const features = new Features();

/**
 * Does a message of our own staff ask its reader for a never-asked item? Reads twelve languages, what letters are hidden
 * behind, and the turns before: an ask that is spread over several messages is found in the one that completes it.
 * It fails closed: what can't be read is held. An allowed message is no proof; this is a net.
 * @param conversation the message, or the turns of which the last one is judged, the newest last
 */
export function judgeAgentMessage(
  conversation: string | readonly Turn[],
  options: AgentGuardOptions = {},
): AgentJudgement {
  try {
    return judge(conversation, options);
  } catch {
    return held();
  }
}

function held(): AgentJudgement {
  return { decision: "hold", asks: [], reasons: [{ words: "", code: "not_scanned" }] };
}

function judge(conversation: string | readonly Turn[], options: AgentGuardOptions): AgentJudgement {
  const turns: readonly Turn[] =
    typeof conversation === "string" ? [{ from: "agent", text: conversation }] : conversation;
  const last = turns.at(-1);
  if (last === undefined) return { decision: "allow", asks: [], reasons: [] };
  if (last.text.length > messageCharactersMax || turnsAround.test(last.text)) return held();
  const earlier = turns
    .slice(0, -1)
    .slice(-turnsMax)
    .map(({ from, text }) => ({ from, text: text.slice(-turnCharactersMax).normalize("NFC") }));
  const reasons = reasonsIn(earlier, last.text.normalize("NFC"), options.ownHosts ?? []);
  return {
    decision: reasons.length === 0 ? "allow" : "block",
    asks: reasons.flatMap(({ item }) => item ?? []),
    reasons,
  };
}

function reasonsIn(
  earlier: readonly Turn[],
  text: string,
  ownHosts: readonly string[],
): AgentReason[] {
  const sentences = read(text, lexicon(), ownHosts);
  const reasons = reasonsInText(text, sentences, beforeOf(earlier, ownHosts));
  if (reasons.length > 0 || earlier.length === 0) return reasons;
  const alone = reasonsInText(text, sentences, nothingBefore, aloneWeightMin);
  const loose = looseEnd(earlier);
  if (alone.length > 0 || loose === "") return alone;
  const joined = `${loose} ${text}`;
  return reasonsInText(joined, read(joined, lexicon(), ownHosts), nothingBefore);
}

/**
 * The sentences of a text, as `judgeAgentMessage` reads them, with their places in the text as it was given.
 * @throws when one of them is too long to be read
 */
export function sentencesIn(text: string): Sentence[] {
  const composed = text.normalize("NFC");
  const sentences = read(composed, lexicon(), []);
  return composed === text ? sentences : inPlaces(sentences, text);
}

/** What a text by anybody asks its reader for, from its sentences. */
export function asksAmong(sentences: readonly Sentence[], text: string): AgentReason[] {
  return reasonsInText(text, sentences, nothingBefore);
}

/**
 * What a text by anybody asks its reader for in so many words: what accuses whoever wrote it. Much that our own staff is
 * stopped for is in the notices of any honest firm: resets, codes, addresses to confirm.
 * @returns undefined when a sentence is too long to be read
 */
export function plainAsksIn(text: string): AgentReason[] | undefined {
  try {
    const sentences = sentencesIn(text);
    const asking = askingAmong(sentences, nothingBefore, weightMin);
    return reasonsOf(asking, text, plainlyAskedBy);
  } catch {
    return undefined;
  }
}

function plainlyAskedBy({ sentence: { tokens, endsWith }, reading }: Weighed): Asked[] {
  const present = conceptsIn(reading);
  const holdsDigits = tokens.some(({ text }) => /^\d{4,8}$/.test(text));
  return plainlyAskedIn(present, holdsDigits || (endsWith === "?" && present.has("past")));
}

/** What the turns before leave behind. */
function beforeOf(turns: readonly Turn[], ownHosts: readonly string[]): Before {
  return turns.reduce(
    (before, { from, text }) => afterTurn(read(text, lexicon(), ownHosts), before, from),
    nothingBefore,
  );
}

/** "Send me the" and then "six digits": what an agent's last messages left without an end. */
function looseEnd(turns: readonly Turn[]): string {
  const loose: string[] = [];
  for (const { from, text } of turns.toReversed().slice(0, looseMax)) {
    if (from === "client" || text.length > looseCharactersMax || /[.?!。]\s*$/.test(text)) break;
    loose.unshift(text);
  }
  return loose.join(" ");
}

function reasonsInText(
  text: string,
  sentences: readonly Sentence[],
  before: Before,
  wholeWeightMin = weightMin,
): AgentReason[] {
  const asking = askingAmong(sentences, before, wholeWeightMin);
  return reasonsOf(asking, text, ({ reading, before, weight }) =>
    askedIn(conceptsIn(reading), before).filter(
      ({ item }) => item !== undefined || weight > unnamedWeightMin,
    ),
  );
}

function askingAmong(
  sentences: readonly Sentence[],
  before: Before,
  wholeWeightMin: number,
): Weighed[] {
  return weighed(sentences, before, features)
    .flatMap((whole) => (whole.weight > wholeWeightMin ? whole : asksWithin(whole)))
    .slice(0, askingMax);
}

/** Each item that is asked for once, with the words that do it first. */
function reasonsOf(
  asking: readonly Weighed[],
  text: string,
  askedBy: (found: Weighed) => Asked[],
): AgentReason[] {
  const reasons = new Map<NeverAskId | undefined, AgentReason>();
  for (const found of asking) {
    for (const asked of askedBy(found)) {
      const { item } = asked;
      if (!reasons.has(item)) reasons.set(item, { ...asked, words: wordsOf(found, text) });
    }
  }
  return [...reasons.values()];
}

function conceptsIn({ hits }: Reading): ReadonlySet<Concept> {
  return new Set(hits.flatMap(({ concept }) => concepts[concept] ?? []));
}

/** "We never ask for it, never, but send me the code": what is asked in a passage of a sentence that doesn't seem to ask. */
function asksWithin({ sentence }: Weighed): Weighed[] {
  for (const passage of passagesOf(sentence)) {
    const found = weighedAlone(passage, nothingBefore, features);
    if (found !== undefined && found.weight > passageWeightMin) return [found];
  }
  return [];
}

function wordsOf({ sentence: { tokens } }: Weighed, text: string): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0).slice(0, wordsMax);
}
