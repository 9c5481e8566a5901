import { hourMs, type Id } from "#platform";
import type { Topic } from "#tickets";
import { type Channel, isVouched, type Leg, vouchedUntil } from "../leg/index.ts";

/** How long a client is warned that our call met a busy line. */
export const busyMs = 10 * 60_000;
/** How long a client is asked about somebody who phoned us as the client. */
export const claimMs = 30 * 60_000;
/** A booked call is what scammers call before: so long before its time every page warns of whoever is on the line. */
export const soonMs = hourMs;

/** Who calls: an alias, never a name. */
export type CallerName = { alias: string; team: string };

/** One of ours, as its client sees it. */
export type ShownLeg = CallerName & {
  leg: Id<"leg">;
  call: Id<"call">;
  topic: Topic;
  channel: Channel;
  since: Date;
  /** The client's session that answered it. */
  session: Id<"session"> | undefined;
};

/** What is true of calls between us and a client right now: exactly one. `unknown` is said by a page that can't reach us. */
export type CallStatus =
  | { is: "never_called"; next: NextCall | undefined }
  | { is: "not_calling"; next: NextCall | undefined }
  | { is: "calling"; leg: ShownLeg }
  | { is: "on_call"; leg: ShownLeg }
  | { is: "inbound_claim"; claim: Id<"claim">; at: Date }
  | { is: "busy"; at: Date };

/** The call that is booked, its time told in the client's own zone. Once it is `soon`, whoever is on the line isn't us yet. */
export type NextCall = { call: Id<"call">; startsAt: Date; timeZone: string; isSoon: boolean };

type Newest = CallerName & { topic: Topic } & Pick<
    Leg,
    "id" | "call" | "channel" | "startedAt" | "state" | "agentUntil" | "clientUntil" | "session"
  >;

/** What is known of a client's calls. */
export type Known = {
  /** The newest leg, with who calls. */
  newest: Newest | undefined;
  /** The newest claim that the client hasn't answered. */
  claim: { id: Id<"claim">; at: Date } | undefined;
  next: Omit<NextCall, "isSoon"> | undefined;
};

/** A status, and until when it holds if nothing is heard; then it is asked for anew. */
export type Holding = { status: CallStatus; until: Date | undefined };

/** What our own legs say, and nothing else. On any doubt it isn't us. */
export function statusOf({ newest, claim, next }: Known, now: Date): Holding {
  if (newest && isVouched(newest, now)) {
    const is = newest.state.is === "answered" ? "on_call" : "calling";
    return { status: { is, leg: shown(newest) }, until: vouchedUntil(newest) };
  }
  if (newest?.state.is === "ended" && newest.state.because === "busy") {
    const until = new Date(newest.state.at.getTime() + busyMs);
    if (now < until) return { status: { is: "busy", at: newest.state.at }, until };
  }
  if (claim) {
    const until = new Date(claim.at.getTime() + claimMs);
    if (now < until)
      return { status: { is: "inbound_claim", claim: claim.id, at: claim.at }, until };
  }
  const is = newest ? "not_calling" : "never_called";
  if (!next) return { status: { is, next: undefined }, until: undefined };
  const soonAt = new Date(next.startsAt.getTime() - soonMs);
  const isSoon = soonAt <= now;
  return { status: { is, next: { ...next, isSoon } }, until: isSoon ? undefined : soonAt };
}

/** Whether a status is true only as long as somebody vouches for it. */
export function isLeased({ is }: CallStatus): boolean {
  return is === "calling" || is === "on_call";
}

function shown({ id, startedAt, state, ...leg }: Newest): ShownLeg {
  const { call, topic, channel, session, alias, team } = leg;
  const since = state.is === "answered" ? state.since : startedAt;
  return { leg: id, call, topic, channel, since, session, alias, team };
}
