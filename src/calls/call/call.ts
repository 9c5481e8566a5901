import type { Evidence } from "#keys";
import type { Id } from "#platform";
import type { Topic } from "#tickets";
import type { Channel } from "../leg/index.ts";

/** Calls begin at whole quarters of an hour. */
export const slotMs = 15 * 60_000;

export const outcomes = ["held", "missed", "cancelled", "stopped"] as const;
export type Outcome = (typeof outcomes)[number];

/** Why somebody on the staff gives a booked call another time, or cancels it. */
export const staffReasons = ["away", "overrun", "technical", "other_team"] as const;
export type StaffReason = (typeof staffReasons)[number];

/** Where a call is. `held`: the client answered; `missed`: nobody did in its time; `stopped`: it ended because something was wrong. */
export type CallState =
  | { is: "booked" }
  | { is: "ended"; at: Date; outcome: Outcome; by: "client" | "staff" | "system" };

/** A call that a client asked for, signed in. */
export type Call = {
  client: Id<"client">;
  id: Id<"call">;
  topic: Topic;
  /** The language of the call, a BCP 47 tag. */
  language: string;
  channel: Channel;
  /** The client's, in which its times are told. */
  timeZone: string;
  askedAt: Date;
  /** The session in which it was asked for, and since when we know that session's device. */
  session: Id<"session">;
  deviceSince: Date | undefined;
  /** Whom the desk drew. */
  agent: Id<"staff">;
  startsAt: Date;
  /** Of its entry in calendars: 0, and one more with each change (RFC 5545, section 3.8.7.4). */
  sequence: number;
  /** What the client did by asking, attested. */
  asking: Evidence;
  /** Opened by the client's answer. */
  ticket: Id<"ticket"> | undefined;
  state: CallState;
  said: Feedback | undefined;
};

/** What the client said of it afterwards: which of the things that we never ask for were asked. */
export type Feedback = { at: Date; wasRight: boolean; askedFor: readonly string[] };

/** Whether an agent may call now: within the window around the booked time. */
export function isInWindow(
  { startsAt, state }: Pick<Call, "startsAt" | "state">,
  windowSeconds: number,
  now: Date,
): boolean {
  const off = Math.abs(now.getTime() - startsAt.getTime());
  return state.is === "booked" && off <= windowSeconds * 1_000;
}
