import { type Id, idFrom, type Queryable, system, type Transaction, uuidOf } from "#platform";
import {
  type Indicator,
  type IndicatorType,
  keyOf,
  type ReportedIndicator,
  type Standing,
} from "./indicator.ts";

/** A report as it is counted. */
export type KeptReport = {
  client: Id<"client">;
  id: Id<"report">;
  ticket: Id<"ticket">;
  reporter: "client" | "guest" | "anonymous";
  /** A keyed hash, only of a report that counts. */
  network: Uint8Array | undefined;
  verdict: string;
  signals: readonly string[];
};

type StandingRow = {
  standing: Standing["is"];
  since: Date;
  decided_by: string | null;
  event: string | null;
};

type CountedRow = StandingRow & {
  type: IndicatorType;
  value: string;
  reports: number;
  clients: number;
  independent: number;
  guests: number;
  anonymous: number;
  first_at: Date;
  last_at: Date;
};

export async function insertReport(
  joining: Transaction,
  { client, id, ticket, reporter, network, verdict, signals }: KeptReport,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into tickets.scam_reports (client, id, ticket, reporter, counts, network, verdict, signals, reported_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::boolean, $6::bytea, $7::text, $8::text[], $9::timestamptz)`,
    [
      uuidOf(client),
      uuidOf(id),
      uuidOf(ticket),
      reporter,
      network !== undefined,
      network ?? null,
      verdict,
      signals,
      now,
    ],
  );
}

/**
 * Keeps that a report has an indicator, and holds the indicator until the transaction ends: of two reports at once, the
 * later one counts the earlier.
 */
export async function insertSighting(
  joining: Transaction,
  { client, id }: Pick<KeptReport, "client" | "id">,
  { type, value }: Indicator,
  now: Date,
): Promise<Standing> {
  const { rows } = await joining.query<StandingRow>(
    `insert into tickets.indicators (type, value, standing, since)
     values ($1::text, $2::text, 'seen', $3::timestamptz)
     on conflict (type, value) do update set value = excluded.value
     returning standing, since, decided_by, event`,
    [type, value, now],
  );
  await joining.query(
    `insert into tickets.sightings (client, report, type, value) values ($1::uuid, $2::uuid, $3::text, $4::text)`,
    [uuidOf(client), uuidOf(id), type, value],
  );
  const [row] = rows;
  if (!row) throw new Error("the indicator wasn't kept");
  return standingFrom(row);
}

/** Indicators with their counts, those last reported first. */
export async function reportedIndicators(
  queryable: Queryable,
  standing: Standing["is"],
  max: number,
): Promise<ReportedIndicator[]> {
  const { rows } = await queryable.query<CountedRow>(
    `select type, value, standing, since, decided_by, event, reports, clients, independent, guests, anonymous,
       first_at, last_at
     from tickets.reported_indicators where standing = $1::text order by last_at desc, type, value limit $2::int`,
    [standing, max],
  );
  return rows.map(reportedFrom);
}

/** One of them, whatever its standing. */
export async function reportedIndicator(
  queryable: Queryable,
  { type, value }: Indicator,
): Promise<ReportedIndicator | undefined> {
  const { rows } = await queryable.query<CountedRow>(
    `select type, value, standing, since, decided_by, event, reports, clients, independent, guests, anonymous,
       first_at, last_at
     from tickets.reported_indicators where type = $1::text and value = $2::text`,
    [type, value],
  );
  return rows[0] && reportedFrom(rows[0]);
}

/** What the reports of an indicator showed: from how many reporters each signal and each verdict. */
export async function shownOf(
  queryable: Queryable,
  { type, value }: Indicator,
): Promise<{ signals: Record<string, number>; verdicts: Record<string, number> }> {
  const { rows } = await queryable.query<{ code: string; is_verdict: boolean; count: number }>(
    `with reports as (
       select r.client, r.verdict, r.signals from tickets.sightings s
       join tickets.scam_reports r on r.client = s.client and r.id = s.report
       where s.type = $1::text and s.value = $2::text)
     select verdict as code, true as is_verdict, count(distinct client)::int as count from reports group by verdict
     union all
     select signal as code, false as is_verdict, count(distinct client)::int as count from reports, unnest(signals) signal
     group by signal order by count desc, code`,
    [type, value],
  );
  const counted = (isVerdict: boolean) =>
    Object.fromEntries(
      rows.filter((row) => row.is_verdict === isVerdict).map(({ code, count }) => [code, count]),
    );
  return { signals: counted(false), verdicts: counted(true) };
}

/** Which signals the reports of several indicators showed, the most frequent first, by `type:value`. */
export async function signalsOf(
  queryable: Queryable,
  indicators: readonly Indicator[],
): Promise<Map<string, string[]>> {
  const { rows } = await queryable.query<Indicator & { signals: string[] }>(
    `select type, value, array_agg(signal order by count desc, signal) as signals from (
       select s.type, s.value, signal, count(*) as count from tickets.sightings s
       join unnest($1::text[], $2::text[]) as asked (type, value) on asked.type = s.type and asked.value = s.value
       join tickets.scam_reports r on r.client = s.client and r.id = s.report
       cross join unnest(r.signals) signal
       group by s.type, s.value, signal) counted
     group by type, value`,
    [indicators.map(({ type }) => type), indicators.map(({ value }) => value)],
  );
  return new Map(rows.map(({ signals, ...indicator }) => [keyOf(indicator), signals]));
}

/** Says what stands of an indicator from now on. */
export async function saveStanding(
  joining: Transaction,
  { type, value }: Indicator,
  standing: Exclude<Standing, { is: "seen" }>,
): Promise<void> {
  const { is, since, by, event } = standing;
  await joining.query(
    `update tickets.indicators set standing = $3::text, since = $4::timestamptz, decided_by = $5::uuid, event = $6::uuid
     where type = $1::text and value = $2::text`,
    [type, value, is, since, by.is === "staff" ? uuidOf(by.id) : null, uuidOf(event)],
  );
}

/** Holds an indicator until the transaction ends. */
export async function holdIndicator(
  joining: Transaction,
  { type, value }: Indicator,
): Promise<void> {
  await joining.query(
    "select 1 from tickets.indicators where type = $1::text and value = $2::text for update",
    [type, value],
  );
}

/** What the checker warns of. */
export type Confirmed = Indicator & { since: Date; by: "reports" | "analyst" };

export async function confirmedIndicators(queryable: Queryable, max: number): Promise<Confirmed[]> {
  const { rows } = await queryable.query<{
    type: IndicatorType;
    value: string;
    since: Date;
    decided_by: string | null;
  }>(
    `select type, value, since, decided_by from tickets.indicators where standing = 'confirmed'
     order by since desc, type, value limit $1::int`,
    [max],
  );
  return rows.map(({ type, value, since, decided_by: by }) => ({
    ...{ type, value, since },
    by: by === null ? "reports" : "analyst",
  }));
}

/** Takes a client's reports away, and indicators that only they had and nobody decided on. */
export async function eraseReports(joined: Transaction, client: Id<"client">): Promise<void> {
  const owner = [uuidOf(client)];
  await joined.query(
    `with gone as (delete from tickets.sightings where client = $1::uuid returning type, value)
     delete from tickets.indicators i using gone
     where i.type = gone.type and i.value = gone.value and i.standing = 'seen'
       and not exists (select 1 from tickets.sightings s
         where s.type = i.type and s.value = i.value and s.client <> $1::uuid)`,
    owner,
  );
  await joined.query("delete from tickets.scam_reports where client = $1::uuid", owner);
}

function reportedFrom(row: CountedRow): ReportedIndicator {
  const { type, value, reports, clients, independent, guests, anonymous } = row;
  return {
    ...{ type, value, reports, clients, independent, guests, anonymous },
    standing: standingFrom(row),
    firstAt: row.first_at,
    lastAt: row.last_at,
  };
}

function standingFrom({ standing, since, decided_by: by, event }: StandingRow): Standing {
  if (standing === "seen" || event === null) return { is: "seen", since };
  const staff = by === null ? system : ({ is: "staff", id: idFrom("staff", by) } as const);
  return { is: standing, since, by: staff, event: idFrom("event", event) };
}
