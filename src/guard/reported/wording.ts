import { concepts, type Hit, type Sentence } from "../asking/index.ts";
import type { Signal, SignalCode } from "../scam/index.ts";
import { hashOf, mixed, Table } from "../weighing/index.ts";
import { bias, table as deflated } from "./weights.ts";

/** A sentence of a report, and of which turn. */
export type Said = { sentence: Sentence; turn: number };

/** Sentences that follow one another, as many as a short message has, and the signals that stand in them. */
export type Stretch = { said: readonly Said[]; signals: readonly SignalCode[] };

export const featuresBits = 18;
const mask = 2 ** featuresBits - 1;
/** A stretch has about so many words; in a language without blanks, characters. */
const stretchWords = 80;
const wideStretchWords = 200;
/** Concepts that stand next to each other: at most so many words between them. */
const nextReach = 5;
const nextMax = 8;

/** The kinds of features; each begins a hash of its own. */
const kinds = { concept: 1, next: 2, word: 3, piece: 4, words: 5, threeWords: 6 } as const;
const more = { signal: 7, signals: 8, length: 9 } as const;

const table = new Table(bias, deflated);

/** Stretches of a report that overlap by half, with the signals of each. */
export function stretchesOf(said: readonly Said[], signals: readonly Signal[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  while (from < said.length) {
    const half = endOf(said, from, 0.5);
    const to = endOf(said, from, 1);
    const part = said.slice(from, to);
    stretches.push({ said: part, signals: codesIn(part, signals) });
    if (to >= said.length) break;
    from = half;
  }
  return stretches;
}

/** Where a stretch, or a share of one, ends: after the sentence that fills it. */
function endOf(said: readonly Said[], from: number, share: number): number {
  let filled = 0;
  let place = from;
  while (place < said.length && filled < share) {
    const { tokens, readings } = (said[place] as Said).sentence;
    filled +=
      tokens.length / (readings.some(({ isWide }) => isWide) ? wideStretchWords : stretchWords);
    place += 1;
  }
  return place;
}

function codesIn(said: readonly Said[], signals: readonly Signal[]): SignalCode[] {
  const spans = said.map(({ sentence: { tokens }, turn }) => {
    return { turn, from: tokens[0]?.start ?? 0, to: tokens.at(-1)?.end ?? 0 };
  });
  const isSaid = ({ start, turn: of = 0 }: Signal) =>
    spans.some(({ turn, from, to }) => turn === of && start >= from && start < to);
  return [...new Set(signals.filter(isSaid).map(({ code }) => code))];
}

/** A stretch and how much it reads like what scammers write and their victims tell: above 0 more than like anything honest. */
export type Heavy = { stretch: Stretch; weight: number };

export function heaviest(stretches: readonly Stretch[]): Heavy | undefined {
  let found: Heavy | undefined;
  for (const stretch of stretches) {
    const weight = table.weigh(placesOf(stretch));
    if (found === undefined || weight > found.weight) found = { stretch, weight };
  }
  return found;
}

/** Which round of reading a place was last added in: made once, for all stretches. */
const seen = new Uint32Array(mask + 1);
let round = 0;

/** The features of a stretch, each once, as places in the table of weights. */
export function placesOf({ said, signals }: Stretch): number[] {
  const places: number[] = [];
  round += 1;
  const add = (kind: number, one: number, other: number) => {
    const place = mixed(kind, one, other) & mask;
    if (seen[place] === round) return;
    seen[place] = round;
    places.push(place);
  };
  let length = 0;
  for (const { sentence } of said) {
    addConcepts(sentence, add);
    addWords(sentence, add);
    length += sentence.tokens.length;
  }
  addSignals(signals, add);
  add(more.length, Math.min(5, Math.floor(length / 20)), 0);
  return places;
}

type Add = (kind: number, one: number, other: number) => void;

function addConcepts({ readings }: Sentence, add: Add): void {
  for (const { hits } of readings) {
    for (let place = 0; place < hits.length; place++) {
      const { concept, to } = hits[place] as Hit;
      if (concept >= concepts.length) continue;
      add(kinds.concept, concept, 0);
      for (let other = place + 1; other < Math.min(hits.length, place + nextMax); other++) {
        const next = hits[other] as Hit;
        if (next.from - to > nextReach) break;
        if (next.from >= to && next.concept < concepts.length)
          add(kinds.next, concept, next.concept);
      }
    }
  }
}

function addWords({ tokens, readings }: Sentence, add: Add): void {
  const isWide = readings.some((reading) => reading.isWide);
  let last = 0;
  let lastButOne = 0;
  for (const { hash, pieces } of tokens) {
    add(kinds.word, hash, 0);
    for (let which = 0; which < pieces.length; which++) {
      const piece = pieces[which] ?? 0;
      if (piece !== 0) add(kinds.piece, piece, which);
    }
    if (last !== 0) add(kinds.words, last, hash);
    if (isWide && lastButOne !== 0) add(kinds.threeWords, Math.imul(lastButOne, 31) ^ last, hash);
    lastButOne = last;
    last = hash;
  }
}

/** Each signal by itself, and with each other. */
function addSignals(signals: readonly SignalCode[], add: Add): void {
  const codes = signals.map((code) => hashOf(code)).sort((a, b) => a - b);
  for (const [place, code] of codes.entries()) {
    add(more.signal, code, 0);
    for (const other of codes.slice(place + 1)) add(more.signals, code, other);
  }
}
