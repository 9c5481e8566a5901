import { type Actor, type Id, isId, type Queryable, type Transaction } from "#platform";
import type { Appender } from "../append.ts";
import { holdLifted, holdPlaced } from "./kinds.ts";
import { LegalHold, NoSuchHold } from "./refusals.ts";
import {
  endHold,
  type Hold,
  holdsOn,
  insertHold,
  lockHolds,
  type StandingHold,
  standingHolds,
} from "./store.ts";

/**
 * The oldest hold on a client that nobody has lifted: while there is one, nothing of the client is destroyed. Until the
 * transaction in which it is asked has ended, nobody places one.
 */
export async function legalHold(
  queryable: Queryable,
  client: Id<"client">,
): Promise<Hold | undefined> {
  await lockHolds(queryable, client);
  const [hold] = await holdsOn(queryable, [client]);
  return hold;
}

/** Refuses while a hold stands on the client. One may be placed right after: what destroys something asks once more. @throws {LegalHold} */
export async function refuseHeld(queryable: Queryable, client: Id<"client">): Promise<void> {
  const [hold] = await holdsOn(queryable, [client]);
  if (hold) throw new LegalHold(hold);
}

/** The hold of this id, while nobody has lifted it. @throws {NoSuchHold} */
export async function standingHold(queryable: Queryable, id: string): Promise<StandingHold> {
  const [found] = isId("event", id) ? await standingHolds(queryable, { hold: id, limit: 1 }) : [];
  if (!found) throw new NoSuchHold();
  return found;
}

/**
 * Keeps a client's events from being erased, and the client's keys from being destroyed. A client may be under several
 * holds, one for each case. It waits for a shredding that has begun: `shreddedAt` of keys tells of it afterwards.
 * @param reason which case, and nothing personal: it is an entry of the client's
 * @returns the hold, by the event that says who placed it
 */
export async function placeHold(
  appender: Appender,
  joined: Transaction,
  actor: Actor,
  { client, reason }: { client: Id<"client">; reason: string },
  now: Date,
): Promise<Id<"event">> {
  const draft = { kind: holdPlaced, client, details: { reason } };
  const { event } = await appender.append(actor, draft, now, joined);
  await insertHold(joined, client, event);
  return event;
}

/** Ends a hold. @throws {NoSuchHold} */
export async function liftHold(
  appender: Appender,
  joined: Transaction,
  actor: Actor,
  { client, hold, reason }: { client: Id<"client">; hold: Id<"event">; reason: string },
  now: Date,
): Promise<void> {
  const draft = { kind: holdLifted, client, details: { hold, reason } };
  const { event } = await appender.append(actor, draft, now, joined);
  if (!(await endHold(joined, client, hold, event))) throw new NoSuchHold();
}
