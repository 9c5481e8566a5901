import { randomInt } from "node:crypto";
import { accountOf, type ClientSession } from "#accounts";
import { dayMs, forEach, minuteMs, newId, transaction } from "#platform";
import type { OpenedTickets } from "#tickets";
import type { CanaryDesk } from "./desk.ts";
import { type DueContact, dueContacts, scheduleContact } from "./store.ts";

const nextDays = { min: 40, max: 120 };
const atOnceMax = 20;

/** Waits so many milliseconds, or throws when the process stops. */
export type Waiting = (ms: number, stopping: AbortSignal) => Promise<void>;

type Contacting = Pick<CanaryDesk, "database"> & {
  tickets: OpenedTickets["tickets"];
  wait: Waiting;
};

/**
 * Canaries write in now and then, by the act that a signed-in client opens a ticket with: it is attested, queued and
 * assigned as any other. The worker does it for each minute, and waits for each canary's own moment in it: ids, events and
 * their order tell when something happened, and nobody writes at the beat of a minute. @returns how many wrote in
 */
export async function writeIn(desk: Contacting, now: Date, stopping: AbortSignal): Promise<number> {
  const { database, tickets, wait } = desk;
  const { clock } = tickets.desk;
  const until = new Date(now.getTime() + minuteMs);
  const due = (await dueContacts(database, atOnceMax, until)).map((one) => ({
    ...one,
    at: momentOf(one, now),
  }));
  let written = 0;
  const inOrder = due.sort((a, b) => a.at - b.at);
  await forEach(inOrder, async (one) => {
    await wait(Math.max(0, one.at - clock().getTime()), stopping);
    if (await writeInOnce(desk, one, clock())) written += 1;
  });
  return written;
}

/** The moment that was drawn for it; for one that is over, since nobody was at work then, one within the minute. */
function momentOf({ contactAt }: DueContact, now: Date): number {
  return contactAt > now ? contactAt.getTime() : now.getTime() + randomInt(minuteMs);
}

async function writeInOnce(
  { database, tickets }: Contacting,
  { client, question }: Pick<DueContact, "client" | "question">,
  now: Date,
): Promise<boolean> {
  const account = await accountOf(database, client);
  const session: Pick<ClientSession, "id" | "holder" | "provenAt"> = {
    id: newId("session", now),
    holder: { is: "client", id: client },
    provenAt: { passkey: now },
  };
  const opened = session as ClientSession;
  const via = "page";
  const prepared = await tickets.prepareSignedIn(opened, { topic: question.topic, via }, now);
  const days = randomInt(nextDays.min, nextDays.max);
  const next = new Date(now.getTime() + days * dayMs + randomInt(dayMs));
  return await transaction(database, async (joining) => {
    if (!(await scheduleContact(joining, client, next, now))) return false;
    const asked = { ...question, language: account?.language ?? "en" };
    await tickets.openSignedIn(joining, opened, asked, via, now, prepared);
    return true;
  });
}
