import { dayMs, type Id, type Queryable, uuidOf } from "#platform";

const monthMs = 28 * dayMs;

/** What somebody did with break-glass before, for who is to agree to more of it. */
export type History = {
  /** How often it was asked for within 28 days. */
  asked: number;
  /** How often it was given within 28 days, and ever. */
  month: number;
  ever: number;
  /** How often by this same approver. */
  withApprover: number;
  /** How many were found wrong afterwards, and how many nobody reviewed yet. */
  wrong: number;
  unreviewed: number;
  /** Reveals of clients who never contacted that person. */
  uncontacted: number;
};

export async function historyOf(
  queryable: Queryable,
  staff: Id<"staff">,
  approver: Id<"staff">,
  now: Date,
): Promise<History> {
  const { rows } = await queryable.query<{
    asked: number;
    month: number;
    ever: number;
    with_approver: number;
    wrong: number;
    unreviewed: number;
    uncontacted: number;
  }>(
    `select
       (select count(*)::integer from vault.asked_passes a
         where a.staff = $1::uuid and a.asked_at >= $3::timestamptz) as asked,
       count(*) filter (where p.given_at >= $3::timestamptz)::integer as month, count(*)::integer as ever,
       count(*) filter (where p.approver = $2::uuid)::integer as with_approver,
       count(*) filter (where p.finding = 'wrong')::integer as wrong,
       count(*) filter (where p.reviewed_at is null)::integer as unreviewed,
       coalesce((select u.reveals from vault.uncontacted u where u.staff = $1::uuid), 0) as uncontacted
     from vault.passes p where p.staff = $1::uuid and p.kind = 'break_glass'`,
    [uuidOf(staff), uuidOf(approver), new Date(now.getTime() - monthMs)],
  );
  const [row] = rows;
  if (!row) throw new Error("a count gave no row");
  const { with_approver: withApprover, ...counts } = row;
  return { ...counts, withApprover };
}
