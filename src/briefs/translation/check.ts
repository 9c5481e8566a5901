import { checkPlain, namesIn, wordsOfObjection } from "../sentence/index.ts";
import { isNoun } from "./nouns.ts";
import { type Facts, factsOf, translatedFacts } from "./reading.ts";
import { tellsTheSame } from "./statements.ts";
import { type TranslationLanguage, tongues } from "./tongues.ts";

/** Why a translation isn't taken: what of it isn't what the sentence says. */
export type TranslationObjection = { code: string; message: string };

/** A translation has so much more words than its sentence at most. */
const longer = { share: 2, words: 6 };

const told: Readonly<Record<keyof Facts, string>> = {
  numbers: "The numbers, with how exact they are and of what",
  dates: "The dates",
  statements:
    "What happened or is feared (data viewed, exposed, copied, published; a breach, payment, negotiation, extortion, risk, loss, bribe, fraud, lie), what of it may be so and what is denied, in this order",
  measures: "Words such as “all”, “most”, “many”, “few”, “only”, “hardly”",
  isPossible: "That it may be so",
  denials: "How often something is denied",
  isTheFirms: "That the firm says so",
};

/**
 * What a translation says otherwise than its sentence: another number, date, name, verb, "not" or "may". It stands on the
 * sentence's claims, and has none of its own. What it says beyond that, nobody's rules read.
 */
export function checkTranslation(
  { original, text }: { original: string; text: string },
  language: TranslationLanguage,
  firm: string,
): TranslationObjection[] {
  const plain = checkPlain(text);
  if (plain.length > 0) {
    return plain.map((one) => ({ code: one.code, message: wordsOfObjection(one) }));
  }
  const [is, was] = [translatedFacts({ original, text }, language, firm), factsOf(original, firm)];
  const differing = (Object.keys(told) as (keyof Facts)[])
    .filter((name) =>
      name === "statements"
        ? !tellsTheSame(is.statements, was.statements)
        : JSON.stringify(is[name]) !== JSON.stringify(was[name]),
    )
    .map((name) => ({
      code: "translation_differs",
      message: `${told[name]}: the sentence has ${shown(was[name])}, the translation ${shown(is[name])}.`,
    }));
  return [
    ...differing,
    ...nameObjections(original, text, language, firm),
    ...lengthObjections(original, text),
  ];
}

/** The sentence's names, letter by letter, and no others. In German a noun has a capital too. */
function nameObjections(
  original: string,
  text: string,
  language: TranslationLanguage,
  firm: string,
): TranslationObjection[] {
  const known = new Set([...wordsIn(original), ...wordsIn(firm)]);
  const names = [...namesIn(original), ...wordsIn(firm).filter((word) => original.includes(word))];
  const missing = [...new Set(names)].filter((name) => !text.includes(name));
  const { beginners, calendar } = tongues[language];
  const isUsual = (word: string) =>
    known.has(word) ||
    new RegExp(`^(?:${beginners}|${calendar.months.replaceAll(" ", "|")})$`, "iu").test(word) ||
    (language === "de" && isNoun(word));
  const added = wordsIn(text).filter((word) => /\p{Lu}|(?!\p{Script=Latin})\p{L}/u.test(word));
  return [
    ...missing.map((name) => said(`“${name}” is in the sentence, and isn't in the translation.`)),
    ...added
      .filter((word) => !isUsual(word))
      .map((word) => said(`“${word}” may be a name, and isn't in the sentence.`)),
  ];
}

/** Without what French puts before a word, and what says whose it is. */
function wordsIn(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => word.length > 1);
}

function lengthObjections(original: string, text: string): TranslationObjection[] {
  const [is, was] = [text, original].map((one) => one.split(/\s+/).length);
  const most = (was ?? 0) * longer.share + longer.words;
  return (is ?? 0) > most ? [said(`It has ${is} words, the sentence ${was}: it says more.`)] : [];
}

function said(message: string): TranslationObjection {
  return { code: "translation_differs", message };
}

function shown(value: Facts[keyof Facts]): string {
  if (typeof value === "boolean") return value ? "it" : "it not";
  if (typeof value === "number") return String(value);
  return value.length === 0 ? "none" : value.map((one) => [one].flat().join(" and ")).join("; ");
}
