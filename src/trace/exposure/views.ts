import type { Id, Queryable } from "#platform";
import type { Exposure } from "./exposure.ts";
import { inPortions } from "./portions.ts";
import { devicesOf, type ShownView, sessionsOf, viewsAt } from "./store.ts";

/** More views of one person aren't listed. */
const viewsMax = 2_000;
/** Values of one client that were shown within such a time of each other are one view. */
const apartSeconds = 600;

/** Somebody was shown values of a client that stand in the sample: in which session, and in which of its rows that client may stand. */
type SeenView = Omit<ShownView, "staff"> & {
  session: Id<"session"> | undefined;
  lines: readonly number[];
};

/** What somebody was shown of what stands in a sample, in the order of time. */
export type PersonViews = {
  staff: Id<"staff">;
  views: readonly SeenView[];
  /** There is more than is listed. */
  isCut: boolean;
  /** In how many sessions, and in how many browsers, of those sessions that are still known. */
  sessions: number;
  devices: number;
  /** Views by the hour of the day in UTC: 24 counts. */
  hours: readonly number[];
};

/**
 * What these people were shown of what stands in the sample. It is read for those who are named, and a few others.
 * @returns in the order of the people
 */
export async function viewsOf(
  queryable: Queryable,
  { rows, asked: { question, looks } }: Pick<Exposure, "rows" | "asked">,
  people: readonly Id<"staff">[],
): Promise<PersonViews[]> {
  if (people.length === 0) return [];
  const limits = { most: viewsMax + 1, apartSeconds };
  const asked = looks.flatMap(({ place, staff, firstMs, lastMs }) => {
    const client = question.asked[place];
    return client && people.includes(staff) ? [{ ...client, staff, firstMs, lastMs }] : [];
  });
  const all = await viewsAt(queryable, asked, limits);
  const portions = await inPortions(all, (some) => sessionsOf(queryable, some));
  const sessions = new Map(portions.flatMap((each) => [...each]));
  const devices = await devicesOf(queryable, people, [...new Set(sessions.values())]);
  const lines = linesOf(rows);
  const owners = new Map(question.asked.map(({ client, owner }) => [client, owner]));
  const byPerson = Map.groupBy(all, ({ staff }) => staff);
  return people.map((staff) => {
    const found = byPerson.get(staff) ?? [];
    const views = found.slice(0, viewsMax).map(({ staff: _staff, ...view }) => {
      const client = owners.get(view.client) ?? view.client;
      return {
        ...{ ...view, client, session: sessions.get(view.event) },
        lines: lines.get(client) ?? [],
      };
    });
    const own = known(views.map(({ session }) => session));
    const browsers = known(own.map((session) => devices.get(session)));
    return {
      ...{ staff, views, isCut: found.length > viewsMax, hours: hoursOf(views) },
      ...{ sessions: own.length, devices: browsers.length },
    };
  });
}

function hoursOf(views: readonly SeenView[]): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { at } of views) hours[at.getUTCHours()] = (hours[at.getUTCHours()] ?? 0) + 1;
  return hours;
}

function linesOf(rows: Exposure["rows"]): Map<Id<"client">, number[]> {
  const lines = new Map<Id<"client">, number[]>();
  for (const { row, outcome } of rows) {
    if (outcome.is !== "found") continue;
    for (const { client } of outcome.candidates) {
      lines.set(client, [...(lines.get(client) ?? []), row.line]);
    }
  }
  return lines;
}

function known<Value>(values: readonly (Value | undefined)[]): Value[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
