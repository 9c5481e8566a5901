import type { NeverAskId } from "../never-ask.ts";
import type { Kind } from "./language.ts";
import { lexicon } from "./languages/index.ts";
import { isMark } from "./matcher.ts";
import { type ReadSentence, read, readTokens } from "./reading.ts";
import { type AskCode, asksOf, type Found } from "./rules.ts";
import type { Hit, Sentence } from "./sentence.ts";
import { type Token, tokensOf } from "./tokens.ts";
import { asksPointingBack, type Topic, topicAfter } from "./topic.ts";
import { unhide } from "./unhide.ts";

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

/** How many turns before the judged one are read, and how much of each. */
const turnsMax = 10;
const turnCharactersMax = 2000;
const messageCharactersMax = 200_000;
const shortTokens = 9;
const fragmentTokens = 12;
const fragmentsMax = 4;
const wordsMax = 300;

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
  if (last.text.length > messageCharactersMax) return held();
  const before = turns
    .slice(0, -1)
    .slice(-turnsMax)
    .map(({ from, text }) => ({ from, text: text.slice(-turnCharactersMax) }));
  const reasons = new Map<NeverAskId, AgentReason>();
  for (const { item, words, code } of asksIn(before, last.text, options.ownHosts ?? [])) {
    if (!reasons.has(item)) reasons.set(item, { item, words, code });
  }
  return {
    decision: reasons.size === 0 ? "allow" : "block",
    asks: [...reasons.keys()],
    reasons: [...reasons.values()],
  };
}

type Ask = { item: NeverAskId; words: string; code: AskCode };

type Before = { topic: Topic | undefined; asked: NeverAskId | undefined; fragments: string[] };

function asksIn(before: readonly Turn[], written: string, ownHosts: readonly string[]): Ask[] {
  const text = written.normalize("NFC");
  const context = contextOf(before, ownHosts);
  const sentences = read(text, lexicon(), ownHosts);
  const asks = asksOfSentences(sentences, text, context.topic).asks;
  if (asks.length > 0) return asks;
  return [
    ...asksJoined(context.fragments, text),
    ...asksForMore(sentences, text, context, before.length > 0),
    ...asksAgreed(before.at(-1), sentences, text, ownHosts),
  ];
}

/** What the turns before leave behind: what was spoken of, what was asked for, and loose ends of sentences. */
function contextOf(turns: readonly Turn[], ownHosts: readonly string[]): Before {
  const context: Before = { topic: undefined, asked: undefined, fragments: [] };
  for (const turn of turns) {
    const text = turn.text.normalize("NFC");
    const sentences = read(text, lexicon(), ownHosts);
    const { asks, topic } = asksOfSentences(sentences, text, context.topic);
    context.topic = topic;
    if (turn.from === "client") continue;
    context.asked =
      asks[0]?.item ??
      asksJoined(context.fragments, text)[0]?.item ??
      asksForMore(sentences, text, context, true)[0]?.item ??
      context.asked;
    const end = sentences.at(-1);
    const isLoose =
      end !== undefined && end.tokens.length <= fragmentTokens && !/[.?]/.test(end.endsWith);
    context.fragments = isLoose ? [...context.fragments, text].slice(-fragmentsMax) : [];
  }
  return context;
}

function asksOfSentences(
  sentences: readonly ReadSentence[],
  text: string,
  before: Topic | undefined,
): { asks: Ask[]; topic: Topic | undefined } {
  const asks: Ask[] = [];
  let topic = before;
  for (const read of sentences) {
    for (const { sentence, isWide, dropsObject } of read.readings) {
      const found = [
        ...asksOf(sentence, isWide),
        ...asksPointingBack(sentence, topic, dropsObject),
      ];
      for (const ask of found) asks.push(asked(ask, read.tokens, text));
    }
    topic = topicAfter(read, topic);
  }
  return { asks, topic };
}

function asked({ item, code, from, to }: Found, tokens: readonly Token[], text: string): Ask {
  const words = text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  return { item, code, words: words.slice(0, wordsMax) };
}

/** "Send me the" and then "six digits": the loose ends before are read with the message as one sentence. */
function asksJoined(fragments: readonly string[], text: string): Ask[] {
  if (fragments.length === 0) return [];
  const before = fragments.join(" ").normalize("NFC");
  const [next = ""] = text.split(/(?<=[.!?\n。!?])/, 1);
  const whole = `${before} ${next}`;
  const tokens = unhide(tokensOf(whole), lexicon().vocabulary);
  return readTokens(tokens, lexicon()).flatMap((read) =>
    read.readings.flatMap(({ sentence, isWide }) =>
      asksOf(sentence, isWide)
        .filter(({ to }) => (read.tokens[to - 1]?.end ?? 0) > before.length)
        .map((ask) => asked(ask, read.tokens, whole)),
    ),
  );
}

/** "And the last one?" after an ask; "your password?" and nothing more. */
function asksForMore(
  sentences: readonly ReadSentence[],
  text: string,
  { asked: item }: Before,
  hasContext: boolean,
): Ask[] {
  return sentences.flatMap((read) => {
    const words = read.tokens.filter((token) => !isMark(token.text)).length;
    const asks: Ask[] = [];
    for (const { sentence, isWide } of read.readings) {
      if (words === 0 || words > (isWide ? 2 : 1) * shortTokens || sentence.has("refuse")) continue;
      const bare = bareItem(read, sentence);
      const hasMore = sentence.has("more");
      if (bare !== undefined && (read.endsWith === "?" || hasMore || hasContext)) {
        asks.push({ item: bare, words: text.trim().slice(0, wordsMax), code: "asked_for" });
      } else if (hasMore && item !== undefined && !sentence.has("thing")) {
        asks.push({ item, words: text.trim().slice(0, wordsMax), code: "asked_for_more" });
      }
    }
    return asks;
  });
}

/** The item of a sentence that names it and says nothing else. */
function bareItem(read: ReadSentence, sentence: Sentence): NeverAskId | undefined {
  const named = new Set<number>();
  for (const kind of ["item", "filler", "more", "it", "us"] as const) {
    for (const { from, to } of sentence.all(kind)) {
      for (let place = from; place < to; place++) named.add(place);
    }
  }
  const isBare = read.tokens.every(
    ({ text }, place) => named.has(place) || isMark(text) || /^\d+$/.test(text),
  );
  return isBare ? sentence.first("item")?.item : undefined;
}

const offers: ReadonlySet<Kind> = new Set<Kind>([
  ...(["give", "giveLast", "enter", "enterLast", "want", "wantLast", "offer"] as const),
  ...(["weaken", "weakenLast", "approve", "approveLast", "open", "openLast"] as const),
]);

/** "Shall I send you my code?" and "yes, please". */
function asksAgreed(
  turn: Turn | undefined,
  sentences: readonly ReadSentence[],
  text: string,
  ownHosts: readonly string[],
): Ask[] {
  const agrees = sentences[0]?.readings.some(
    ({ sentence }) => sentence.has("yes", 0, 2) && !sentence.has("refuse"),
  );
  if (turn?.from !== "client" || agrees !== true) return [];
  const words = text.trim().slice(0, wordsMax);
  return read(turn.text.normalize("NFC"), lexicon(), ownHosts)
    .filter(({ endsWith }) => endsWith === "?")
    .flatMap(({ readings }) => readings.flatMap(({ hits }) => offered(hits)))
    .map((ask) => ({ ...ask, words }));
}

function offered(hits: readonly Hit[]): { item: NeverAskId; code: AskCode }[] {
  const has = (kind: Kind) => hits.some((hit) => hit.kind === kind);
  if (!hits.some(({ kind }) => offers.has(kind))) return [];
  if ((has("weaken") || has("weakenLast")) && has("protection")) {
    return [{ item: "weaken_security", code: "asked_to_weaken" }];
  }
  if ((has("open") || has("openLast")) && has("remote")) {
    return [{ item: "remote_access", code: "asked_to_open_computer" }];
  }
  const item = hits.find(({ kind }) => kind === "item")?.item;
  return item === undefined ? [] : [{ item, code: "asked_to_give" }];
}
