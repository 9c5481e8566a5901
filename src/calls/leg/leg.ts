import type { Id } from "#platform";

/** A page, or the provider, vouches for a leg for so long: what nobody vouches for isn't under way. */
export const leaseMs = 15_000;

export const channels = ["browser", "phone"] as const;
export type Channel = (typeof channels)[number];

export const endReasons = [
  "completed",
  "busy",
  "no_answer",
  "failed",
  "cancelled",
  "declined",
  "lapsed",
  "mismatch",
  "reported",
] as const;
export type EndReason = (typeof endReasons)[number];

/** How far a leg is. It only goes on: an ended one stays ended, an answered one rings no more. */
export type LegState =
  | { is: "dialling" }
  | { is: "ringing"; since: Date }
  | { is: "answered"; since: Date }
  | { is: "ended"; at: Date; because: EndReason; answeredAt?: Date };

/** One try of ours to reach the client of a call. */
export type Leg = {
  client: Id<"client">;
  id: Id<"leg">;
  call: Id<"call">;
  agent: Id<"staff">;
  channel: Channel;
  startedAt: Date;
  state: LegState;
  /** Until when the agent's page, or the provider, vouches for it. */
  agentUntil: Date;
  /** Until when the client's page does, once it answered; a phone has none. */
  clientUntil: Date | undefined;
  /** The client's session that answered. */
  session: Id<"session"> | undefined;
  /** Since when that session's device is known. */
  deviceSince: Date | undefined;
  providerCall: string | undefined;
  words: LegWords;
};

/** Places in the list of words: what the agent says, and the four pairs that the client chooses among. */
export type LegWords = {
  said: Pair;
  choices: readonly Pair[];
  picked?: { at: Date; matched: boolean };
};
export type Pair = readonly [number, number];

/** What is heard of a leg: from the pages of both sides, or from the provider. */
export type LegReport =
  | { is: "ringing"; at: Date }
  /** In the browser the client's answer opens the call's ticket. */
  | { is: "answered"; at: Date; ticket?: Id<"ticket"> }
  | { is: "ended"; at: Date; because: EndReason };

const rank = { dialling: 0, ringing: 1, answered: 2, ended: 3 } as const;

/**
 * The state after a report. What comes late, twice or out of order changes nothing: a report counts only when it goes on from
 * what is known.
 */
export function stateAfter(state: LegState, report: LegReport): LegState {
  if (rank[report.is] <= rank[state.is]) return state;
  if (report.is !== "ended") return { is: report.is, since: report.at };
  const { at, because } = report;
  return { is: "ended", at, because, ...(state.is === "answered" && { answeredAt: state.since }) };
}

/** Whether somebody vouches for a leg that isn't ended: both sides' pages, once they talk in the browser. */
export function isVouched(
  leg: Pick<Leg, "state" | "channel" | "agentUntil" | "clientUntil">,
  now: Date,
): boolean {
  if (leg.state.is === "ended" || leg.agentUntil <= now) return false;
  const needsClient = leg.channel === "browser" && leg.state.is === "answered";
  return !needsClient || (leg.clientUntil !== undefined && leg.clientUntil > now);
}

/** Until when it is vouched for. */
export function vouchedUntil(leg: Pick<Leg, "state" | "channel" | "agentUntil" | "clientUntil">) {
  const { clientUntil, agentUntil } = leg;
  const both = leg.channel === "browser" && leg.state.is === "answered" && clientUntil;
  return both && clientUntil < agentUntil ? clientUntil : agentUntil;
}
