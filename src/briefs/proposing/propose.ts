import { type Quote, quoteAt, type Speaker, type Value, type Verb } from "../claim/index.ts";
import type { Source } from "../source/index.ts";
import { datesIn } from "./dates.ts";
import { denialsIn } from "./denials.ts";
import { factIn } from "./facts.ts";
import { quantitiesIn } from "./quantities.ts";
import { type RawSection, sectionAt, sectionsIn } from "./sections.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { isPossible, speakerIn, verbNear } from "./wording.ts";

/** More than these nobody goes through. */
export const proposalsMax = 1_000;
const quotedWordsMin = 4;
const textLettersMax = 500;
/** What a raw brief tells as known: of these each sentence is something, also where no other rule reads it. */
const telling: ReadonlySet<RawSection> = new Set(["summary", "known", "disputed"]);

/** Sections of a raw brief that claim nothing of the case: what isn't known, other stories, headlines. */
const claimless: ReadonlySet<RawSection> = new Set([
  "unclear",
  "watch",
  "related",
  "transparency",
  "sources",
]);

/** Which rule found it. */
export type Rule = "fact" | "quantity" | "date" | "denial" | "quotation" | "statement";

/**
 * What a source may claim, with the sentence where it stands. It is nothing before a person takes it, and says what that
 * person has to say first: `slot`, when the rules can't tell which question it answers, `year` or `date`.
 */
export type Proposal = {
  rule: Rule;
  /** Where it stood, in a raw brief. */
  section: RawSection | undefined;
  slot: string | undefined;
  value: Value;
  possible: boolean;
  verb: Verb | undefined;
  speaker: Speaker;
  quote: Quote;
  needs: readonly ("slot" | "year" | "date")[];
};

type Found = Pick<Proposal, "rule" | "slot" | "value"> & {
  verb?: Verb | undefined;
  possible?: boolean;
  needs?: readonly ("year" | "date")[];
};

/**
 * Finds by rules what a source may claim: quantities, dates, denials, quotations, facts of a list, and what a raw brief calls known. The text is data: nothing in it changes
 * what is looked for.
 * @param firm whose word counts as the firm's
 */
export function propose(
  source: Pick<Source, "capture" | "text" | "published">,
  firm: string,
): Proposal[] {
  const proposals: Proposal[] = [];
  const sections = sectionsIn(source.text);
  for (const sentence of sentencesOf(source.text)) {
    const section = sectionAt(sections, sentence.start);
    if (section !== undefined && claimless.has(section)) continue;
    const isHeading = sections.some(({ start }) => start === sentence.start);
    const isTold = section !== undefined && telling.has(section) && !isHeading;
    for (const found of foundIn(sentence.text, source, isTold)) {
      proposals.push({ ...proposed(source.text, sentence, found, firm), section });
      if (proposals.length === proposalsMax) return proposals;
    }
  }
  return proposals;
}

function foundIn(
  sentence: string,
  { capture, text, published }: Pick<Source, "capture" | "text" | "published">,
  isTold: boolean,
): Found[] {
  const listed = capture === "facts" ? factIn(sentence, { text, published }) : undefined;
  if (listed) return [{ rule: "fact", ...listed }];
  const quantities = quantitiesIn(sentence).map(({ value, ...place }): Found => {
    const verb = verbNear(sentence, place);
    return { rule: "quantity", value, verb, slot: slotOfQuantity(value.unit, sentence, verb) };
  });
  const dates = datesIn(sentence, published).map(
    ({ value, needs }): Found => ({ rule: "date", value, needs, slot: slotOfDate(sentence) }),
  );
  const denials = denialsIn(sentence).map((denial): Found => ({ rule: "denial", ...denial }));
  const found = [...quantities, ...dates, ...denials, ...quotationsIn(sentence)];
  const isText = isTold && found.length === 0 && sentence.length <= textLettersMax;
  return isText
    ? [{ rule: "statement", slot: "statement", value: { is: "text", text: sentence } }]
    : found;
}

function proposed(
  text: string,
  sentence: Sentence,
  { rule, slot, value, verb, possible, needs = [] }: Found,
  firm: string,
): Omit<Proposal, "section"> {
  return {
    ...{ rule, slot, value, verb },
    possible: possible ?? isPossible(sentence.text),
    speaker: speakerIn(sentence.text, firm),
    quote: quoteAt(text, sentence.start, sentence.start + sentence.text.length),
    needs: slot === undefined ? ["slot", ...needs] : needs,
  };
}

function slotOfQuantity(
  unit: string,
  sentence: string,
  verb: Verb | undefined,
): string | undefined {
  if (unit === "incident") return "incident_count";
  if (unit.startsWith("percent_of")) return "affected_share";
  if (unit === "client") {
    return verb || /\b(?:affected|impacted)\b/i.test(sentence) ? "affected_count" : undefined;
  }
  if (unit === "staff")
    return /\b(?:support|insider|recruit|brib)/i.test(sentence) ? "insider_count" : undefined;
  const isMoney = ["usd", "eur", "gbp"].includes(unit);
  return isMoney && /\b(?:demand|ransom|extort)/i.test(sentence) ? "demand_amount" : undefined;
}

function slotOfDate(sentence: string): string | undefined {
  if (/\bsecond\b/i.test(sentence)) return "second_incident";
  if (/\bfirst (?:incident|case|breach|access)/i.test(sentence)) return "first_incident";
  if (/\b(?:disclosed|announced|made public|revealed)\b/i.test(sentence)) return "disclosed";
  return /\b(?:detected|discovered|tip|flagged)\b/i.test(sentence) ? "detected" : undefined;
}

/** What stands in quotation marks; a few words are a name or a label. */
function quotationsIn(sentence: string): Found[] {
  return [...sentence.matchAll(/“([^“”]+)”|"([^"]+)"/g)].flatMap(([, curly, straight]) => {
    const text = (curly ?? straight ?? "").trim();
    const isSaid = text.split(/\s+/).length >= quotedWordsMin && text.length <= textLettersMax;
    return isSaid ? { rule: "quotation", slot: "statement", value: { is: "text", text } } : [];
  });
}
