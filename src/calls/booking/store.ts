import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";

/**
 * Keeps an agent's time for this transaction, until it ends: nobody else books it meanwhile.
 * @returns false when somebody does that right now; it doesn't wait, so that no two wait for each other
 */
export async function takeSeat(
  joining: Transaction,
  agent: Id<"staff">,
  startsAt: Date,
): Promise<boolean> {
  const { rows } = await joining.query<{ taken: boolean }>(
    "select pg_try_advisory_xact_lock(hashtextextended('calls ' || $1::text || ' ' || $2::text, 0)) as taken",
    [uuidOf(agent), startsAt.toISOString()],
  );
  return rows[0]?.taken ?? false;
}

/** The call that a client asked for and that isn't over. */
export async function openCallOf(
  queryable: Queryable,
  client: Id<"client">,
): Promise<Id<"call"> | undefined> {
  const { rows } = await queryable.query<{ id: string }>(
    "select id from calls.calls where client = $1::uuid and ended_at is null",
    [uuidOf(client)],
  );
  return rows[0] && idFrom("call", rows[0].id);
}
