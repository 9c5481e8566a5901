import type { Objection } from "./objection.ts";
import { isPlain, stemOf } from "./vocabulary.ts";

/** A word with a capital, or with one in it; apostrophes and hyphens belong to it. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}.’'&-]*/gu;
const capital = /\p{Lu}/u;

/** What begins a sentence with a capital and names nobody; whatever else begins one is taken for a name. */
const beginners = new Set(
  (
    "a about above according after again all also although an and another any anybody anyone approximately are around as at because before both but by can clients " +
    "criminals customers data did do does during each either employees even every fewer following for from funds had has have he her here his how however i if in " +
    "it its just later least less many may more most much neither no nobody none nor not nothing now of on once one only or other our over people " +
    "police records roughly she should since so some somebody something staff still such support than that the their them then there these they this those though " +
    "to today two three four five six seven eight nine ten under until unlike up use videos was we were what when where whether which while who whoever whom whose why " +
    "will with within without would yes you your"
  ).split(" "),
);
/** What stands before the first word of a sentence. */
const begun = /(?:^|[.!?:…]["”’)]*\s+)["“‘(]*$/;
/** Written with a capital, and no names: what they stand in is read as dates. */
const calendar =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|i)$/i;

/**
 * Names of a sentence that stand in none of the given texts, letter by letter. A word with a capital is a name, except a usual word
 * at the beginning; so a text in another script, or all in capitals, is refused rather than passed.
 */
export function nameObjections(sentence: string, texts: readonly string[]): Objection[] {
  const known = new Set(
    texts.flatMap((text) => [...text.matchAll(word)].map(([found]) => bare(found))),
  );
  const stems = new Set([...known].map(stemOf));
  const objections: Objection[] = [];
  for (const { 0: found, index } of sentence.matchAll(word)) {
    const name = bare(found);
    const isUsual =
      begun.test(sentence.slice(0, index)) &&
      (beginners.has(name.toLowerCase()) || isPlain(name) || stems.has(stemOf(name)));
    if (isNameLike(name) && !isUsual && !known.has(name))
      objections.push({ code: "name", what: name });
  }
  return objections;
}

/** Words with a capital that don't begin a sentence, and aren't those of a calendar. */
export function namesIn(sentence: string): string[] {
  return [...sentence.matchAll(word)]
    .filter(({ index }) => !begun.test(sentence.slice(0, index)))
    .map(([found]) => bare(found))
    .filter(isNameLike);
}

/** Without the mark behind it, and without what says whose it is. */
function bare(found: string): string {
  return found.replace(/[.’'&-]+$/u, "").replace(/[’']s$/u, "");
}

/** Scripts without capitals have no way to say that a word is no name. */
function isNameLike(name: string): boolean {
  if (calendar.test(name)) return false;
  return capital.test(name) || /(?!\p{Script=Latin})\p{L}/u.test(name);
}
