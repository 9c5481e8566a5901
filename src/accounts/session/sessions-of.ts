import type { Queryable } from "#platform";
import type { Profile } from "#policy";
import { type Holder, isOver, type Session } from "./session.ts";
import { openSessions } from "./store.ts";

/** Where somebody is signed in now: what ended by silence isn't among it, though nobody wrote that down. */
export async function sessionsOf(
  { database, profile }: { database: Queryable; profile(): Promise<Profile> },
  holder: Holder,
  now: Date,
): Promise<Session[]> {
  const [open, timings] = await Promise.all([openSessions(database, holder, now), profile()]);
  return open.filter((session) => !isOver(session, timings, now));
}
