import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { HoldfastError, type Id, newId, type Transaction, transaction } from "#platform";
import { type Brief, holdBrief } from "../brief/index.ts";
import {
  type Author,
  type Claim,
  confirm,
  type Deciding,
  type Decision,
  dispute,
  hide,
  insertClaim,
  insertDecision,
  insertSupport,
  leaveOpen,
  locate,
  quoteAt,
  quoteSchema,
  refute,
  type Statement,
  type Support,
  show,
  statementSchema,
  supersede,
  takeAsFirmsWord,
  takenBy,
  WrongValue,
  withdraw,
} from "../claim/index.ts";
import { claimAdded, claimDecided, claimSupported } from "../events.ts";
import { type BriefsDesk, type Hand, requireWriter } from "../hand.ts";
import { type Source, sourcesOf } from "../source/index.ts";
import { type Known, knownOf } from "./known.ts";
import { sourceNamed } from "./sources.ts";

/** A brief has so many claims at most. */
export const claimsMax = 100_000;

/** A passage by the source's name, such as `S05`, or its id. */
const namedQuoteSchema = quoteSchema.extend({ source: z.string().min(1).max(60) });

/** A further passage for a claim, by its number. */
export const supportLineSchema = namedQuoteSchema.extend({ claim: z.int().positive() });
type SupportLine = z.infer<typeof supportLineSchema>;

/** A claim as a line of JSON: what it says, and the passages that say so. */
export const claimLineSchema = statementSchema.extend({
  supports: z.array(namedQuoteSchema).min(1).max(100),
  /** It was proposed by our rules, or by a model; whoever adds it takes it as a proposal. */
  author: z
    .discriminatedUnion("is", [
      z.strictObject({ is: z.literal("rules") }),
      z.strictObject({ is: z.literal("model"), name: z.string().min(1).max(100) }),
    ])
    .optional(),
});
export type ClaimLine = z.infer<typeof claimLineSchema>;

const acts = {
  firm_says: takeAsFirmsWord,
  confirmed: confirm,
  disputed: dispute,
  open: leaveOpen,
  refuted: refute,
  withdrawn: withdraw,
  public: show,
  internal: hide,
} as const;
const actNames = ["superseded", ...(Object.keys(acts) as (keyof typeof acts)[])] as const;

/** What is to be decided on a claim, by its number: a status, or that readers see it. */
export const decisionLineSchema = z.strictObject({
  claim: z.int().positive(),
  is: z.enum(actNames),
  reason: z.string().max(2_000),
  /** The number of the claim that stands in its place, of a superseded one. */
  into: z.int().positive().optional(),
});
export type DecisionLine = z.infer<typeof decisionLineSchema>;

class ClaimUnknown extends HoldfastError {
  readonly code = "claim_unknown";
  readonly refusal = "not_found";
  constructor(number: number) {
    super(`There is no claim ${number} in this brief.`);
  }
}

class TooManyClaims extends HoldfastError {
  readonly code = "too_many_claims";
  readonly refusal = "conflict";
  constructor() {
    super(`A brief has ${claimsMax.toLocaleString("en")} claims at most.`);
  }
}

/**
 * Writes a claim down, with passages that stand in their sources letter by letter. It is proposed, whoever wrote it.
 * @returns its number @throws {WrongValue} {QuoteMissing} {QuoteAmbiguous} {DecidesNothing}
 */
export async function addClaim(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  line: ClaimLine,
  now: Date,
): Promise<number> {
  requireWriter(hand);
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const sources = await sourcesOf(joining, brief.id);
    return (await addClaimIn(joining, { desk, hand, brief, sources }, line, now)).number;
  });
}

/** The same within a transaction that holds the brief. */
export async function addClaimIn(
  joining: Transaction,
  { desk, hand, brief, sources }: AddingIn,
  { supports, author: writer, ...statement }: ClaimLine,
  now: Date,
): Promise<{ id: Id<"claim">; number: number }> {
  const takes = takenBy(statement.slot);
  if (takes && !takes.includes(statement.value.is)) throw new WrongValue(statement.slot, takes);
  const author: Author = writer ?? { is: "person", staff: hand.person.id };
  const located = supports.map((quote) => locatedIn(sources, quote));
  const place = { brief: brief.id, claim: newId("claim", now) };
  const number = await insertClaim(joining, place, statement, author, hand.person.id, now);
  if (number > claimsMax) throw new TooManyClaims();
  for (const support of located) {
    await insertSupport(joining, place, support, hand.person.id, now);
  }
  const details = { ...place, person: hand.person.id, sha256: hashOf(statement, located) };
  await desk.appender.append(hand.actor, { kind: claimAdded, details }, now, joining);
  return { id: place.claim, number };
}

type AddingIn = { desk: BriefsDesk; hand: Hand; brief: Brief; sources: readonly Source[] };

/** Adds a passage to a claim. It changes no status. @throws {QuoteMissing} {QuoteAmbiguous} {DecidesNothing} */
export async function supportClaim(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  { claim: number, ...quote }: SupportLine,
  now: Date,
): Promise<void> {
  requireWriter(hand);
  await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const known = await knownOf(joining, brief.id);
    const claim = numbered(known.claims, number);
    const support = locatedIn([...known.sources.values()], quote);
    const place = { brief: brief.id, claim: claim.id };
    await insertSupport(joining, place, support, hand.person.id, now);
    const { source } = support;
    const details = { ...place, person: hand.person.id, source, sha256: hashOf(support) };
    await desk.appender.append(hand.actor, { kind: claimSupported, details }, now, joining);
  });
}

/**
 * Decides on a claim as the brief stands at that moment; the decision and its event are one. It throws what the functions
 * of `claim/deciding.ts` throw.
 */
export async function decideClaim(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  line: DecisionLine,
  now: Date,
): Promise<Decision> {
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const known = await knownOf(joining, brief.id);
    return (await decideIn(joining, { desk, hand, brief, known }, line, now)).decision;
  });
}

/** What became of one line of several: a decision, or why there is none. */
export type Decided = { claim: number } & ({ decision: Decision } | { refused: HoldfastError });

/**
 * Decides on several claims, one after the other, each as the brief stands after those before. The brief is read once, and a line
 * that is refused costs the others nothing.
 */
export async function decideClaims(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  lines: readonly DecisionLine[],
  now: Date,
): Promise<Decided[]> {
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    let known = await knownOf(joining, brief.id);
    const all: Decided[] = [];
    for (const line of lines) {
      try {
        const { claim, decision } = await decideIn(
          joining,
          { desk, hand, brief, known },
          line,
          now,
        );
        known = known.after({ ...claim, decisions: [...claim.decisions, decision] });
        all.push({ claim: line.claim, decision });
      } catch (error) {
        // A refusal comes before anything is written, so the transaction is as it was.
        if (!(error instanceof HoldfastError)) throw error;
        all.push({ claim: line.claim, refused: error });
      }
    }
    return all;
  });
}

type DecidingIn = { desk: BriefsDesk; hand: Hand; brief: Brief; known: Known };

async function decideIn(
  joining: Transaction,
  { desk, hand, brief, known }: DecidingIn,
  { claim: number, is, reason, into }: DecisionLine,
  now: Date,
): Promise<{ claim: Claim; decision: Decision }> {
  const claim = numbered(known.claims, number);
  const deciding: Deciding = { by: hand.person, reason, now };
  const decision =
    is === "superseded"
      ? supersede(claim, deciding, numbered(known.claims, into ?? 0))
      : acts[is](claim, deciding, known.groundsOf(claim));
  const place = { brief: brief.id, claim: claim.id };
  const nth = claim.decisions.length + 1;
  await insertDecision(joining, place, nth, decision);
  const { status, visibility } = decision;
  const details = { ...place, person: hand.person.id, number: nth, status, visibility };
  await desk.appender.append(hand.actor, { kind: claimDecided, details }, now, joining);
  return { claim, decision };
}

function locatedIn(
  sources: readonly Source[],
  { source: name, ...quote }: z.infer<typeof namedQuoteSchema>,
): Support {
  const source = sourceNamed(sources, name);
  const { start, end } = locate(source.text, quote);
  return { source: source.id, quote: quoteAt(source.text, start, end) };
}

function numbered(claims: readonly Claim[], number: number): Claim {
  const claim = claims.find((one) => one.number === number);
  if (claim) return claim;
  throw new ClaimUnknown(number);
}

function hashOf(...said: readonly (Statement | Support | readonly Support[])[]): string {
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
