import { type Claim, type Status, statusOf, visibilityOf } from "../claim/index.ts";
import type { Known } from "../keeping/index.ts";
import { type TranslationLanguage as Language, languages } from "../translation/index.ts";
import { type Written, writtenSections } from "./draft.ts";
import type { Edition, ShownClaim, TranslatedSentences } from "./file.ts";
import { wordsOfClaim, wordsOfName } from "./words.ts";

type Correction = Edition["corrections"][number];
type Change = Edition["changes"][number];

/**
 * What an earlier edition told, and isn't so or isn't told any more, by claim. Corrections stay in every later edition.
 * @param number of the edition that corrects
 */
export function correctionsOf(earlier: Edition, known: Known, number: number): Correction[] {
  const claims = new Map(known.claims.map((claim) => [claim.number, claim]));
  const fresh = earlier.claims.flatMap((shown) => {
    const claim = claims.get(shown.number);
    const correction = claim && correctionOf(shown, claim, known);
    const { slot, subject } = shown;
    return correction
      ? [{ edition: number, claim: shown.number, ...correction, slot, subject }]
      : [];
  });
  return [...earlier.corrections, ...fresh];
}

function correctionOf(
  shown: ShownClaim,
  claim: Claim,
  known: Known,
): Omit<Correction, "edition" | "claim"> | undefined {
  const status = statusOf(claim);
  if (visibilityOf(claim) !== "public" || status === "withdrawn") {
    return { because: "withdrawn", was: null, now: null, into: null };
  }
  if (status === shown.status) return undefined;
  if (status === "superseded") {
    const into = claim.decisions.at(-1)?.into;
    const next = into && known.claim(into);
    const isShown = next && visibilityOf(next) === "public";
    return {
      ...{ because: "superseded", was: shown.says },
      now: isShown ? wordsOfClaim(next) : null,
      into: isShown ? next.number : null,
    };
  }
  if (status === "refuted") return { because: "refuted", was: shown.says, now: null, into: null };
  const [was, now] = [shown.status, status].map((one: Status) => wordsOfName(one));
  return { because: "status", was: was ?? null, now: now ?? null, into: null };
}

type Told = Pick<Edition, "sections" | "faq" | "translations">;

/** Which sentences went and which came, section by section, in each language that both have; and the languages that came or went. */
export function changesBetween(earlier: Told, later: Told): Change[] {
  const own = writtenSections.flatMap((section) =>
    changesIn(section, textsOf(earlier, section), textsOf(later, section)),
  );
  return [...own, ...languages.flatMap((language) => changesOfLanguage(language, earlier, later))];
}

function changesOfLanguage(language: Language, earlier: Told, later: Told): Change[] {
  const [before, after] = [earlier, later].map(({ translations }) =>
    translations.find((one) => one.language === language),
  );
  if (before && after) {
    return writtenSections
      .flatMap((section) =>
        changesIn(section, translatedTexts(before, section), translatedTexts(after, section)),
      )
      .map((change) => ({ ...change, language }));
  }
  const whole = before ?? after;
  if (!whole) return [];
  const text = whole.sections.headline[0] ?? "";
  return [{ section: "translation", is: before ? "removed" : "added", text, language }];
}

function changesIn(
  section: Change["section"],
  before: readonly string[],
  after: readonly string[],
): Change[] {
  return [
    ...before
      .filter((text) => !after.includes(text))
      .map((text): Change => ({ section, is: "removed", text })),
    ...after
      .filter((text) => !before.includes(text))
      .map((text): Change => ({ section, is: "added", text })),
  ];
}

/** The languages that the edition before was in and this one isn't. */
export function lostLanguages({ changes }: Pick<Edition, "changes">): Language[] {
  return changes.flatMap(({ section, is, language }) =>
    section === "translation" && is === "removed" && language ? [language] : [],
  );
}

function translatedTexts(
  { sections, faq }: TranslatedSentences,
  section: Written,
): readonly string[] {
  if (section !== "faq") return sections[section];
  return faq.flatMap(({ question, sentences }) => sentences.map((text) => `${question} ${text}`));
}

function textsOf({ sections, faq }: Told, section: Written): string[] {
  if (section !== "faq") return sections[section].map(({ text }) => text);
  return faq.flatMap(({ question, sentences }) =>
    sentences.map(({ text }) => `${question} ${text}`),
  );
}
