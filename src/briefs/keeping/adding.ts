import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { HoldfastError, type Id, newId, type Transaction, transaction } from "#platform";
import { type Brief, holdBrief } from "../brief/index.ts";
import {
  type Author,
  claimsOf,
  insertClaims,
  insertSupports,
  lastClaimNumber,
  locate,
  type NewClaim,
  quoteAt,
  quoteSchema,
  type Statement,
  type Support,
  statementSchema,
  takenBy,
  WrongValue,
} from "../claim/index.ts";
import { claimAdded, claimSupported } from "../events.ts";
import { type BriefsDesk, type Hand, requireWriter } from "../hand.ts";
import { type Source, sourcesOf } from "../source/index.ts";
import { numbered } from "./claims.ts";
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
type ClaimLine = z.infer<typeof claimLineSchema>;

class TooManyClaims extends HoldfastError {
  readonly code = "too_many_claims";
  readonly refusal = "conflict";
  constructor() {
    super(`A brief has ${claimsMax.toLocaleString("en")} claims at most.`);
  }
}

/** What became of one line of several: a claim with its number within the brief, or why there is none. */
export type Added = { id: Id<"claim">; number: number } | { refused: HoldfastError };

/**
 * Writes claims down, with passages that stand in their sources letter by letter: all that can be, in one transaction. They are
 * proposed, whoever wrote them.
 * @returns of each line what became of it @throws {DecidesNothing}
 */
export async function addClaims(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  lines: readonly ClaimLine[],
  now: Date,
): Promise<Added[]> {
  requireWriter(hand);
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const names = lines.flatMap(({ supports }) => supports.map(({ source }) => source));
    const sources = await sourcesOf(joining, brief.id, names);
    return await addClaimsIn(joining, { desk, hand, brief, sources }, lines, now);
  });
}

/** One alone. @returns its number @throws {WrongValue} {QuoteMissing} {QuoteAmbiguous} {DecidesNothing} */
export async function addClaim(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  line: ClaimLine,
  now: Date,
): Promise<number> {
  const [added] = await addClaims(desk, hand, brief, [line], now);
  if (!added || "refused" in added) throw added?.refused ?? new TooManyClaims();
  return added.number;
}

export type AddingIn = { desk: BriefsDesk; hand: Hand; brief: Brief; sources: readonly Source[] };

/** The same within a transaction that holds the brief. A line that is refused is so before anything is written. */
export async function addClaimsIn(
  joining: Transaction,
  adding: AddingIn,
  lines: readonly ClaimLine[],
  now: Date,
): Promise<Added[]> {
  const { desk, hand, brief } = adding;
  let number = await lastClaimNumber(joining, brief.id);
  const fresh: NewClaim[] = [];
  const results = lines.map((line): Added => {
    try {
      if (number >= claimsMax) throw new TooManyClaims();
      const claim = claimFrom(line, adding, number + 1, now);
      number = claim.number;
      fresh.push(claim);
      return { id: claim.id, number };
    } catch (error) {
      if (!(error instanceof HoldfastError)) throw error;
      return { refused: error };
    }
  });
  const person = hand.person.id;
  await insertClaims(joining, brief.id, fresh, person, now);
  await insertSupports(
    joining,
    brief.id,
    fresh.flatMap(({ id: claim, supports }) => supports.map((one) => ({ claim, ...one }))),
    person,
    now,
  );
  const entries = fresh.map(({ id: claim, statement, supports }) => {
    const details = { brief: brief.id, claim, person, sha256: hashOf(statement, supports) };
    return { actor: hand.actor, draft: { kind: claimAdded, details } };
  });
  if (entries.length > 0) await desk.appender.appendTogether(entries, now, joining);
  return results;
}

function claimFrom(
  { supports, author, ...statement }: ClaimLine,
  { hand, sources }: AddingIn,
  number: number,
  now: Date,
): NewClaim {
  const takes = takenBy(statement.slot);
  if (takes && !takes.includes(statement.value.is)) throw new WrongValue(statement.slot, takes);
  const by: Author = author ?? { is: "person", staff: hand.person.id };
  const located = supports.map((quote) => locatedIn(sources, quote));
  return { id: newId("claim", now), number, statement, author: by, supports: located };
}

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
    const claim = numbered(await claimsOf(joining, brief.id, { numbers: [number] }), number);
    const support = locatedIn(await sourcesOf(joining, brief.id, [quote.source]), quote);
    const place = { brief: brief.id, claim: claim.id };
    const added = [{ claim: claim.id, ...support }];
    await insertSupports(joining, brief.id, added, hand.person.id, now);
    const { source } = support;
    const details = { ...place, person: hand.person.id, source, sha256: hashOf(support) };
    await desk.appender.append(hand.actor, { kind: claimSupported, details }, now, joining);
  });
}

function locatedIn(
  sources: readonly Source[],
  { source: name, ...quote }: z.infer<typeof namedQuoteSchema>,
): Support {
  const source = sourceNamed(sources, name);
  const { start, end } = locate(source.text, quote);
  return { source: source.id, quote: quoteAt(source.text, start, end) };
}

function hashOf(...said: readonly (Statement | Support | readonly Support[])[]): string {
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
