import type { Id, Queryable } from "#platform";
import type { FieldName } from "#policy";
import type { Exposure } from "./exposure.ts";
import { devicesOf, looksOf, type ShownValue } from "./store.ts";

/** More looks of one person aren't shown. */
const looksMax = 2_000;
/** Values that were shown of one client within such a time of each other are one view. */
const viewMs = 10 * 60_000;

/** Somebody was shown values of a client that stand in the sample, at one time. */
export type SeenView = {
  at: Date;
  client: Id<"client">;
  /** The rows of the sample that may be about this client. */
  lines: readonly number[];
  fields: readonly FieldName[];
  /** The first look; the others follow it within minutes. */
  event: Id<"event">;
  session: Id<"session"> | undefined;
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
  { rows, asked: { question, before } }: Pick<Exposure, "rows" | "asked">,
  people: readonly Id<"staff">[],
): Promise<PersonViews[]> {
  const values = await looksOf(queryable, question.asked, before, people, looksMax);
  const own = Map.groupBy(values, ({ staff }) => staff);
  const sessions = [...new Set(values.flatMap(({ session }) => session ?? []))];
  const about = { lines: linesOf(rows), devices: await devicesOf(queryable, people, sessions) };
  return people.map((staff) => viewsFrom(staff, own.get(staff) ?? [], about));
}

type About = {
  lines: ReadonlyMap<Id<"client">, readonly number[]>;
  devices: ReadonlyMap<Id<"session">, string>;
};

function viewsFrom(
  staff: Id<"staff">,
  values: readonly ShownValue[],
  { lines, devices }: About,
): PersonViews {
  const views: (SeenView & { fields: FieldName[] })[] = [];
  const last = new Map<Id<"client">, { view: SeenView & { fields: FieldName[] }; at: Date }>();
  for (const { client, at, field, event, session } of values) {
    const open = last.get(client);
    const isSame = open && open.view.session === session && Number(at) - Number(open.at) < viewMs;
    const view = isSame
      ? open.view
      : { at, client, lines: lines.get(client) ?? [], fields: [], event, session };
    if (!isSame) views.push(view);
    if (!view.fields.includes(field)) view.fields.push(field);
    last.set(client, { view, at });
  }
  const hours = Array.from({ length: 24 }, () => 0);
  for (const { at } of views) hours[at.getUTCHours()] = (hours[at.getUTCHours()] ?? 0) + 1;
  return {
    ...{ staff, views, hours, isCut: values.length === looksMax },
    sessions: known(values.map(({ session }) => session)),
    devices: known(values.map(({ session }) => session && devices.get(session))),
  };
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

function known(values: readonly (string | undefined)[]): number {
  return new Set(values.filter((value) => value !== undefined)).size;
}
