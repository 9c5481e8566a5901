import { allowsVerb, type Claim } from "../claim/index.ts";
import { verbsIn } from "../proposing/index.ts";
import type { Objection } from "./objection.ts";
import { isWithin, type Place } from "./place.ts";
import { isPlain, stemOf } from "./vocabulary.ts";
import { wordsIn } from "./words.ts";

const negations =
  /\b(?:no|not|never|none|neither|nor|nobody|nothing|without|cannot|den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing|al))\b|n[’']t\b/giu;
const negation = new RegExp(negations.source, "iu");
/** Answers that say that something isn't so. */
const negative =
  /^(?:no|not|none|never|nothing|nobody|neither|refus\w*|den(?:y|ies|ied)|without)(?:_|$)/;
/** Phrases with a "no" that deny nothing. */
const idle =
  /\b(?:no (?:matter|question|doubt|wonder|surprise|less)|(?:no|not) more than|not (?:only|just|least|merely)|without (?:an? |any )?(?:doubt|question)|nothing (?:less|short))\b/giu;
/** A "no" that stands behind what it denies, such as in its object: "viewed none", "passwords were not". */
const behindIt = /\b(?:no|not|none|never|neither|nobody|nothing|denied|refused)\b/iu;
/** The same of a verb: not of the next one, "data that were viewed were not lost". */
const behindVerb = new RegExp(
  `(?<!\\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can)\\s)${behindIt.source}`,
  "iu",
);
const saying = "(?:says?|said|states?|stated|writes?|wrote|claims?|claimed)";
const goingOn =
  "(?:that|will|would|is|are|was|were|has|have|had|does|did|can|its?|they|their|he|she|no|not|never|nobody|nothing|neither|refuses?|den(?:y|ies|ied))";
/** What begins another statement within a sentence, of which another one's "not" or "may" says nothing. */
const breaks = new RegExp(
  [
    "[;:–—]|[.!?]\\s|,?\\s(?:but|although|though|while|whereas|however|yet|except)\\s|,\\s(?:and|or|as|so|which|who)\\s",
    "|,\\s(?=(?:no|not|never|nobody|nothing|without)\\b)",
    // The end of what ", but not" began.
    "|,\\s(?=(?:is|are|was|were|has|have|had)\\b)(?<=,\\s(?:but\\s)?not?\\s[^,]*,\\s)",
    `|\\sand\\s(?=${goingOn}\\b)|\\b${saying}\\s(?:that\\s)?`,
  ].join(""),
  "giu",
);

/** The statement of a sentence in which a place stands. */
export function clauseAt(sentence: string, place: Place): string {
  const { start, end } = rangeOf(sentence, place);
  return sentence.slice(start, end);
}

function rangeOf(sentence: string, { start, end }: Place): Place {
  const range = { start: 0, end: sentence.length };
  for (const { 0: found, index } of sentence.matchAll(breaks)) {
    if (index + found.length <= start) range.start = index + found.length;
    else if (index >= end) return { ...range, end: index };
  }
  return range;
}

export function isDenied(words: string): boolean {
  return negation.test(withoutIdle(words));
}

/** Whether a word is denied: by a "not" of its statement before it that no second one takes back, or by one behind it. */
export function isDeniedAt(sentence: string, { start, end }: Place): boolean {
  const range = rangeOf(sentence, { start, end });
  const before = withoutIdle(sentence.slice(range.start, start));
  const denials = [...before.matchAll(negations)].map(([found]) => found.toLowerCase());
  const own = denials.filter((found) => found !== "nor");
  const denying = verbsIn(sentence.slice(start, end)).length > 0 ? behindVerb : behindIt;
  const behind = denying.test(withoutIdle(sentence.slice(end, range.end))) ? 1 : 0;
  return (Math.max(own.length, Math.min(denials.length, 1)) + behind) % 2 === 1;
}

function withoutIdle(text: string): string {
  return text.replace(idle, (found) => " ".repeat(found.length));
}

/** Whether it, or a passage of it, says that something isn't so. */
export function deniesSomething(claim: Claim): boolean {
  return saysNo(claim) || claim.supports.some(({ quote }) => isDenied(quote.exact));
}

/** Whether it says no by itself or by its answer. */
export function saysNo({ denied, value }: Claim): boolean {
  if (denied) return true;
  if (value.is === "choice") return negative.test(value.option);
  return value.is === "text" && isDenied(value.text);
}

/**
 * That a sentence has a "not" for each thing that its claims deny, before or behind it, and no more of them than they have, nor
 * one for what another of its claims says of something else, nor tells what passages only deny.
 * @param sentence without what of it says how exact a number is
 */
export function denialObjections(sentence: string, claims: readonly Claim[]): Objection[] {
  const found = [...sentence.matchAll(negations)].map(([one]) => one);
  const [nos, yeses] = [claims.filter(saysNo), claims.filter((claim) => !saysNo(claim))];
  const matters = new Set(nos.map(({ slot, subject }) => `${subject} ${slot}`));
  const allowed = claims.reduce((sum, claim) => sum + lent(claim), 0);
  const isMore = denialsIn(sentence) > allowed;
  const said = readData(sentence);
  const isSaid = (stem: string) => said.told.has(stem) || said.denied.has(stem);
  const passages = yeses.map((claim) => ({
    number: claim.number,
    ...readTexts(textsOf(claim), isSaid),
  }));
  const isTurned =
    nos.some((claim) => yeses.some((other) => isDeniedToo(sentence, other, claim))) ||
    deniesTold(said, nos, passages);
  return [
    ...[
      ...nos.filter((claim) => matters.size > found.length || isAffirmed(sentence, claim, yeses)),
      ...passages.filter((passage) => tellsDenied(said, passage, passages)),
    ].map(({ number }): Objection => ({ code: "denial", what: String(number) })),
    ...(isMore || isTurned ? [{ code: "negation" as const, what: found.at(-1) ?? "" }] : []),
  ];
}

/** Whether a statement has what this claim alone is about without denying it, or none denies it. */
function isAffirmed(sentence: string, claim: Claim, yeses: readonly Claim[]): boolean {
  const denied = wordsDenied(claim);
  const own = denied.difference(new Set(yeses.flatMap((one) => [...wordsTold(one)])));
  const rivals = yeses.map(aboutOf).filter((words) => !words.isDisjointFrom(denied));
  const others = new Set(rivals.flatMap((words) => [...words])).difference(denied);
  const last = tellingsOf(sentence, own, denied, others);
  if (last.length > 0) return !last.every((place) => isDeniedAt(sentence, place));
  // What is denied is what another claim says of something else.
  if (own.size > 0 && rivals.length > 0) return true;
  const verbs = verbsIn(sentence).filter(({ verb }) => claim.denied && allowsVerb(claim, verb));
  if (verbs.length > 0) return !verbs.some((place) => isDeniedAt(sentence, place));
  return !isDenied(sentence);
}

/** Whether a sentence denies, of what one claim alone is about, what another one denies of something else. */
function isDeniedToo(sentence: string, claim: Claim, no: Claim): boolean {
  if (!tellsSameAct(claim, no)) return false;
  const [about, denied] = [aboutOf(claim), wordsDenied(no)];
  const last = tellingsOf(sentence, about.difference(denied), about, denied.difference(about));
  const shared = about.intersection(denied);
  return last
    .filter((place) =>
      wordsIn(clauseAt(sentence, place)).some(({ word }) => shared.has(stemOf(word))),
    )
    .some((place) => isDeniedAt(sentence, place));
}

/** Words, by their stems, that something tells and that it denies. */
type Read = { told: ReadonlySet<string>; denied: ReadonlySet<string> };

/** Whether a statement of data denies a word that passages tell and nothing of what is denied has. */
function deniesTold(said: Read, nos: readonly Claim[], passages: readonly Read[]): boolean {
  const free = new Set(nos.flatMap((claim) => [...aboutOf(claim)]));
  return [...said.denied].some(
    (stem) =>
      passages.some(({ told }) => told.has(stem)) &&
      !free.has(stem) &&
      !passages.some(({ denied }) => denied.has(stem)),
  );
}

/** Whether a statement of data tells a word that a claim's passage denies and none tells. */
function tellsDenied(said: Read, passage: Read, passages: readonly Read[]): boolean {
  const wrong = said.told.intersection(passage.denied);
  return [...wrong].some((stem) => !passages.some(({ told }) => told.has(stem)));
}

/** What a sentence tells and denies beside a word for what happened to data, or in a statement that a "not" begins. */
function readData(sentence: string): Read {
  return readTexts([sentence], (_, place) => {
    const clause = clauseAt(sentence, place);
    return verbsIn(clause).length > 0 || clause.search(negation) === 0;
  });
}

function readTexts(
  texts: readonly string[],
  isMeant: (stem: string, place: Place) => boolean,
): Read {
  const read = { told: new Set<string>(), denied: new Set<string>() };
  for (const text of texts) {
    const verbs = verbsIn(text);
    for (const { word, ...place } of wordsIn(text)) {
      if (isPlain(word) || negation.test(word) || isWithin(place, verbs)) continue;
      const stem = stemOf(word);
      if (isMeant(stem, place)) read[isDeniedAt(text, place) ? "denied" : "told"].add(stem);
    }
  }
  return read;
}

/** By their verb, or as "funds_lost" and "data_lost" do. */
function tellsSameAct(claim: Claim, no: Claim): boolean {
  const [act, denied] = [claim, no].map(({ slot }) => slot.split("_").at(-1));
  const isSame = act === denied && /^(?:choice|text)$/.test(claim.value.is);
  return isSame || (claim.verb !== undefined && claim.verb === no.verb);
}

/**
 * Where each statement that has one of the own words tells the last thing of it: the last of the words from there on, before one that
 * is another's.
 */
function tellingsOf(
  sentence: string,
  own: ReadonlySet<string>,
  words: ReadonlySet<string>,
  others: ReadonlySet<string>,
): Place[] {
  const places = wordsIn(sentence).map(({ word, ...place }) => ({ ...place, stem: stemOf(word) }));
  const statements = Map.groupBy(places, (place) => rangeOf(sentence, place).start);
  return [...statements.values()].flatMap((all) => {
    const at = all.findLastIndex(({ stem }) => own.has(stem));
    if (at < 0) return [];
    const rest = all.slice(at);
    const end = rest.findIndex(({ stem }) => others.has(stem));
    return rest.slice(0, end < 0 ? undefined : end).findLast(({ stem }) => words.has(stem)) ?? [];
  });
}

/** What is denied, in the words of its question and of the passages' statements that have a "not". */
function wordsDenied(claim: Claim): Set<string> {
  const { slot, value, denied } = claim;
  const own = textsOf(claim).flatMap((text) =>
    wordsIn(text).filter((place) => isDenied(clauseAt(text, place))),
  );
  const option = denied && value.is === "choice" ? value.option.split("_") : [];
  const words = [...slot.split("_"), ...option, ...own.map(({ word }) => word)];
  return new Set(words.filter((word) => !isPlain(word) && !negation.test(word)).map(stemOf));
}

/** The words of its question, and those that its passages don't deny. */
function wordsTold({ slot, supports }: Claim): Set<string> {
  const told = supports.flatMap(({ quote }) =>
    wordsIn(quote.exact).filter((place) => !isDeniedAt(quote.exact, place)),
  );
  return new Set([...slot.split("_"), ...told.map(({ word }) => word)].map(stemOf));
}

/** What it is about, in the words of its question, its answer and its passages. */
function aboutOf(claim: Claim): Set<string> {
  const { slot, value } = claim;
  const option = value.is === "choice" ? value.option.split("_") : [];
  const told = textsOf(claim).flatMap((text) => wordsIn(text).map(({ word }) => word));
  const words = [...option, ...told].filter((word) => !isPlain(word));
  return new Set([...slot.split("_"), ...words].map(stemOf));
}

function textsOf({ supports, value }: Claim): string[] {
  return [...supports.map(({ quote }) => quote.exact), value.is === "text" ? value.text : ""];
}

function lent(claim: Claim): number {
  return Math.max(saysNo(claim) ? 1 : 0, ...textsOf(claim).map(denialsIn));
}

/** How often a text denies something: "neither … nor" does so once. */
export function denialsIn(text: string): number {
  const words = [...text.matchAll(negations)].map(([word]) => word.toLowerCase());
  return words.includes("neither") ? words.filter((word) => word !== "nor").length : words.length;
}
