import type { StaffMember } from "#accounts";
import type { Id } from "#platform";
import type { AccessRules } from "#vault";

/** An event that somebody on the staff made, without whom it was about. */
export type Act = { event: Id<"event">; staff: Id<"staff">; at: Date };

/** A look that was shown though its viewer had no contact with that client, or not that one, or one that was over. */
export type Shown = Act & { grant: string; client: Id<"client"> };

/** A look or a search that was refused. `isStranger`: that client never had a contact with this person. */
export type Refused = Act & { client: Id<"client"> | undefined; isStranger: boolean };

/** Somebody looked at a client who doesn't exist, or looked for one, beyond the contact that the person was given. */
export type CanaryTouch = Act & { by: "search" | "reveal" | "test" | "break_glass" };

export type Doubt = Act & { client: Id<"client"> };

/**
 * A decoy value was used. `seenAt`: when this person saw it last; `among`: of how many who did; `first`: the event by which
 * the very value was reported first.
 */
export type DecoyHit = Act & {
  seenAt: Date | undefined;
  among: number;
  first: Id<"event">;
  by: string;
};

/** A page of somebody's said that its mark wasn't there as it was drawn. */
export type Unmarked = Act & { how: string };

/** Somebody had a sample of a few rows traced. */
export type SmallSample = Act & { rows: number };

export type Counts = { hour: number; day: number; month: number; uncontacted: number };

/** Break-glass: who asked, and which second person agreed. */
export type Pass = { staff: Id<"staff">; approver: Id<"staff">; at: Date };

/** Of how many clients somebody was shown something, on a day in UTC: 2026-11-20. */
export type Day = { staff: Id<"staff">; day: string; clients: number };

/** What 28 days were: values that were shown, those by break-glass, and contacts that were resolved. */
export type Work = { reveals: number; byBreakGlass: number; resolved: number };

export type Person = Pick<StaffMember, "id" | "team" | "employer">;

/**
 * What detectors know: everything of the days since the last reading, and what 28 days add up to. Nothing that was shown,
 * and of clients no more than which one it was.
 */
export type Reading = {
  people: readonly Person[];
  budgets: AccessRules["budgets"];
  shown: readonly Shown[];
  refused: readonly Refused[];
  touches: readonly CanaryTouch[];
  doubts: readonly Doubt[];
  decoyHits: readonly DecoyHit[];
  unmarked: readonly Unmarked[];
  smallSamples: readonly SmallSample[];
  counts: ReadonlyMap<Id<"staff">, Counts>;
  passes: readonly Pass[];
  days: readonly Day[];
  work: ReadonlyMap<Id<"staff">, Work>;
};
