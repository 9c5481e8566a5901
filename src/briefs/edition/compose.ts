import { dayOf } from "#platform";
import type { Brief } from "../brief/index.ts";
import { type Claim, type Statement, stands, statusOf, visibilityOf } from "../claim/index.ts";
import type { Known } from "../keeping/index.ts";
import { isAnswered, possibleAnswers, type Question } from "../question/index.ts";
import { changesBetween, correctionsOf } from "./correcting.ts";
import { type DraftLine, type Written, writtenSections } from "./draft.ts";
import type {
  Body,
  Edition,
  Sentence,
  ShownClaim,
  ShownSource,
  TranslatedSentences,
} from "./file.ts";
import { wordsOfClaim } from "./words.ts";

/** An edition as it was published, and the hash of its bytes. */
type Published = { body: Body; sha256: string };

/** The draft's sentences in another language. */
export type Translation = {
  language: TranslatedSentences["language"];
  sentences: readonly { question: string | undefined; text: string }[];
};

/** What an edition is made of. */
export type Material = {
  brief: Brief;
  known: Known;
  /** Those that may be shown: none that came from a reader. */
  questions: readonly Question[];
  lines: readonly DraftLine[];
  /** Of the lines, one text for each, in their order. */
  translations: readonly Translation[];
  previous: Published | undefined;
  reason: string | undefined;
  /** What readers should do now, in the policy's words. */
  advice: readonly string[];
  now: Date;
};

/**
 * Puts an edition together: the sentences are the draft's, everything else is made of claims, questions and sources. What
 * isn't public isn't in it. Whether it may be published, `objectionsTo` says.
 */
export function composeEdition(material: Material): Edition {
  const { brief, known, lines, previous, reason, now } = material;
  const number = (previous?.body.number ?? 0) + 1;
  const earlier = previous?.body.is === "edition" ? previous.body : undefined;
  const told = { sections: sectionsOf(lines), faq: faqOf(lines) };
  const translations = material.translations.map((one) => translationOf(one, lines));
  const disputed = disputesOf(known);
  const unclear = unclearOf(material);
  const corrections = earlier ? correctionsOf(earlier, known, number) : [];
  const used = new Set([
    ...lines.flatMap(({ claims }) => claims),
    ...disputed.flatMap(({ sides }) => sides.flatMap(({ claims }) => claims)),
    ...unclear.claims,
    ...unclear.answered.map(({ claim }) => claim),
    ...corrections.flatMap(({ because, claim, into }) => [
      ...(because === "withdrawn" ? [] : [claim]),
      ...(into === null ? [] : [into]),
    ]),
  ]);
  const claims = known.claims.filter((claim) => used.has(claim.number) && isShown(claim));
  return {
    holdfast_brief: 1,
    brief: brief.id,
    number,
    dated: now.toISOString(),
    firm: brief.firm,
    previous: previous ? { number: previous.body.number, sha256: previous.sha256 } : null,
    reason: reason ?? null,
    is: "edition",
    written_by: brief.authorRole,
    ...told,
    disputed,
    unclear,
    advice: [...material.advice],
    transparency: transparencyOf(known),
    claims: claims.map((claim) => shownClaim(claim, known)),
    sources: listedSources(known),
    corrections,
    changes: earlier ? changesBetween(earlier, { ...told, translations }) : [],
    translations,
  };
}

/** Whether readers may see a claim in an edition. */
export function isShown(claim: Claim): boolean {
  return visibilityOf(claim) === "public" && statusOf(claim) !== "withdrawn";
}

/** The claims that readers may see of a brief. */
export function shownClaims({ claims }: Known): Claim[] {
  return claims.filter(isShown);
}

function sentenceOf({ text, claims }: DraftLine): Sentence {
  return { text, claims: [...claims] };
}

function sectionsOf(lines: readonly DraftLine[]): Edition["sections"] {
  const names = writtenSections.filter((name): name is Exclude<Written, "faq"> => name !== "faq");
  return Object.fromEntries(
    names.map((name) => [name, lines.filter(({ section }) => section === name).map(sentenceOf)]),
  ) as Edition["sections"];
}

function faqOf(lines: readonly DraftLine[]): Edition["faq"] {
  const asked = lines.filter(({ section }) => section === "faq");
  return [...Map.groupBy(asked, ({ question }) => question ?? "")].map(([question, answers]) => ({
    question,
    sentences: answers.map(sentenceOf),
  }));
}

/** A draft's lines with the translated texts make the same sections. */
function translationOf(
  { language, sentences }: Translation,
  lines: readonly DraftLine[],
): TranslatedSentences {
  const told = lines.map((line, place) => ({ ...line, text: sentences[place]?.text ?? "" }));
  const own = sectionsOf(told);
  const asked = new Map(lines.map(({ question }, place) => [question, sentences[place]?.question]));
  return {
    language,
    sections: Object.fromEntries(
      Object.entries(own).map(([name, all]) => [name, all.map(({ text }) => text)]),
    ) as TranslatedSentences["sections"],
    faq: faqOf(told).map(({ question, sentences: answers }) => ({
      question: asked.get(question) ?? "",
      sentences: answers.map(({ text }) => text),
    })),
  };
}

/** Each question of which a claim that readers may see is disputed, with everything that is publicly said to it. */
function disputesOf(known: Known): Edition["disputed"] {
  const shown = known.claims.filter((claim) => isShown(claim) && stands(claim));
  const groups = Map.groupBy(shown, ({ subject, slot }) => `${subject} ${slot}`);
  return [...groups.values()]
    .filter((claims) => claims.some((claim) => statusOf(claim) === "disputed"))
    .map((claims) => ({
      subject: claims[0]?.subject ?? "",
      slot: claims[0]?.slot ?? "",
      sides: [...Map.groupBy(claims, wordsOf)].map(([says, side]) => ({
        says,
        claims: side.map(({ number }) => number),
        sources: namesOf(side, known),
      })),
    }));
}

function wordsOf(claim: Statement): string {
  return wordsOfClaim(claim);
}

function unclearOf({ known, questions }: Material): Edition["unclear"] {
  return {
    questions: questions
      .filter((question) => !isAnswered(question, known.claims))
      .map(({ number, text, whoCouldAnswer, askedOn, checks }) => {
        const checked = checks.at(-1);
        return {
          ...{ number, text, who_could_answer: whoCouldAnswer ?? null, asked_on: askedOn },
          checked_on: checked ? dayOf(checked.at) : null,
        };
      }),
    answered: questions.flatMap((question) => answerOf(question, known)),
    claims: shownClaims(known)
      .filter((claim) => statusOf(claim) === "open")
      .map(({ number }) => number),
  };
}

/** The claim that answers a question, where readers may see it, and the first source that told it. */
function answerOf(question: Question, known: Known): Edition["unclear"]["answered"] {
  if (!isAnswered(question, known.claims)) return [];
  const last = question.checks.at(-1)?.claim;
  const claim = known.claims.find(({ id }) => id === last);
  if (!(claim && isShown(claim))) return [];
  const first = possibleAnswers(question, [claim], known.sources)[0]?.source;
  const { number, text, askedOn } = question;
  return [
    {
      ...{ number, text, asked_on: askedOn, claim: claim.number },
      ...{ source: first?.name ?? null, published: first?.published ?? null },
    },
  ];
}

function transparencyOf(known: Known): Edition["transparency"] {
  const sources = [...known.sources.values()];
  const { groups } = known.origins;
  return {
    read: sources.length,
    listed: listedSources(known).length,
    origins: groups.length,
    by_text: groups.filter(({ bases }) => bases.has("text")).length,
    by_hand: groups.filter(({ bases }) => bases.has("hand")).length,
    untold: groups.filter(({ bases }) => bases.size === 0).length,
    facts_only: sources.filter(({ capture }) => capture === "facts").length,
    doubted: sources.filter(
      ({ reliability }) => reliability === "doubtful" || reliability === "invented",
    ).length,
  };
}

/** Sources behind what readers may see: of the others, only how many there are. */
function listedSources(known: Known): ShownSource[] {
  const names = new Set(namesOf(shownClaims(known), known));
  return [...known.sources.values()]
    .filter(({ name }) => names.has(name))
    .map((source) => {
      const group = known.origins.of(source.id);
      const place = group && group.bases.size > 0 ? known.origins.groups.indexOf(group) + 1 : null;
      return {
        ...{ name: source.name, kind: source.kind, publisher: source.publisher ?? null },
        ...{ url: source.url ?? null, published: source.published ?? null },
        captured_on: dayOf(source.capturedAt),
        ...{ capture: source.capture, sha256: source.sha256, reliability: source.reliability },
        origin: place ?? null,
      };
    });
}

function shownClaim(claim: Claim, known: Known): ShownClaim {
  const { number, slot, subject, speaker, verb, denied, possible, supports } = claim;
  return {
    ...{
      number,
      slot,
      subject,
      value: claim.value,
      says: wordsOfClaim(claim),
      status: statusOf(claim),
      speaker,
    },
    ...{ verb: verb ?? null, denied, possible },
    supports: supports.map(({ source, quote }) => ({
      source: known.sources.get(source)?.name ?? "",
      exact: quote.exact,
    })),
  };
}

function namesOf(claims: readonly Claim[], known: Known): string[] {
  const names = claims.flatMap((claim) => known.sourcesOf(claim).map(({ name }) => name));
  return [...new Set(names)].sort();
}
