import { randomInt } from "node:crypto";
import { accountOf, type ClientSession } from "#accounts";
import { newId, transaction } from "#platform";
import type { OpenedTickets } from "#tickets";
import type { CanaryDesk } from "./desk.ts";
import { type DueContact, dueContacts, scheduleContact } from "./store.ts";

const dayMs = 86_400_000;
const nextDays = { min: 40, max: 120 };
const atOnceMax = 20;

type Contacting = Pick<CanaryDesk, "database"> & { tickets: OpenedTickets["tickets"] };

/**
 * Canaries write in now and then, by the act that a signed-in client opens a ticket with: it is attested, queued and
 * assigned as any other. The worker does it every minute. @returns how many wrote in
 */
export async function writeIn(desk: Contacting, now: Date): Promise<number> {
  let written = 0;
  for (const due of await dueContacts(desk.database, atOnceMax, now)) {
    if (await writeInOnce(desk, due, now)) written += 1;
  }
  return written;
}

async function writeInOnce(
  { database, tickets }: Contacting,
  { client, question }: DueContact,
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
