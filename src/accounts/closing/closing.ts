import { forEach, HoldfastError, type Id, newId } from "#platform";
import { close, emailOf, endEmails } from "../account/index.ts";
import { makeChange, undoUntilOf } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { endFactor } from "../factor/index.ts";
import { type ClientSession, endDevices, endSessions } from "../session/index.ts";
import { dueClosings, endClosing, insertClosing, markClosed, openClosing } from "./store.ts";

const closedAtOnceMax = 50;

/** An account that its owner closes. Until then it can be kept. */
export type Closing = {
  client: Id<"client">;
  id: Id<"closing">;
  askedAt: Date;
  closesAt: Date;
};

class AlreadyClosing extends HoldfastError {
  readonly code = "already_closing";
  readonly refusal = "conflict";
  constructor() {
    super("This account is about to be closed already.");
  }
}

/**
 * Begins to close an account: everybody is signed out at once, and when the delay is over, it is closed for good.
 * @throws {AlreadyClosing} {StepUpNeeded} and while a lock is on
 */
export async function beginClosing(
  desk: Desk,
  session: ClientSession,
  now: Date,
): Promise<Closing> {
  const by = { is: "session", session } as const;
  return await makeChange(desk, by, "account_close_begun", now, async (changing) => {
    const { joining, change, account, profile } = changing;
    const { client } = account;
    if (await openClosing(joining, client)) throw new AlreadyClosing();
    const closesAt = undoUntilOf(profile, now);
    const closing = { client, id: newId("closing", now), askedAt: now, closesAt };
    await insertClosing(joining, closing, change);
    await endSessions(joining, session.holder, "closing", now);
    const values = { when: now, device: session.browser, until: closesAt };
    const details = { subject: closing.id, until: closesAt.getTime() };
    return { result: closing, details, notice: { template: "account_closing", values } };
  });
}

/** Keeps an account that is about to be closed; nothing happens to another. */
export async function keepAccount(desk: Desk, session: ClientSession, now: Date): Promise<void> {
  if (!(await openClosing(desk.database, session.holder.id))) return;
  const by = { is: "session", session } as const;
  await makeChange(desk, by, "account_kept", now, async ({ joining, change, account }) => {
    const wasClosing = await endClosing(joining, account.client, change, now);
    const notice = { template: "account_kept", values: { when: now } };
    return { result: undefined, ...(wasClosing && { notice }) };
  });
}

/** Closes every account whose time has come; a lock stopped it. A job does this every minute. */
export async function closeDue(desk: Desk, now: Date): Promise<void> {
  const due = await dueClosings(desk.database, closedAtOnceMax, now);
  await forEach(due, (client) => closeOne(desk, client, now));
}

async function closeOne(desk: Desk, client: Id<"client">, now: Date): Promise<void> {
  const by = { is: "delay", client } as const;
  await makeChange(desk, by, "account_closed", now, async (changing) => {
    const { joining, change, account, factors } = changing;
    if (!(await markClosed(joining, client, now))) throw new AlreadyClosing();
    const email = await emailOf(joining, client);
    const to = { is: "client", id: client, language: account.language } as const;
    const message = { template: "account_closed", values: { when: now } };
    await desk.outbox.send({ ...to, ...(email && { email }) }, message, now, joining);
    for (const { id } of factors) await endFactor(joining, client, id, change, now);
    await endSessions(joining, { is: "client", id: client }, "closed", now);
    await endDevices(joining, client, now);
    await endEmails(joining, client, "all", change, now);
    await close(joining, client, now);
    return { result: undefined };
  });
}
