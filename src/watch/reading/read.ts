import { staffHere } from "#accounts";
import { type Database, dayMs, dayOf, hourMs, type Id, startOf } from "#platform";
import type { AccessRules } from "#vault";
import type { Reading, Shown } from "./reading.ts";
import {
  type Assignment,
  assignmentsOf,
  canaryActs,
  countsNow,
  daysSince,
  decoyHitsIn,
  endsOf,
  passesSince,
  readUntil,
  refusedIn,
  shownIn,
  smallSamplesIn,
  standingDoubts,
  unmarkedIn,
  workSince,
} from "./store.ts";

const monthDays = 28;
/** Events that were committed late are still read. */
const overlapMs = 10 * 60_000;
/** A look that was on its way while its ticket ended. */
const underWayMs = 10_000;
/** After a longer silence, such as at the first start, older days are read by 28 days' figures alone. */
const behindDaysMax = 7;

type Looked = {
  staff: string;
  client: string | undefined;
  ticket?: string | undefined;
  at: Date;
};

type ReadingDesk = { database: Database; access(): Promise<Pick<AccessRules, "budgets">> };

/** Reads everything since the beginning of the day of the last reading, and what 28 days add up to. */
export async function readLedger({ database, access }: ReadingDesk, now: Date): Promise<Reading> {
  const last = (await readUntil(database)) ?? now;
  const window = { from: startOf(unreadSince(last, now), dayMs), to: now };
  const day = startOf(now, dayMs);
  const month = new Date(day.getTime() - (monthDays - 1) * dayMs);
  const { budgets } = await access();
  const shown = await shownIn(database, window);
  const touches = await canaryActs(database, window);
  const refused = await refusedIn(database, window);
  const clients = [...shown, ...touches, ...refused].flatMap(({ client }) => client ?? []);
  const given = givenTo(await assignmentsOf(database, [...new Set(clients)]));
  const ends = await endsOf(database, [...new Set(shown.map(({ client }) => client))]);
  const passes = await passesSince(database, month);
  const passed = [...new Set(passes.map(({ staff }) => staff))];
  return {
    ...{ people: await staffHere(database), budgets, passes },
    shown: shown.filter((look) => !given(look) || isOver(look, ends)),
    refused: refused.map((one) => ({
      ...one,
      isStranger: one.client !== undefined && !given(one),
    })),
    touches: touches.filter((touch) => !given(touch)),
    doubts: await standingDoubts(database, month),
    decoyHits: await decoyHitsIn(database, window),
    unmarked: await unmarkedIn(database, window),
    smallSamples: await smallSamplesIn(database, window),
    counts: await countsNow(database, { hour: startOf(now, hourMs), day, month }),
    days: await daysSince(database, dayOf(month), now),
    work: await workSince(database, { day: month, pass: passed }),
  };
}

/**
 * From when on there may be events that nobody read. A mark that lies ahead by more than clocks differ says nothing: one was
 * wrong, or somebody wrote it there.
 */
function unreadSince(last: Date, now: Date): Date {
  const longest = now.getTime() - behindDaysMax * dayMs;
  const since = last.getTime() - overlapMs;
  return new Date(since > now.getTime() ? longest : Math.max(since, longest));
}

/** What says whether the desk had given that ticket, or without a ticket one of that client, to who acted. */
function givenTo(assignments: readonly Assignment[]) {
  const given = Map.groupBy(assignments, ({ staff, client }) => `${staff} ${client}`);
  return ({ staff, client, ticket, at }: Looked): boolean =>
    (given.get(`${staff} ${client}`) ?? []).some(
      (one) => one.at <= at && (ticket === undefined || one.ticket === ticket),
    );
}

/** Whether a look stood on a ticket's opening after the ledger says that the ticket had ended, whatever its row says. */
function isOver(
  { grant, ticket, at }: Shown & { ticket: Id<"ticket"> | undefined },
  ends: ReadonlyMap<Id<"ticket">, Date>,
): boolean {
  const end = ticket && grant === "ticket" ? ends.get(ticket) : undefined;
  return end !== undefined && at.getTime() > end.getTime() + underWayMs;
}
