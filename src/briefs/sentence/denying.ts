import { allowsVerb, type Claim } from "../claim/index.ts";
import { verbsIn } from "../proposing/index.ts";
import type { Objection } from "./objection.ts";
import { isWithin, type Place } from "./place.ts";
import {
  clauseAt,
  isDenied,
  negationsIn,
  type Reading,
  readingAt,
  statementAt,
  statementsOf,
  tellsByItself,
} from "./statement.ts";
import { isPlain, stemOf } from "./vocabulary.ts";
import { wordsIn } from "./words.ts";

/** Answers that say that something isn't so. */
const negative =
  /^(?:no|not|none|never|nothing|nobody|neither|refus\w*|den(?:y|ies|ied)|without)(?:_|$)/;

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
 * A whole sentence of a claim's passage denies what it denies.
 * @param sentence without what of it says how exact a number is
 * @param quoted claims that have it as a sentence of a passage
 */
export function denialObjections(
  sentence: string,
  claims: readonly Claim[],
  quoted: readonly Claim[],
): Objection[] {
  const found = negationsIn(sentence);
  const [nos, yeses] = [claims.filter(saysNo), claims.filter((claim) => !saysNo(claim))];
  const matters = new Set(nos.map(({ slot, subject }) => `${subject} ${slot}`));
  const allowed = claims.reduce((sum, claim) => sum + lent(claim), 0);
  const isMore = denialsIn(sentence) > allowed;
  const said = readData(sentence);
  const all = said.told.union(said.denied).union(said.unclear);
  const passages = yeses.map((claim) => ({
    number: claim.number,
    ...readPassages(claim, (stem) => all.has(stem)),
  }));
  const isTurned =
    nos.some((claim) => yeses.some((other) => isDeniedToo(sentence, other, claim))) ||
    deniesTold(said, nos, passages);
  const affirmed = nos
    .filter((claim) => !quoted.includes(claim))
    .filter((claim) => matters.size > found.length || isAffirmed(sentence, claim, yeses))
    .map(({ number }) => objectionTo(number));
  if (quoted.length > 0) return affirmed;
  return [
    ...affirmed,
    ...passages
      .filter((passage) => tellsDenied(said, passage, passages))
      .map(({ number }) => objectionTo(number)),
    ...(isMore || isTurned ? [{ code: "negation" as const, what: found.at(-1) ?? "" }] : []),
  ];
}

function objectionTo(number: number): Objection {
  return { code: "denial", what: String(number) };
}

/** Whether a statement has what this claim alone is about without denying it, or none denies it. */
function isAffirmed(sentence: string, claim: Claim, yeses: readonly Claim[]): boolean {
  const denied = wordsDenied(claim);
  const own = denied.difference(new Set(yeses.flatMap((one) => [...wordsTold(one)])));
  const rivals = yeses.map(aboutOf).filter((words) => !words.isDisjointFrom(denied));
  const others = new Set(rivals.flatMap((words) => [...words])).difference(denied);
  const last = tellingsOf(sentence, own, denied, others);
  if (last.length > 0) return !last.every((place) => readingAt(sentence, place) === "denied");
  // What is denied is what another claim says of something else.
  if (own.size > 0 && rivals.length > 0) return true;
  const verbs = verbsIn(sentence).filter(({ verb }) => claim.denied && allowsVerb(claim, verb));
  if (verbs.length > 0) return !verbs.some((place) => readingAt(sentence, place) === "denied");
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
    .some((place) => readingAt(sentence, place) !== "told");
}

/** The words of something, by their stems, and how it has them. */
type Read = Readonly<Record<Reading, ReadonlySet<string>>>;

/** Whether a statement of data may deny a word that passages tell and nothing of what is denied has. */
function deniesTold(said: Read, nos: readonly Claim[], passages: readonly Read[]): boolean {
  const free = new Set(nos.flatMap((claim) => [...aboutOf(claim)]));
  return [...said.denied, ...said.unclear].some(
    (stem) =>
      passages.some(({ told }) => told.has(stem)) &&
      !free.has(stem) &&
      !passages.some(({ denied }) => denied.has(stem)),
  );
}

/** Whether a statement of data may tell a word that a claim's passage may deny and none tells. */
function tellsDenied(said: Read, passage: Read, passages: readonly Read[]): boolean {
  const wrong = said.told.union(said.unclear).intersection(passage.denied.union(passage.unclear));
  return [...wrong].some((stem) => !passages.some(({ told }) => told.has(stem)));
}

/** What a sentence has beside a word for what happened to data, or in a statement that a "not" begins, with what goes on there. */
function readData(sentence: string): Read {
  const meant: Place[] = [];
  let isMeant = false;
  for (const place of statementsOf(sentence)) {
    const words = sentence.slice(place.start, place.end);
    const isOfData = verbsIn(words).length > 0 || isDenied(/^\S*/.exec(words)?.[0] ?? "");
    const goesOn = !tellsByItself(words) && !isDenied(words);
    isMeant = isOfData || (isMeant && goesOn);
    if (isMeant) meant.push(place);
  }
  return readTexts([sentence], (_, place) => isWithin(place, meant));
}

/** What a claim's passages have of some words; those of its question and its answer are told. */
function readPassages(claim: Claim, isSaid: (stem: string) => boolean): Read {
  const { slot, value } = claim;
  const read = readTexts(textsOf(claim), isSaid);
  const own = `${slot} ${value.is === "choice" ? value.option : ""}`.split(/[_ ]/).map(stemOf);
  return { ...read, told: read.told.union(new Set(own.filter(isSaid))) };
}

function readTexts(
  texts: readonly string[],
  isMeant: (stem: string, place: Place) => boolean,
): Read {
  const read = { told: new Set<string>(), denied: new Set<string>(), unclear: new Set<string>() };
  for (const text of texts) {
    const verbs = verbsIn(text);
    for (const { word, ...place } of wordsIn(text)) {
      if (isPlain(word) || isDenied(word) || isWithin(place, verbs)) continue;
      const stem = stemOf(word);
      if (isMeant(stem, place)) read[readingAt(text, place)].add(stem);
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
  const statements = Map.groupBy(places, (place) => statementAt(sentence, place).start);
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
  return new Set(words.filter((word) => !isPlain(word) && !isDenied(word)).map(stemOf));
}

/** The words of its question, and those that its passages don't deny. */
function wordsTold({ slot, supports }: Claim): Set<string> {
  const told = supports.flatMap(({ quote }) =>
    wordsIn(quote.exact).filter((place) => readingAt(quote.exact, place) === "told"),
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
function denialsIn(text: string): number {
  const words = negationsIn(text).map((word) => word.toLowerCase());
  return words.includes("neither") ? words.filter((word) => word !== "nor").length : words.length;
}
