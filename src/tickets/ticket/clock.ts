import type { Ticket } from "./ticket.ts";

/** How soon the firm means to answer, in seconds. */
export type ReplyTimes = { firstReplySeconds: number; nextReplySeconds: number };

/** What is due next on a ticket. */
export type ReplyClock = { for: "first_reply" | "next_reply"; dueAt: Date; isLate: boolean };

/** The clock that runs on a ticket; none while the next word isn't ours. */
export function replyClock(
  { openedAt, firstRepliedAt, waitingSince, status }: Ticket,
  times: ReplyTimes,
  now: Date,
): ReplyClock | undefined {
  if (!waitingSince || status.is === "solved" || status.is === "closed") return undefined;
  const isFirst = firstRepliedAt === undefined;
  const [from, seconds] = isFirst
    ? [openedAt, times.firstReplySeconds]
    : [waitingSince, times.nextReplySeconds];
  const dueAt = new Date(from.getTime() + seconds * 1_000);
  return { for: isFirst ? "first_reply" : "next_reply", dueAt, isLate: now > dueAt };
}
