import type { Queryable } from "#platform";
import type { Holiday } from "./holiday.ts";

type HolidayRow = { day: string; employer: string; name: string };

/** Adds a holiday, or gives it another name. */
export async function saveHoliday(
  queryable: Queryable,
  { day, employer, name }: Holiday,
): Promise<void> {
  await queryable.query(
    `insert into calls.holidays (day, employer, name) values ($1::date, $2::text, $3::text)
     on conflict (day, employer) do update set name = excluded.name`,
    [day, employer ?? "", name],
  );
}

/** @returns false when it was none */
export async function deleteHoliday(
  queryable: Queryable,
  { day, employer }: Pick<Holiday, "day" | "employer">,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    "delete from calls.holidays where day = $1::date and employer = $2::text",
    [day, employer ?? ""],
  );
  return rowCount === 1;
}

/** The holidays of the days in UTC that a time touches. */
export async function holidaysBetween(
  queryable: Queryable,
  from: Date,
  to: Date,
): Promise<Holiday[]> {
  const { rows } = await queryable.query<HolidayRow>(
    `select to_char(day, 'YYYY-MM-DD') as day, employer, name from calls.holidays
     where day between ($1::timestamptz at time zone 'UTC')::date and ($2::timestamptz at time zone 'UTC')::date
     order by day, employer`,
    [from, to],
  );
  return rows.map(holidayFrom);
}

/** Every holiday from a day on. */
export async function holidaysFrom(queryable: Queryable, day: string): Promise<Holiday[]> {
  const { rows } = await queryable.query<HolidayRow>(
    `select to_char(day, 'YYYY-MM-DD') as day, employer, name from calls.holidays
     where day >= $1::date order by day, employer`,
    [day],
  );
  return rows.map(holidayFrom);
}

function holidayFrom({ day, employer, name }: HolidayRow): Holiday {
  return { day, employer: employer === "" ? undefined : employer, name };
}
