import { type Actor, dayOf, type Id, type Queryable, type Transaction } from "#platform";
import type { Appender } from "../append.ts";
import { dayStart, daysLater } from "../day.ts";
import { keptEvent } from "../store.ts";
import { entryOpened, entrySealed, type SealingReason, sealedEntryKinds } from "./kinds.ts";
import { AlreadyOpen, NoSuchEntry, NotSealed, WrongSealingTime } from "./refusals.ts";
import {
  endSeal,
  insertSeal,
  type SealedEntry,
  type SealedNow,
  sealedEntries,
  sealedNow,
} from "./store.ts";

const daysMax = 30;

type Sealing = {
  client: Id<"client">;
  entry: Id<"event">;
  reason: SealingReason;
  /** The entry opens when this day begins, in UTC: 2026-12-01. */
  until: string;
};

/**
 * Hides an entry from its client, or does so for longer: 30 days in all. The event that says so is hidden with it. It
 * joins the transaction in which the caller uses up what approves it.
 * @throws {NoSuchEntry | AlreadyOpen | WrongSealingTime}
 */
export async function sealEntry(
  appender: Pick<Appender, "append">,
  joined: Transaction,
  actor: Actor,
  { client, ...details }: Sealing,
  now: Date,
): Promise<void> {
  const { entry, until } = details;
  const found = await keptEvent(joined, client, entry);
  if (!found || isAboutSealing(found.event.kind)) throw new NoSuchEntry();
  const [sealed] = await sealedEntries(joined, client, [entry]);
  if (sealed && !isSealed(sealed, now)) throw new AlreadyOpen();
  requireUntil(until, sealed?.sealedAt ?? now, now);
  const { event } = await appender.append(
    actor,
    { kind: entrySealed, client, details },
    now,
    joined,
  );
  await insertSeal(joined, client, event, entry);
}

/** Opens a sealed entry before its day, and all that told of its sealing. @throws {NotSealed} */
export async function openEntry(
  appender: Appender,
  joined: Transaction,
  actor: Actor,
  { client, entry }: Pick<Sealing, "client" | "entry">,
  now: Date,
): Promise<void> {
  const draft = { kind: entryOpened, client, details: { entry } };
  const { event } = await appender.append(actor, draft, now, joined);
  if (!(await endSeal(joined, client, event, entry))) throw new NotSealed();
}

/** The day on which the first of these events opens that is sealed now; undefined when none is. */
export async function sealedUntil(
  queryable: Queryable,
  client: Id<"client">,
  events: readonly Id<"event">[],
  now: Date,
): Promise<string | undefined> {
  const sealed = await sealedEntries(queryable, client, events);
  return sealed.find((one) => isSealed(one, now))?.until;
}

/** What is sealed from a client at that time, this event perhaps among it; undefined when nothing is. */
export async function sealedFrom(
  queryable: Queryable,
  client: Id<"client">,
  event: Id<"event">,
  now: Date,
): Promise<SealedNow | undefined> {
  return await sealedNow(queryable, client, event, dayOf(now));
}

function isSealed({ until, openedAt }: SealedEntry, now: Date): boolean {
  return openedAt === undefined && now < dayStart(until);
}

function isAboutSealing(kind: string): boolean {
  return sealedEntryKinds.some(({ name }) => name === kind);
}

function requireUntil(until: string, sealedAt: Date, now: Date): void {
  const last = daysLater(dayOf(sealedAt), daysMax);
  const today = dayOf(now);
  if (until <= today || until > last) throw new WrongSealingTime(until, today, last);
}
