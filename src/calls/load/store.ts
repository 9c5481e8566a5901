import type { Queryable } from "#platform";
import type { Channel } from "../leg/index.ts";

/** Calls that were due in a time: all, or those of one language or channel. */
export type LoadAsked = {
  now: Date;
  /** Today and those before it. */
  days: number;
  /** In which days begin, and hours are told. */
  timeZone: string;
  language: string | undefined;
  channel: Channel | undefined;
};

/** What became of the calls of a day, or of all. Seconds are the middle ones: half of the calls have more. */
export type LoadCounts = {
  calls: number;
  /** From asking to the booked time. */
  waitedSeconds: number | undefined;
  tried: number;
  answered: number;
  /** The client didn't answer. */
  unreached: number;
  /** We didn't call. */
  uncalled: number;
  stopped: number;
  lengthSeconds: number | undefined;
};

type CountsRow = {
  day: string | null;
  calls: number;
  waited: number | null;
  tried: number;
  answered: number;
  unreached: number;
  uncalled: number;
  stopped: number;
  length: number | null;
};

/** By day (`YYYY-MM-DD`), and under an empty text those of all days together. */
export async function countsByDay(
  queryable: Queryable,
  { now, days, timeZone, language, channel }: LoadAsked,
): Promise<ReadonlyMap<string, LoadCounts>> {
  const { rows } = await queryable.query<CountsRow>(
    `with due as (
       select (c.starts_at at time zone $3::text)::date::text as day, c.outcome,
         extract(epoch from c.starts_at - c.asked_at)::float8 as waited, l.tries, l.answered, l.seconds
       from calls.calls c
       left join lateral (select count(*) as tries, count(answered_at) as answered,
           extract(epoch from sum(ended_at - answered_at))::float8 as seconds
         from calls.legs where client = c.client and call = c.id) l on true
       where c.starts_at >= (($1::timestamptz at time zone $3::text)::date - ($2::integer - 1))::timestamp at time zone $3::text
         and c.starts_at < $1::timestamptz and c.outcome <> 'cancelled'
         and ($4::text is null or c.language = $4::text) and ($5::text is null or c.channel = $5::text)
     )
     select day, count(*)::integer as calls, percentile_cont(0.5) within group (order by waited) as waited,
       (count(*) filter (where tries > 0))::integer as tried,
       (count(*) filter (where answered > 0))::integer as answered,
       (count(*) filter (where outcome = 'missed' and tries > 0))::integer as unreached,
       (count(*) filter (where outcome = 'missed' and tries = 0))::integer as uncalled,
       (count(*) filter (where outcome = 'stopped'))::integer as stopped,
       percentile_cont(0.5) within group (order by seconds) filter (where answered > 0) as length
     from due group by grouping sets ((day), ())`,
    [now, days, timeZone, language, channel],
  );
  return new Map(
    rows.map(({ day, waited, length, ...counts }) => [
      day ?? "",
      { ...counts, waitedSeconds: waited ?? undefined, lengthSeconds: length ?? undefined },
    ]),
  );
}

/** How many calls were due in each hour of the day. */
export async function callsByHour(
  queryable: Queryable,
  { now, days, timeZone, language, channel }: LoadAsked,
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await queryable.query<{ hour: number; calls: number }>(
    `select extract(hour from starts_at at time zone $3::text)::integer as hour, count(*)::integer as calls
     from calls.calls
     where starts_at >= (($1::timestamptz at time zone $3::text)::date - ($2::integer - 1))::timestamp at time zone $3::text
       and starts_at < $1::timestamptz and outcome <> 'cancelled'
       and ($4::text is null or language = $4::text) and ($5::text is null or channel = $5::text)
     group by 1`,
    [now, days, timeZone, language, channel],
  );
  return new Map(rows.map(({ hour, calls }) => [hour, calls]));
}

/** The languages in which calls were due in a time. */
export async function languagesOf(
  queryable: Queryable,
  { now, days, timeZone }: Pick<LoadAsked, "now" | "days" | "timeZone">,
): Promise<string[]> {
  const { rows } = await queryable.query<{ language: string }>(
    `select distinct language from calls.calls
     where starts_at >= (($1::timestamptz at time zone $3::text)::date - ($2::integer - 1))::timestamp at time zone $3::text
       and starts_at < $1::timestamptz order by language`,
    [now, days, timeZone],
  );
  return rows.map(({ language }) => language);
}
