import { hashOf, mixed } from "../weighing/index.ts";
import { type Concept, concepts } from "./language.ts";
import type { Hit, Reading, Sentence, Word } from "./reading.ts";

export type Speaker = "agent" | "client";

/** What somebody spoke of in one turn: its concepts. */
type Said = { by: Speaker; concepts: readonly number[] };

/**
 * What was said before a sentence: the concepts and the words of the sentence before and who said it, the things that stood in
 * those before it, newest first, and what each of the turns before spoke of, the newest first.
 */
export type Before = {
  concepts: readonly number[];
  words: readonly Word[];
  by: Speaker;
  topic: readonly number[];
  turns: readonly Said[];
};

export const nothingBefore: Before = {
  concepts: [],
  words: [],
  by: "agent",
  topic: [],
  turns: [],
};

/** So many things are remembered of what a conversation is about, and so many turns of what was said in each. */
const topicMax = 8;
export const saidTurnsMax = 4;

export const featuresBits = 20;
const mask = 2 ** featuresBits - 1;

/** Concepts that stand next to each other: at most so many tokens between them. */
const nextReach = 5;
const nextMax = 14;
/** A sentence of few concepts leans on the one before. */
const fewConcepts = 6;

const indices = new Map(concepts.map((concept, index) => [concept, index]));
const indicesOf = (names: readonly Concept[]) =>
  new Set(names.map((name) => indices.get(name) ?? 0));

/** What may be asked for, or what an ask is about. */
const things = indicesOf([
  ...(["password", "username", "code", "sms", "auth", "backup", "qr", "seed", "word"] as const),
  ...(["privkey", "wallet", "address", "master", "device", "devmail", "link", "mail"] as const),
  ...(["screen", "remotetool", "limit", "lock", "waiting", "warning", "whitelist"] as const),
  ...(["prompt", "number", "signin", "secret", "factor", "newdevice", "coinsecret"] as const),
  ...(["vaultkey", "protection", "remotely", "nod"] as const),
  ...(["passkey", "paper", "file", "knob", "login", "name"] as const),
  ...(["keys", "chain", "computer"] as const),
]);
/** What a short sentence says of the one before: "then send it here". */
const turnsBack = indicesOf([
  ...(["it", "send", "tell", "read", "type", "what", "please", "press", "approve"] as const),
  ...(["here", "me", "paste", "now", "ineed", "reply", "show", "first", "number"] as const),
  ...(["turnoff", "remove", "raise", "ignore", "add", "connect", "open", "knob"] as const),
  ...(["rest", "thing", "group", "spot"] as const),
]);
/** The kinds of features; each begins a hash of its own. */
const kinds = {
  one: 1,
  next: 2,
  about: 3,
  first: 4,
  last: 5,
  before: 6,
  back: 7,
  word: 8,
} as const;
const more = {
  piece: 9,
  words: 10,
  quoted: 11,
  quotedFirst: 12,
  speaker: 13,
  length: 14,
  together: 15,
  topic: 16,
  topicBack: 17,
  beforeClient: 18,
  backClient: 19,
  inside: 20,
  threeWords: 21,
  wordBefore: 22,
  turn: 23,
  turnBack: 24,
} as const;

/** The features of a sentence, each once, as places in the table of weights. Made once, used again for each sentence. */
export class Features {
  readonly places: number[] = [];
  readonly #seen = new Uint32Array(mask + 1);
  readonly #said = new Uint32Array(concepts.length + 3);
  #round = 0;

  read(sentence: Sentence, reading: Reading, before: Before): void {
    this.places.length = 0;
    this.#round += 1;
    const isQuoting = sentence.tokens.some(({ quoted }) => quoted);
    const speech = isQuoting ? speechIn(sentence, reading) : none;
    const { hits, inside } = apart(reading, speech);
    for (const { concept } of inside) this.#add(more.inside, concept, 0);
    const present = this.#presentIn(hits);
    this.#readPresent(present);
    this.#readOrder(hits, sentence.tokens.length - 1, reading.isWide ? 2 * nextReach : nextReach);
    this.#readBefore(present, before);
    if (isQuoting) this.#add(more.quoted, 0, 0);
    if (sentence.tokens[0]?.quoted === true) this.#add(more.quotedFirst, 0, 0);
    const length = Math.floor(sentence.tokens.length / (reading.isWide ? 12 : 6));
    this.#add(more.length, Math.min(5, length), 0);
    this.#readWords(sentence, reading, speech);
  }

  #readPresent(present: readonly number[]): void {
    for (const one of present) {
      this.#add(kinds.one, one, 0);
      for (const other of present) {
        if (things.has(one)) {
          if (other !== one) this.#add(kinds.about, one, other);
        } else if (other > one && !things.has(other)) this.#add(more.together, one, other);
      }
    }
  }

  #readOrder(hits: readonly Hit[], end: number, reach: number): void {
    for (let place = 0; place < hits.length; place++) {
      const { concept, from, to } = hits[place] as Hit;
      if (from <= 1) this.#add(kinds.first, concept, 0);
      if (to >= end && concept < concepts.length) this.#add(kinds.last, concept, 0);
      for (let other = place + 1; other < hits.length && other < place + nextMax; other++) {
        const next = hits[other] as Hit;
        if (next.from - to > reach) break;
        if (next.from >= to) this.#add(kinds.next, concept, next.concept);
      }
    }
  }

  #readBefore(present: readonly number[], { concepts: said, words, by, ...before }: Before): void {
    const { topic, turns } = before;
    const [last] = turns;
    if (last) this.#add(more.speaker, last.by === "client" ? 1 : 2, 0);
    const isShort = present.length < fewConcepts;
    for (const one of said) {
      this.#add(kinds.before, one, 0);
      if (by === "client") this.#add(more.beforeClient, one, 0);
      else if (isShort && things.has(one)) this.#readBack(kinds.back, one, present);
    }
    if (isShort) this.#readTurns(present, turns);
    if (isShort && by === "client") this.#readAnswer(present, said, words);
    for (const one of isShort ? topic : []) {
      this.#add(more.topic, one, 0);
      this.#readBack(more.topicBack, one, present);
    }
  }

  /** A short sentence leans on what each turn spoke of, how long ago and by whom. */
  #readTurns(present: readonly number[], turns: readonly Said[]): void {
    for (let place = 0; place < turns.length; place++) {
      const { by, concepts: said } = turns[place] as Said;
      const which = 2 * place + (by === "client" ? 1 : 0);
      for (const one of said) {
        this.#add(more.turn, one, which);
        for (const here of present) this.#add(more.turnBack, one * 2 * saidTurnsMax + which, here);
      }
    }
  }

  /** A short answer to a client means what the two say together. */
  #readAnswer(present: readonly number[], said: readonly number[], words: readonly Word[]): void {
    for (const { hash } of words) this.#add(more.wordBefore, hash, 0);
    for (const one of said) for (const here of present) this.#add(more.backClient, one, here);
  }

  /** What a sentence says of a thing that stood before it. */
  #readBack(kind: number, thing: number, present: readonly number[]): void {
    for (const here of present) if (turnsBack.has(here)) this.#add(kind, thing, here);
  }

  #readWords({ tokens }: Sentence, { tag, isWide }: Reading, speech: Speech): void {
    const language = languageHash(tag);
    let last = 0;
    let lastButOne = 0;
    for (let place = 0; place < tokens.length; place++) {
      if (place >= speech.from && place < speech.to) continue;
      const { hash, pieces } = tokens[place] as Word;
      const word = hash ^ language;
      if (!isWide) {
        this.#add(kinds.word, word, 0);
        this.#readPieces(pieces, language);
      } else if (lastButOne !== 0) {
        this.#add(more.threeWords, Math.imul(lastButOne, 31) ^ last, word);
      }
      if (last !== 0) this.#add(more.words, last, word);
      lastButOne = last;
      last = word;
    }
  }

  #readPieces(pieces: readonly number[], language: number): void {
    for (let which = 0; which < pieces.length; which++) {
      const piece = pieces[which] ?? 0;
      if (piece !== 0) this.#add(more.piece, piece ^ language, which);
    }
  }

  #presentIn(hits: readonly Hit[]): number[] {
    const found: number[] = [];
    for (const { concept } of hits) {
      if (this.#said[concept] === this.#round) continue;
      this.#said[concept] = this.#round;
      found.push(concept);
    }
    return found;
  }

  #add(kind: number, one: number, other: number): void {
    const place = mixed(kind, one, other) & mask;
    if (this.#seen[place] === this.#round) return;
    this.#seen[place] = this.#round;
    this.places.push(place);
  }
}

/** What somebody else is quoted with: so many tokens, not the name of a button. */
type Speech = { from: number; to: number };

const none: Speech = { from: 0, to: 0 };
const speechTokensMin = 4;
const wideSpeechTokensMin = 8;
const aroundMin = 2;

/** The first long quotation of a sentence that says something around it, too. */
function speechIn({ tokens }: Sentence, { hits, isWide }: Reading): Speech {
  const from = tokens.findIndex(({ quoted }) => quoted);
  let to = from;
  while (tokens[to]?.quoted === true) to += 1;
  if (to - from < (isWide ? wideSpeechTokensMin : speechTokensMin)) return none;
  const around = hits.filter(
    (hit) => hit.concept < concepts.length && (hit.from < from || hit.from >= to),
  );
  return around.length < aroundMin ? none : { from, to };
}

/** What a sentence says itself, and what the speech in it says. */
function apart({ hits }: Reading, { from, to }: Speech): { hits: readonly Hit[]; inside: Hit[] } {
  if (to === 0) return { hits, inside: [] };
  const isInside = (hit: Hit) => hit.from >= from && hit.from < to;
  return { hits: hits.filter((hit) => !isInside(hit)), inside: hits.filter(isInside) };
}

/** The things that are spoken of after a sentence. */
export function topicAfter({ concepts: said, topic }: Before): readonly number[] {
  const found = said.filter((concept) => things.has(concept) && !topic.includes(concept));
  return found.length === 0 ? topic : [...found, ...topic].slice(0, topicMax);
}

/** What a sentence leaves for the next one. */
export function conceptsOf({ readings }: Sentence): number[] {
  const found = new Set<number>();
  for (const { hits } of readings) for (const { concept } of hits) found.add(concept);
  return [...found];
}

const languageHashes = new Map<string, number>();

function languageHash(tag: string): number {
  const known = languageHashes.get(tag);
  if (known !== undefined) return known;
  const hash = hashOf(tag);
  languageHashes.set(tag, hash);
  return hash;
}
