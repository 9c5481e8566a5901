import type { Actor, Id } from "#platform";
import { NotMerged, TicketClosed } from "./refusals.ts";

export const statusNames = ["new", "open", "pending", "hold", "solved", "closed"] as const;
export type StatusName = (typeof statusNames)[number];

type OpenedFrom = "pending" | "hold" | "solved";

/** Where a ticket stands: since when, and by whose act. */
export type Status =
  /** Nobody at the firm has answered yet. */
  | { is: "new"; since: Date; by: Actor }
  /**
   * The next word is ours. `before`: what it was before another ticket, which went on in it, opened it; `settledBefore`: the
   * ticket's `settledRevision` then, if it was solved.
   */
  | { is: "open"; since: Date; by: Actor; before?: OpenedFrom; settledBefore?: number }
  /** The next word is the requester's. */
  | { is: "pending"; since: Date; by: Actor }
  /** It waits for somebody else at the firm. */
  | { is: "hold"; since: Date; by: Actor }
  /** Answered; the requester's next word opens it again. */
  | { is: "solved"; since: Date; by: Actor }
  /** Over for good; a merged one goes on elsewhere, from a revision of the other one on. */
  | { is: "closed"; since: Date; by: Actor; into?: Id<"ticket">; intoRevision?: number };

export function opened(by: Actor, now: Date): Status {
  return { is: "new", since: now, by };
}

/** The requester wrote. @throws {TicketClosed} */
export function afterRequester(status: Status, by: Actor, now: Date): Status {
  refuseClosed(status);
  const isOurs = status.is === "new" || (status.is === "open" && status.before === undefined);
  return isOurs ? status : { is: "open", since: now, by };
}

/** Another ticket, which owes an answer, goes on in it. @throws {TicketClosed} */
export function afterJoining(
  status: Status,
  settledRevision: number,
  by: Actor,
  now: Date,
): Status {
  if (status.is === "closed") throw new TicketClosed();
  if (status.is === "new" || status.is === "open") return status;
  const settled = status.is === "solved" && { settledBefore: settledRevision };
  return { is: "open", since: now, by, before: status.is, ...settled };
}

/** No ticket that went on in it owes anything any more. */
export function afterLeaving(status: Status, by: Actor, now: Date): Status {
  const before = status.is === "open" ? status.before : undefined;
  return before ? { is: before, since: now, by } : status;
}

/** The firm answered. @throws {TicketClosed} */
export function afterReply(status: Status, by: Actor, now: Date): Status {
  refuseClosed(status);
  return status.is === "pending" ? status : { is: "pending", since: now, by };
}

/** What staff may say of a ticket themselves. */
export const settable = ["open", "pending", "hold", "solved"] as const;
export type Settable = (typeof settable)[number];

export function isSettable(text: string): text is Settable {
  return settable.some((one) => one === text);
}

/** @throws {TicketClosed} */
export function setTo(status: Status, wanted: Settable, by: Actor, now: Date): Status {
  refuseClosed(status);
  return status.is === wanted ? status : { is: wanted, since: now, by };
}

/** It goes on in another ticket of the same requester. @throws {TicketClosed} */
export function merged(
  status: Status,
  into: { id: Id<"ticket">; revision: number },
  by: Actor,
  now: Date,
): Status {
  refuseClosed(status);
  return { is: "closed", since: now, by, into: into.id, intoRevision: into.revision };
}

/** It goes on by itself again, out of the one that it went on in. @throws {NotMerged} */
export function takenApart(
  status: Status,
  by: Actor,
  now: Date,
): { status: Status; from: Id<"ticket"> } {
  if (status.is !== "closed" || !status.into) throw new NotMerged();
  return { status: { is: "open", since: now, by }, from: status.into };
}

/** Nobody wrote for long after it was solved; any other status stays. */
export function closedByTime(status: Status, by: Actor, now: Date): Status {
  return status.is === "solved" ? { is: "closed", since: now, by } : status;
}

/** Whether the firm still owes something. */
export function isLive(status: Pick<Status, "is">): boolean {
  return status.is !== "solved" && status.is !== "closed";
}

/** @throws {TicketClosed} */
export function refuseClosed(status: Status): void {
  if (status.is === "closed") throw new TicketClosed();
}
