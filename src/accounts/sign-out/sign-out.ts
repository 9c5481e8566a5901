import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";
import { type Id, system, type Transaction, transaction } from "#platform";
import { emailOf, holdAccount } from "../account/index.ts";
import type { Desk } from "../desk.ts";
import { endAllSignIns } from "../password-sign-in/index.ts";
import { endSessions, type Holder, holdersSignedIn } from "../session/index.ts";

/** How many are signed out in one transaction. */
const atOnce = 100;

/** What the firm signs people out with, also by a command beside the running desk. */
export type SigningOut = Pick<Desk, "database" | "appender"> & {
  outbox: Pick<Desk["outbox"], "send">;
};

const ended = { sessions: z.int().min(1), because: z.string().min(1).max(200) };

/** The firm ended a client's sessions; the client reads why. */
export const clientSignedOut: EventKind<{ sessions: number; because: string }> = {
  name: "accounts.signed_out_by_firm",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject(ended),
};

export const staffSignedOut: EventKind<{ staff: string; sessions: number; because: string }> = {
  name: "accounts.staff_signed_out",
  version: 1,
  columns: {},
  details: z.strictObject({ staff: z.string().startsWith("staff_"), ...ended }),
};

export const signOutEventKinds: readonly EventKind[] = [clientSignedOut, staffSignedOut];

/**
 * Ends every session of a client, who is told, or of somebody on the staff. Nothing else is changed.
 * @param because what the client reads of it, so nothing personal
 * @returns how many sessions were ended
 */
export async function signOut(
  desk: SigningOut,
  holder: Holder,
  because: string,
  now: Date,
): Promise<number> {
  return await transaction(desk.database, (joining) =>
    endAndTell(desk, joining, holder, because, now),
  );
}

/**
 * The same for everybody who is signed in, some at a time: when it was stopped halfway, it goes on when it is run again.
 * Whoever signs in meanwhile stays.
 */
export async function signOutAll(desk: SigningOut, because: string, now: Date): Promise<number> {
  await endAllSignIns(desk.database, now);
  let sessions = 0;
  for (;;) {
    const holders = await holdersSignedIn(desk.database, atOnce, now);
    if (holders.length === 0) return sessions;
    await transaction(desk.database, async (joining) => {
      for (const holder of holders) {
        sessions += await endAndTell(desk, joining, holder, because, now);
      }
    });
  }
}

async function endAndTell(
  desk: SigningOut,
  joining: Transaction,
  holder: Holder,
  because: string,
  now: Date,
): Promise<number> {
  if (holder.is === "client") return await endClient(desk, joining, holder.id, because, now);
  const sessions = await endSessions(joining, holder, "by_firm", now);
  if (sessions > 0) {
    const details = { staff: holder.id, sessions, because };
    await desk.appender.append(system, { kind: staffSignedOut, details }, now, joining);
  }
  return sessions;
}

async function endClient(
  { appender, outbox }: SigningOut,
  joining: Transaction,
  client: Id<"client">,
  because: string,
  now: Date,
): Promise<number> {
  const account = await holdAccount(joining, client);
  const sessions = await endSessions(joining, { is: "client", id: client }, "by_firm", now);
  if (sessions === 0) return 0;
  const event = { kind: clientSignedOut, client, details: { sessions, because } };
  await appender.append(system, event, now, joining);
  const email = await emailOf(joining, client);
  const to = { is: "client", id: client, language: account?.language ?? "en" } as const;
  const message = { template: "signed_out_by_firm", values: { when: now } };
  await outbox.send({ ...to, ...(email && { email }) }, message, now, joining);
  return sessions;
}
