import { dayMs, hourMs, type Id, startOf, type Transaction, uuidOf } from "#platform";

const monthDays = 28;

/** What somebody did so far, and whether that person is stopped altogether. */
export type AskCount = {
  hour: number;
  day: number;
  month: number;
  asked: number;
  isFrozen: boolean;
};

/** Counts an ask as an attempt. The person's counts stay held until the transaction ends: nobody asks beside it. */
export async function countAsk(
  joining: Transaction,
  staff: Id<"staff">,
  now: Date,
): Promise<AskCount> {
  const day = startOf(now, dayMs);
  const { rows } = await joining.query<{
    hour: number;
    day: number;
    month: number;
    asked: number;
    is_frozen: boolean;
  }>(
    `with counted as (
       insert into vault.counts as c (staff, day, hour, attempts)
       values ($1::uuid, $2::timestamptz, $3::timestamptz, 1)
       on conflict (staff, day) do update set attempts = c.attempts + 1, hour = greatest(c.hour, excluded.hour),
         hour_reveals = case when c.hour < excluded.hour then 0 else c.hour_reveals end,
         hour_searches = case when c.hour < excluded.hour then 0 else c.hour_searches end
       returning c.hour_reveals, c.reveals
     )
     select d.hour_reveals as hour, d.reveals as day, d.reveals + (select coalesce(sum(b.reveals), 0)::integer
         from vault.counts b where b.staff = $1::uuid and b.day >= $4::timestamptz and b.day < $2::timestamptz)
         as month,
       (select count(*)::integer from vault.asked_passes p
         where p.staff = $1::uuid and p.asked_at >= $2::timestamptz) as asked,
       exists (select from vault.freezes z
         where z.staff = $1::uuid and z.client is null and z.lifted_at is null) as is_frozen
     from counted d`,
    [uuidOf(staff), day, startOf(now, hourMs), new Date(day.getTime() - (monthDays - 1) * dayMs)],
  );
  const [row] = rows;
  if (!row) throw new Error("an ask wasn't counted");
  const { is_frozen: isFrozen, ...counts } = row;
  return { ...counts, isFrozen };
}

/** Until the transaction ends, this person asks for nothing beside it. */
export async function holdAsking(
  joining: Transaction,
  staff: Id<"staff">,
  now: Date,
): Promise<void> {
  await joining.query(
    `select from vault.counts
     where staff = $1::uuid and day = $2::timestamptz for update`,
    [uuidOf(staff), startOf(now, dayMs)],
  );
}
