import { removeSecrets } from "#guard";
import { allowsVerb, type Claim, type Status, statusOf, visibilityOf } from "../claim/index.ts";
import { isPossible, speakerIn, verbsIn } from "../proposing/index.ts";
import { canonicalText } from "../source/index.ts";
import { figureObjections } from "./figures.ts";
import { nameObjections } from "./names.ts";
import type { Objection } from "./objection.ts";

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

const negation =
  /\b(?:no|not|never|none|neither|nor|nobody|nothing|without|denie[sd]|deny|refus(?:e|es|ed))\b|n[’']t\b/i;
/** An e-mail address, or digits as long as a telephone number has them. */
const personal = /[^\s@]+@[^\s@]+\.[a-z]{2,}|(?<![\d,.])\+?\d(?:[ ()-]?\d){8,}/i;

/**
 * What keeps a sentence from being published: every number, date, name and verb of it is in its claims at no greater
 * strength, and each claim may stand where it does. What it can't read it objects to.
 * @param firm whose name may stand anywhere @returns nothing for a sentence that says no more than its claims
 */
export function checkSentence(
  { text, section }: { text: string; section: Section },
  claims: readonly Claim[],
  firm: string,
): Objection[] {
  const canonical = canonicalText(text);
  if (canonical.text !== text) return [{ code: "hidden_characters", what: "" }];
  if (claims.length === 0) return [{ code: "no_claim", what: "" }];
  const said = saidBy(claims);
  return [
    ...claims.flatMap((claim) => claimObjections(claim, text, section, firm)),
    ...figureObjections(text, claims),
    ...verbObjections(text, claims, said),
    ...nameObjections(text, [...passagesOf(claims), ...said, firm]),
    ...secretObjections(text),
  ];
}

/**
 * The same for words that tell nothing, such as a question: their numbers, dates and names are those of claims, and nothing of
 * them is a secret or hidden.
 */
export function checkWords(text: string, claims: readonly Claim[], firm: string): Objection[] {
  if (canonicalText(text).text !== text) return [{ code: "hidden_characters", what: "" }];
  return [
    ...figureObjections(text, claims),
    ...nameObjections(text, [...passagesOf(claims), ...saidBy(claims), firm]),
    ...secretObjections(text),
  ];
}

function passagesOf(claims: readonly Claim[]): string[] {
  return claims.flatMap(({ supports }) => supports.map(({ quote }) => quote.exact));
}

function saidBy(claims: readonly Claim[]): string[] {
  return claims.flatMap(({ value }) => (value.is === "text" ? value.text : []));
}

function claimObjections(claim: Claim, text: string, section: Section, firm: string): Objection[] {
  const objections: Objection[] = [];
  const object = (code: Objection["code"]) => objections.push({ code, what: String(claim.number) });
  const status = statusOf(claim);
  if (visibilityOf(claim) !== "public") object("claim_internal");
  const allowed: readonly Status[] = sections[section];
  if (!allowed.includes(status)) object("claim_status");
  if (status === "firm_says" && speakerIn(text, firm) !== "firm") object("attribution");
  if (claim.possible && !isPossible(text)) object("certainty");
  if (claim.denied && !negation.test(text)) object("denial");
  return objections;
}

/** Words of a claim that is quoted are its own. */
function verbObjections(
  text: string,
  claims: readonly Claim[],
  said: readonly string[],
): Objection[] {
  return verbsIn(text)
    .filter(({ word }) => !said.some((one) => text.includes(one) && one.includes(word)))
    .filter(({ verb }) => !claims.some((claim) => allowsVerb(claim, verb)))
    .map(({ word }) => ({ code: "verb", what: word }));
}

function secretObjections(text: string): Objection[] {
  const { decision, secrets } = removeSecrets(text);
  const isSecret = decision === "hold" || secrets.length > 0 || personal.test(text);
  return isSecret ? [{ code: "secret", what: "" }] : [];
}
