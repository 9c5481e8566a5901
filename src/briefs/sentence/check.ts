import { removeSecrets } from "#guard";
import {
  allowsVerb,
  type Claim,
  type Status,
  statusOf,
  type Verb,
  visibilityOf,
} from "../claim/index.ts";
import { type FoundVerb, speakerIn, verbsIn } from "../proposing/index.ts";
import { canonicalText } from "../source/index.ts";
import { denialObjections, saysNo } from "./denying.ts";
import { figureObjections, hasQuantity, type ReadFigures, readFigures } from "./figures.ts";
import { nameObjections } from "./names.ts";
import type { Objection } from "./objection.ts";
import { claimsQuoted } from "./passage.ts";
import { isWithin } from "./place.ts";
import { saysPossibly } from "./possibly.ts";
import { speechObjections } from "./speech.ts";
import { clauseAt, readingAt } from "./statement.ts";
import { wordObjections } from "./words.ts";

/** What a section of a brief tells, and of which status its claims are. */
export const sections = {
  summary: ["confirmed", "firm_says"],
  known: ["confirmed"],
  firm_says: ["firm_says", "confirmed"],
  disputed: ["disputed"],
  unclear: ["open"],
  corrections: ["refuted", "superseded"],
} as const satisfies Readonly<Record<string, readonly Status[]>>;
export type Section = keyof typeof sections;

/** An e-mail address, or digits as long as a telephone number has them. */
const personal = /[^\s@]+@[^\s@]+\.[a-z]{2,}|(?<![\d,.])\+?\d(?:[ ()-]?\d){8,}/i;
/** A mark on what is no letter, or through a letter: it strikes out what a program still reads. */
const struck = /[^\p{L}\p{M}]\p{M}|[\u0335-\u0338\u20d0-\u20ff]/u;

/**
 * What keeps a sentence from being published: every number, date, name, verb and word of it that says something is in its
 * claims at no greater strength, and each claim may stand where it does. What it can't read it objects to.
 * @param firm whose name may stand anywhere @returns nothing for a sentence that says no more than its claims
 */
export function checkSentence(
  { text, section }: { text: string; section: Section },
  claims: readonly Claim[],
  firm: string,
): Objection[] {
  if (isHidden(text)) return [{ code: "hidden_characters", what: "" }];
  if (claims.length === 0) return [{ code: "no_claim", what: "" }];
  const figures = readFigures(text, claims);
  const names = nameObjections(text, textsOf(claims, firm));
  const read = [...figures.places, ...verbsIn(text)];
  const quoted = claimsQuoted(text, claims);
  return [
    ...claims.flatMap((claim) => claimObjections(claim, text, section, firm)),
    ...speechObjections(text, claims, figures, firm),
    ...certaintyObjections(text, claims, figures),
    ...denialObjections(withoutHedges(text, figures), claims, quoted),
    ...figureObjections(text, claims, figures),
    ...verbObjections(text, claims, figures, quoted.length > 0),
    ...names,
    ...wordObjections(text, claims, firm, read).filter(isNotAmong(names)),
    ...quotationObjections(text, claims),
    ...secretObjections(text),
  ];
}

/**
 * The same for words that tell nothing, such as a question: their numbers, dates and names are those of claims, and nothing of
 * them is a secret or hidden.
 */
export function checkWords(text: string, claims: readonly Claim[], firm: string): Objection[] {
  if (isHidden(text)) return [{ code: "hidden_characters", what: "" }];
  return [
    ...figureObjections(text, claims, readFigures(text, claims)),
    ...nameObjections(text, textsOf(claims, firm)),
    ...secretObjections(text),
  ];
}

/** The same for a question that an answer stands under: each of its words is one of the answer's claims. */
export function checkAsked(text: string, claims: readonly Claim[], firm: string): Objection[] {
  const objections = checkWords(text, claims, firm);
  const read = [...readFigures(text, claims).places, ...verbsIn(text)];
  const words = wordObjections(text, claims, firm, read);
  return [...objections, ...words.filter(isNotAmong(objections))];
}

/** What no text of a brief has, in whatever language: characters that nobody sees, and secrets. */
export function checkPlain(text: string): Objection[] {
  return isHidden(text) ? [{ code: "hidden_characters", what: "" }] : secretObjections(text);
}

function isHidden(text: string): boolean {
  return canonicalText(text).text !== text || struck.test(text);
}

/** What stands in quotation marks was said so, letter by letter. */
function quotationObjections(text: string, claims: readonly Claim[]): Objection[] {
  const said = textsOf(claims, "");
  return [...text.matchAll(/[“"„«]([^“”"„«»]+)[”"“»]/gu)]
    .map(([, words = ""]) => words.trim().replace(/[.,]$/, ""))
    .filter((words) => !said.some((one) => one.includes(words)))
    .map((what) => ({ code: "quotation", what }));
}

/** Where names may stand: in passages, in what is quoted, and the firm's own. */
function textsOf(claims: readonly Claim[], firm: string): string[] {
  const passages = claims.flatMap(({ supports }) => supports.map(({ quote }) => quote.exact));
  const said = claims.flatMap(({ value }) => (value.is === "text" ? value.text : []));
  return [...passages, ...said, firm];
}

function isNotAmong(objections: readonly Objection[]) {
  return ({ what }: Objection) => !objections.some((other) => other.what === what);
}

function claimObjections(claim: Claim, text: string, section: Section, firm: string): Objection[] {
  const objections: Objection[] = [];
  const object = (code: Objection["code"]) => objections.push({ code, what: String(claim.number) });
  const status = statusOf(claim);
  if (visibilityOf(claim) !== "public") object("claim_internal");
  const allowed: readonly Status[] = sections[section];
  if (!allowed.includes(status)) object("claim_status");
  if (status === "firm_says" && speakerIn(text, firm) !== "firm") object("attribution");
  return objections;
}

/** "Potentially" stands in the statement that has the claim's number; of another claim, anywhere. */
function certaintyObjections(
  text: string,
  claims: readonly Claim[],
  { quantities }: ReadFigures,
): Objection[] {
  return claims
    .filter(({ possible }) => possible)
    .filter((claim) => {
      const own = quantities.filter((found) => hasQuantity(claim, found, undefined));
      const clauses = own.length > 0 ? own.map((found) => clauseAt(text, found)) : [text];
      return !clauses.every(saysPossibly);
    })
    .map(({ number }) => ({ code: "certainty", what: String(number) }));
}

/** "No more than 2,000" denies nothing. */
function withoutHedges(text: string, { quantities }: ReadFigures): string {
  let [shown, at] = ["", 0];
  for (const { from, end } of quantities) {
    shown += text.slice(at, Math.max(at, from));
    at = end;
  }
  return shown + text.slice(at);
}

/** Words of a claim that is quoted are its own. What a passage's whole sentence denies, it denies. */
function verbObjections(
  text: string,
  claims: readonly Claim[],
  { quoted }: ReadFigures,
  isPassages: boolean,
): Objection[] {
  const isClaimed = (found: FoundVerb) => {
    const reading = readingAt(text, found);
    const isTold = claims.some((claim) => tells(claim, found.verb));
    if (reading === "told") return isTold;
    const isDenied = claims.some((claim) => denies(claim, found));
    if (reading === "denied") return isPassages || isDenied;
    return isPassages && (isTold || isDenied);
  };
  return verbsIn(text)
    .filter((found) => !isWithin(found, quoted) && !isClaimed(found))
    .map(({ word }) => ({ code: "verb", what: word }));
}

function tells(claim: Claim, verb: Verb): boolean {
  return !saysNo(claim) && allowsVerb(claim, verb);
}

/** It denies what it names: by its verb, or by an answer such as "nothing" with that word in a passage. */
function denies(claim: Claim, { verb, word }: FoundVerb): boolean {
  if (claim.denied && claim.verb !== undefined) return allowsVerb(claim, verb);
  const isNamed = claim.supports.some(({ quote }) =>
    quote.exact.toLowerCase().includes(word.toLowerCase()),
  );
  return saysNo(claim) && isNamed;
}

function secretObjections(text: string): Objection[] {
  const { decision, secrets } = removeSecrets(text);
  const isSecret = decision === "hold" || secrets.length > 0 || personal.test(text);
  return isSecret ? [{ code: "secret", what: "" }] : [];
}
