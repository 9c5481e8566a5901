import { type Claim, lostGrounds, stands, statusOf, statusWords } from "../claim/index.ts";
import type { Known } from "../keeping/index.ts";
import {
  checkAsked,
  checkSentence,
  checkWords,
  type Objection,
  wordsOfObjection,
} from "../sentence/index.ts";
import { checkTranslation } from "../translation/index.ts";
import { type Material, shownClaims } from "./compose.ts";
import { type DraftLine, written } from "./draft.ts";
import type { Edition } from "./file.ts";

/** What keeps an edition from being published: where, of which words, and why. */
export type EditionObjection = { section: string; text: string; code: string; message: string };

const summaryWordsMax = 60;
const headlineLettersMax = 120;

/**
 * Everything that keeps a draft from being published. A sentence says no more than its claims; what is confirmed still has
 * its grounds; a dispute has its sides; what must be told is told.
 */
export function objectionsTo(material: Material, edition: Edition): EditionObjection[] {
  return [
    ...material.lines.flatMap((line) => lineObjections(line, material)),
    ...material.translations.flatMap((one) => translationObjections(one, material)),
    ...groundObjections(material, edition),
    ...missingSections(edition),
    ...lengths(edition),
    ...disputeObjections(edition),
    ...questionObjections(material, edition),
    ...reasonObjections(material, edition),
    ...(material.previous?.body.is === "withdrawal"
      ? [objection("edition", "", "withdrawn", "The brief is withdrawn: nothing follows on it.")]
      : []),
  ];
}

function lineObjections(line: DraftLine, { brief, known }: Material): EditionObjection[] {
  const { section, text, question } = line;
  const claims: Claim[] = [];
  const objections: EditionObjection[] = [];
  for (const number of line.claims) {
    const claim = known.claims.find((one) => one.number === number);
    if (!claim) {
      objections.push(objection(section, text, "claim_unknown", `There is no claim ${number}.`));
      continue;
    }
    claims.push(claim);
    const why = whyGroundless(claim, known);
    if (why) objections.push(objection(section, text, "claim_groundless", why));
  }
  const countedBy = section === "firm_says" ? undefined : evidenceAgainst(claims, known);
  if (countedBy) objections.push(objection(section, text, "evidence_first", countedBy));
  const checked = checkSentence({ text, section: written[section] }, claims, brief.firm);
  const asked = question === undefined ? [] : checkAsked(question, claims, brief.firm);
  return [
    ...objections,
    ...asWords(section, text, checked),
    ...asWords(section, question ?? "", asked),
  ];
}

function whyGroundless(claim: Claim, known: Known): string | undefined {
  if (!lostGrounds(claim, known.groundsOf(claim))) return undefined;
  const status = statusWords[statusOf(claim)];
  return `Claim ${claim.number} is ${status}, and what is behind it isn't enough any more.`;
}

/** What an edition tells of claims beside its sentences, such as the answer to a question, has its grounds too. */
function groundObjections({ lines, known }: Material, edition: Edition): EditionObjection[] {
  const told = new Set(lines.flatMap(({ claims }) => claims));
  return edition.claims
    .filter(({ number }) => !told.has(number))
    .flatMap(({ number, says }) => {
      const claim = known.claims.find((one) => one.number === number);
      const why = claim && whyGroundless(claim, known);
      return why ? [objection("claims", says, "claim_groundless", why)] : [];
    });
}

function translationObjections(
  { language, sentences }: Material["translations"][number],
  { lines, brief }: Material,
): EditionObjection[] {
  return lines.flatMap(({ section, text: original, question }, place) => {
    const given = sentences[place];
    const pairs = [
      [original, given?.text ?? ""],
      ...(question === undefined ? [] : [[question, given?.question ?? ""]]),
    ] as const;
    return pairs.flatMap(([of, text = ""]) =>
      checkTranslation({ original: of ?? "", text }, language, brief.firm).map((one) =>
        objection(section, text, one.code, `${language}: ${one.message}`),
      ),
    );
  });
}

/** Where evidence counts something, nobody's word does: not the number, and not by how much it may be wrong. */
function evidenceAgainst(claims: readonly Claim[], known: Known): string | undefined {
  const isEvidence = (claim: Claim) =>
    known.sourcesOf(claim).some(({ kind }) => kind === "evidence");
  for (const claim of claims) {
    if (claim.value.is !== "quantity" || isEvidence(claim)) continue;
    const { slot, subject, value } = claim;
    const counted = known.claims.find(
      (one) =>
        one.slot === slot &&
        one.subject === subject &&
        one.value.is === "quantity" &&
        one.value.unit === value.unit &&
        stands(one) &&
        isEvidence(one),
    );
    if (counted) {
      return `Claim ${claim.number} is a number that evidence counts: tell claim ${counted.number}, or put it under what the firm says.`;
    }
  }
  return undefined;
}

function missingSections({ sections, unclear }: Edition): EditionObjection[] {
  const missing = [
    ...(sections.headline.length === 1 ? [] : ["headline"]),
    ...(sections.summary.length > 0 ? [] : ["summary"]),
    ...(sections.known.length + sections.firm_says.length > 0 ? [] : ["known"]),
    ...(unclear.questions.length + unclear.claims.length > 0 ? [] : ["unclear"]),
  ];
  const why: Readonly<Record<string, string>> = {
    headline: "A brief has one headline.",
    summary: "There is no summary.",
    known: "Nothing is told as known, and nothing as the firm's word.",
    unclear: "Nothing is open. Ask at least one question, with who could answer it.",
  };
  return missing.map((section) => objection(section, "", "section_empty", why[section] ?? ""));
}

function lengths({ sections }: Edition): EditionObjection[] {
  const words = sections.summary.flatMap(({ text }) => text.split(/\s+/)).length;
  const long = sections.headline.filter(({ text }) => text.length > headlineLettersMax);
  return [
    ...(words > summaryWordsMax
      ? [
          objection(
            "summary",
            "",
            "too_long",
            `The summary has ${words} words; ${summaryWordsMax} are enough.`,
          ),
        ]
      : []),
    ...long.map(({ text }) =>
      objection("headline", text, "too_long", `It is over ${headlineLettersMax} letters long.`),
    ),
  ];
}

function disputeObjections({ disputed }: Edition): EditionObjection[] {
  return disputed
    .filter(({ sides }) => sides.length < 2)
    .map(({ subject, slot, sides }) =>
      objection(
        "disputed",
        `${subject}, ${slot}: ${sides[0]?.says ?? ""}`,
        "one_sided",
        "One side of the dispute alone is public. Make the others public too.",
      ),
    );
}

function questionObjections({ known, brief }: Material, { unclear }: Edition): EditionObjection[] {
  const claims = shownClaims(known);
  return unclear.questions
    .flatMap(({ text, who_could_answer: who }) => [
      ...asWords("unclear", text, checkWords(text, claims, brief.firm)),
      ...asWords("unclear", who ?? "", who === null ? [] : checkWords(who, claims, brief.firm)),
    ])
    .concat(
      unclear.answered.flatMap(({ text }) =>
        asWords("unclear", text, checkWords(text, claims, brief.firm)),
      ),
    );
}

function reasonObjections(
  { known, brief, previous }: Material,
  { reason }: Edition,
): EditionObjection[] {
  if (reason !== null) {
    return asWords("reason", reason, checkWords(reason, shownClaims(known), brief.firm));
  }
  return previous
    ? [objection("reason", "", "no_reason", "Say why there is another edition.")]
    : [];
}

function asWords(
  section: string,
  text: string,
  objections: readonly Objection[],
): EditionObjection[] {
  return objections.map((one) => objection(section, text, one.code, wordsOfObjection(one)));
}

function objection(section: string, text: string, code: string, message: string): EditionObjection {
  return { section, text, code, message };
}
