import { type Id, type Queryable, uuidOf } from "#platform";

/** The team that somebody on the staff is of. */
export async function teamOf(
  queryable: Queryable,
  staff: Id<"staff">,
): Promise<string | undefined> {
  const { rows } = await queryable.query<{ team: string }>(
    "select team from accounts.door_teams where staff = $1::uuid",
    [uuidOf(staff)],
  );
  return rows[0]?.team;
}
