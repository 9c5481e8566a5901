import { z } from "@hono/zod-openapi";
import { HoldfastError, type Id, type Transaction, transaction } from "#platform";
import { type Brief, holdBrief } from "../brief/index.ts";
import {
  type Claim,
  confirm,
  type Deciding,
  type Decision,
  dispute,
  hide,
  insertDecision,
  leaveOpen,
  refute,
  show,
  supersede,
  takeAsFirmsWord,
  withdraw,
} from "../claim/index.ts";
import { claimDecided } from "../events.ts";
import type { BriefsDesk, Hand } from "../hand.ts";
import { type Known, knownAround } from "./known.ts";

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
    const known = await knownFor(joining, brief.id, [line]);
    return (await decideIn(joining, { desk, hand, brief, known }, line, now)).decision;
  });
}

/** What became of one line of several: a decision, or why there is none. */
type Decided = { claim: number } & ({ decision: Decision } | { refused: HoldfastError });

/**
 * Decides on several claims, one after the other, each as the brief stands after those before. What they take is read once, and
 * a line that is refused costs the others nothing.
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
    let known = await knownFor(joining, brief.id, lines);
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

function knownFor(
  joining: Transaction,
  brief: Id<"brief">,
  lines: readonly DecisionLine[],
): Promise<Known> {
  return knownAround(joining, brief, {
    numbers: lines.flatMap(({ claim, into }) => (into === undefined ? claim : [claim, into])),
    toConfirm: lines.some(({ is }) => is === "confirmed"),
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

/** @throws {ClaimUnknown} */
export function numbered(claims: readonly Claim[], number: number): Claim {
  const claim = claims.find((one) => one.number === number);
  if (claim) return claim;
  throw new ClaimUnknown(number);
}
