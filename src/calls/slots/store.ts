import { idFrom, type Queryable } from "#platform";
import type { Seat } from "./slots.ts";

/** What is booked within a time, of all agents. */
export async function seatsBetween(queryable: Queryable, from: Date, to: Date): Promise<Seat[]> {
  const { rows } = await queryable.query<{ agent: string; starts_at: Date }>(
    `select agent, starts_at from calls.calls
     where starts_at >= $1::timestamptz and starts_at < $2::timestamptz and ended_at is null`,
    [from, to],
  );
  return rows.map(({ agent, starts_at: startsAt }) => ({
    agent: idFrom("staff", agent),
    startsAt,
  }));
}
