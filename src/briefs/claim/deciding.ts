import type { StaffMember } from "#accounts";
import { hasRole } from "#accounts";
import type { Id } from "#platform";
import { counts, type Origins } from "../origin/index.ts";
import type { Source, SourceKind } from "../source/index.ts";
import { type Claim, type Decision, type Status, stands, statusOf, visibilityOf } from "./claim.ts";
import {
  type ClaimRefused,
  DecidesNothing,
  NotItsSuccessor,
  NotShown,
  NotTheFirmsWord,
  NoWayThere,
  StillContradicted,
  TooFewOrigins,
  WrongReason,
} from "./refusals.ts";

export const reasonLetters = { min: 10, max: 1_000 };

/** Who decides, why and when. */
export type Deciding = {
  by: Pick<StaffMember, "id" | "roles" | "leftAt" | "heldAt">;
  reason: string;
  now: Date;
};

/** What a claim stands on. */
export type Grounds = {
  /** The sources of its passages. */
  sources: readonly Source[];
  origins: Origins;
  /** The numbers of the claims that contradict it, stand, and aren't merely stronger than it. */
  contradictedBy: readonly number[];
};

type Deciders = readonly StaffMember["roles"][number]["role"][];

/** Raising a claim is for who answers for the firm's words; lowering one is for whoever reads sources. */
const raises: Deciders = ["comms", "counsel"];
const lowers: Deciders = ["comms", "counsel", "lead", "analyst"];
/** Whoever may add a source or a claim. */
export const writers = lowers;

/** What nobody words as they like. */
const records: ReadonlySet<SourceKind> = new Set([
  "regulator",
  "court",
  "law_enforcement",
  "evidence",
]);

const alive: readonly Status[] = ["proposed", "firm_says", "confirmed", "disputed", "open"];

/** The firm says so; whether it is so stays open. @throws {NotTheFirmsWord} */
export function takeAsFirmsWord(claim: Claim, deciding: Deciding, { sources }: Grounds): Decision {
  const decision = decided(claim, "firm_says", alive, raises, deciding);
  if (claim.speaker !== "firm" || !isHeard(sources)) throw new NotTheFirmsWord();
  return decision;
}

function isHeard(sources: Grounds["sources"]): boolean {
  return sources.some((source) => counts(source));
}

/** Why a claim wouldn't get the status that it has, by now: a source of it was doubted, or something contradicts it. */
export function lostGrounds(claim: Claim, grounds: Grounds): ClaimRefused | undefined {
  const status = statusOf(claim);
  if (status === "confirmed") return missingGrounds(grounds);
  if (status === "firm_says" && !isHeard(grounds.sources)) return new NotTheFirmsWord();
  return undefined;
}

/**
 * It is so: by a record, or by two independent origins, and nothing that stands says otherwise. No status is ever raised
 * without this.
 * @throws {TooFewOrigins} {StillContradicted}
 */
export function confirm(claim: Claim, deciding: Deciding, grounds: Grounds): Decision {
  const decision = decided(claim, "confirmed", alive, raises, deciding);
  const missing = missingGrounds(grounds);
  if (missing) throw missing;
  return decision;
}

/** Why a claim with these grounds isn't confirmed, or wouldn't be any more. */
export function missingGrounds({
  sources,
  origins,
  contradictedBy,
}: Grounds): TooFewOrigins | StillContradicted | undefined {
  const isRecorded = sources.some((source) => records.has(source.kind) && counts(source));
  const independent = origins.independentAmong(sources);
  if (!isRecorded && independent < 2) return new TooFewOrigins(independent);
  return contradictedBy.length > 0 ? new StillContradicted(contradictedBy) : undefined;
}

/** Sources that count say different things. */
export function dispute(claim: Claim, deciding: Deciding): Decision {
  return decided(claim, "disputed", alive, lowers, deciding);
}

/** Nobody knows yet; also of what was refuted too early. */
export function leaveOpen(claim: Claim, deciding: Deciding): Decision {
  return decided(claim, "open", [...alive, "refuted"], lowers, deciding);
}

/** It isn't so. */
export function refute(claim: Claim, deciding: Deciding): Decision {
  return decided(claim, "refuted", alive, lowers, deciding);
}

/** Something newer or more exact stands in its place. @throws {NotItsSuccessor} */
export function supersede(claim: Claim, deciding: Deciding, by: Claim): Decision {
  const decision = decided(claim, "superseded", [...alive, "refuted"], lowers, deciding);
  const isSame = by.slot === claim.slot && by.subject === claim.subject;
  if (by.id === claim.id || !isSame || !stands(by)) throw new NotItsSuccessor();
  return { ...decision, into: by.id };
}

/** It should never have stood here: it isn't shown any more, and nothing is said of whether it is so. */
export function withdraw(claim: Claim, deciding: Deciding): Decision {
  const decision = decided(claim, "withdrawn", [...alive, "refuted"], lowers, deciding);
  return { ...decision, visibility: "internal" };
}

/** Lets readers see it, in a brief that uses it. @throws {NotShown} */
export function show(claim: Claim, deciding: Deciding): Decision {
  const status = statusOf(claim);
  if (status === "proposed" || status === "withdrawn") throw new NotShown();
  return { ...kept(claim, raises, deciding), visibility: "public" };
}

/** Keeps it from what is published next. */
export function hide(claim: Claim, deciding: Deciding): Decision {
  return { ...kept(claim, lowers, deciding), visibility: "internal" };
}

function kept(claim: Claim, roles: Deciders, deciding: Deciding): Decision {
  const last = claim.decisions.at(-1);
  const into = last?.into && { into: last.into };
  return { ...written(claim, roles, deciding), status: statusOf(claim), ...into };
}

function decided(
  claim: Claim,
  to: Status,
  from: readonly Status[],
  roles: Deciders,
  deciding: Deciding,
): Decision {
  const status = statusOf(claim);
  if (status === to || !from.includes(status)) throw new NoWayThere(status, to);
  return { ...written(claim, roles, deciding), status: to };
}

/** @throws {DecidesNothing} {WrongReason} */
function written(
  claim: Claim,
  roles: Deciders,
  { by, reason, now }: Deciding,
): { by: Id<"staff">; at: Date; reason: string; visibility: Decision["visibility"] } {
  if (!roles.some((role) => hasRole(by, role))) throw new DecidesNothing(roles);
  const why = reason.trim().replace(/\s+/g, " ");
  const { min, max } = reasonLetters;
  if (why.length < min || why.length > max) throw new WrongReason(min, max);
  return { by: by.id, at: now, reason: why, visibility: visibilityOf(claim) };
}
