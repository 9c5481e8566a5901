import { allowsVerb, type Claim, intervalOf, type Quantity, type Verb } from "../claim/index.ts";
import { readEdtf } from "../edtf/index.ts";
import {
  datesIn,
  type FoundDate,
  type FoundQuantity,
  quantitiesIn,
  verbNear,
} from "../proposing/index.ts";
import { deniesSomething } from "./denying.ts";
import type { Objection } from "./objection.ts";
import { isWithin, type Place } from "./place.ts";
import { clauseAt, isDenied } from "./statement.ts";

/** Words that say how many; "one" is a pronoun more often, and counts where something is counted with it. */
const numberWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|(?:m|b|tr)illions?|dozens?|half|halves|thirds|quarters?|double[ds]?|twice|triple[ds]?)\b/giu;
/** A number in any script: nothing of one is passed over. */
const figures = /\p{N}[\p{N}.,:/-]*/gu;

/** A month or a weekday that stands alone is a date too, which nobody could read. */
const calendar =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/gu;

/** How EDTF ends what goes on. Nothing began earlier than its claim says. */
const since = "/..";

/** What of a sentence is read as a number, a date, or the words of a claim that is quoted. */
export type ReadFigures = {
  quantities: readonly FoundQuantity[];
  dates: readonly FoundDate[];
  quoted: readonly Place[];
  /** All of them, with how exact a number is. */
  places: readonly Place[];
};

export function readFigures(sentence: string, claims: readonly Claim[]): ReadFigures {
  const dates = datesIn(sentence, undefined);
  const quantities = quantitiesIn(sentence).filter(
    ({ start, end }) => !dates.some((date) => start < date.end && date.start < end),
  );
  const texts = claims.flatMap(({ value }) => (value.is === "text" ? value.text : []));
  const quoted = placesOf(sentence, texts);
  const hedged = quantities.map(({ from: start, end }) => ({ start, end }));
  return { quantities, dates, quoted, places: [...hedged, ...dates, ...quoted] };
}

/**
 * Numbers and dates of a sentence that its claims don't have. A number has the claim's amount, unit, and no more exactness; a
 * date is no more exact than the claim's. The verb that a number goes with is one of the same claim.
 */
export function figureObjections(
  sentence: string,
  claims: readonly Claim[],
  { quantities, dates, quoted }: ReadFigures,
): Objection[] {
  const isCovered = (place: Place) => isWithin(place, [...dates, ...quantities, ...quoted]);
  const wordsOf = ({ start, end }: Place) => sentence.slice(start, end);
  const loose = [...sentence.matchAll(figures), ...sentence.matchAll(numberWords)]
    .map(({ 0: text, index }) => {
      const shown = text.replace(/[.,:/-]+$/, "");
      return { start: index, end: index + shown.length };
    })
    .filter((place) => !isCovered(place))
    .map((place): Objection => ({ code: "number", what: wordsOf(place) }));
  return [
    ...quantities
      .filter(
        (found) =>
          !isWithin(found, quoted) && !claims.some((claim) => isTold(claim, found, sentence)),
      )
      .map((found): Objection => ({ code: "number", what: wordsOf(found) })),
    ...dates
      .filter((found) => !isWithin(found, quoted))
      .flatMap((found) => dateObjection(found, claims, wordsOf(found))),
    ...loose,
    ...[...sentence.matchAll(calendar)]
      .map(({ 0: text, index }) => ({ start: index, end: index + text.length }))
      .filter((place) => !isCovered(place))
      .map((place): Objection => ({ code: "date", what: wordsOf(place) })),
  ];
}

/** Its statement says it as the claim does: with its verb, and no "not" that the claim hasn't. */
function isTold(claim: Claim, found: FoundQuantity, sentence: string): boolean {
  const isTurned =
    isDenied(clauseAt(sentence, { ...found, end: found.end })) && !deniesSomething(claim);
  return !isTurned && hasQuantity(claim, found, verbNear(sentence, found));
}

/** Whether a number is the claim's, no more exact, and with a verb that it has. */
export function hasQuantity(claim: Claim, found: FoundQuantity, verb: Verb | undefined): boolean {
  const { value } = claim;
  if (value.is !== "quantity" || value.unit !== found.value.unit) return false;
  const isSame = value.amount === found.value.amount && saysNoMore(found.value, value);
  return isSame && (verb === undefined || allowsVerb(claim, verb));
}

/** Whatever the claim can mean, the sentence can mean too. */
function saysNoMore(sentence: Quantity, claim: Quantity): boolean {
  const [said, meant] = [intervalOf(sentence), intervalOf(claim)];
  const isFrom =
    said.from < meant.from || (said.from === meant.from && (!said.isFromOpen || meant.isFromOpen));
  const isTo = said.to > meant.to || (said.to === meant.to && (!said.isToOpen || meant.isToOpen));
  return isFrom && isTo;
}

function dateObjection(found: FoundDate, claims: readonly Claim[], what: string): Objection[] {
  const { value, needs } = found;
  if (value.is === "later") {
    const isClaimed = claims.some((claim) => claim.value.is === "later");
    return isClaimed ? [] : [{ code: "date", what }];
  }
  if (value.is !== "date" || needs.includes("date")) return [{ code: "relative_date", what }];
  return claims.some(
    (claim) => claim.value.is === "date" && isNoMoreExact(value.edtf, claim.value.edtf),
  )
    ? []
    : [{ code: "date", what }];
}

function isNoMoreExact(sentence: string, claim: string): boolean {
  if (sentence === claim) return true;
  if (sentence.endsWith(since)) {
    return isNoMoreExact(sentence.slice(0, -since.length), claim.replace(since, ""));
  }
  if (sentence.startsWith("XXXX-")) {
    // A day or month without its year: the claim has it, and in one year.
    return /^\d{4}-\d{2}(?:-\d{2})?$/.test(claim) && claim.slice(4).startsWith(sentence.slice(4));
  }
  const [said, meant] = [readEdtf(sentence)?.span, readEdtf(claim)?.span];
  return (
    said !== undefined && meant !== undefined && said.from <= meant.from && meant.to <= said.to
  );
}

function placesOf(sentence: string, texts: readonly string[]): Place[] {
  return texts.flatMap((text) => {
    const start = sentence.indexOf(text);
    return start < 0 ? [] : { start, end: start + text.length };
  });
}
