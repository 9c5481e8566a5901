import type { Ticket } from "./ticket.ts";

/** How soon the firm means to answer, in seconds. */
export type ReplyTimes = { firstReplySeconds: number; nextReplySeconds: number };

/** What is due next on a ticket. */
type ReplyClock = { for: "first_reply" | "next_reply"; dueAt: Date; isLate: boolean };

/** The clock that runs on a ticket, from what waits; none while the next word isn't ours. */
export function replyClock(
  { firstRepliedAt, waitingSince, status }: Ticket,
  times: ReplyTimes,
  now: Date,
): ReplyClock | undefined {
  if (!waitingSince || (status.is !== "new" && status.is !== "open")) return undefined;
  const isFirst = firstRepliedAt === undefined;
  const seconds = isFirst ? times.firstReplySeconds : times.nextReplySeconds;
  const dueAt = new Date(waitingSince.getTime() + seconds * 1_000);
  return { for: isFirst ? "first_reply" : "next_reply", dueAt, isLate: now > dueAt };
}
