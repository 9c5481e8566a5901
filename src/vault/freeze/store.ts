import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import { frozenFor } from "#tickets";
import type { Freeze, FreezeReason } from "./freeze.ts";

type FreezeRow = {
  id: string;
  staff: string;
  client: string | null;
  because: FreezeReason;
  since: Date;
  kept_at: Date | null;
};

/** Those of these people that aren't lifted, the oldest first. */
export async function freezesOf(
  queryable: Queryable,
  staff: readonly Id<"staff">[],
): Promise<Freeze[]> {
  const { rows } = await queryable.query<FreezeRow>(
    `select id, staff, client, because, since, kept_at from vault.freezes
     where staff = any ($1::uuid[]) and lifted_at is null order by since, id`,
    [staff.map(uuidOf)],
  );
  return rows.map(freezeFrom);
}

/**
 * The freezes of a person that these answers of clients made, or hold up, and whether they alone do: what a client took back
 * holds nothing up, unless somebody had kept the freeze by then. In the order of clients, as the ledger holds their chains.
 */
export async function freezesBy(
  joining: Transaction,
  staff: Id<"staff">,
  answers: readonly Id<"answer">[],
): Promise<(Freeze & { isWhollyBy: boolean })[]> {
  const { rows } = await joining.query<FreezeRow & { is_wholly_by: boolean }>(
    `select f.id, f.staff, f.client, f.because, f.since, f.kept_at, bool_and(a.id = any ($2::uuid[])) as is_wholly_by
     from vault.freezes f
     join vault.answers a on a.client = f.client and a.staff = f.staff and a.said = 'no'
       and (a.taken_back_at is null or a.taken_back_at >= f.kept_at)
     where f.staff = $1::uuid and f.because = 'doubt' and f.lifted_at is null
     group by f.id having bool_or(a.id = any ($2::uuid[])) order by f.client, f.id`,
    [uuidOf(staff), answers.map(uuidOf)],
  );
  return rows.map((row) => ({ ...freezeFrom(row), isWhollyBy: row.is_wholly_by }));
}

/** Whether this person is shown nothing of this client now. */
export async function isFrozenFor(
  queryable: Queryable,
  staff: Id<"staff">,
  client: Id<"client">,
): Promise<boolean> {
  return frozenFor(await freezesOf(queryable, [staff]), client).has(staff);
}

/** Every freeze that isn't lifted, the newest first. */
export async function openFreezes(queryable: Queryable, most: number): Promise<Freeze[]> {
  const { rows } = await queryable.query<FreezeRow>(
    `select id, staff, client, because, since, kept_at from vault.freezes
     where lifted_at is null order by since desc, id desc limit $1::integer`,
    [most],
  );
  return rows.map(freezeFrom);
}

/** The clients whose doubt of this person a lead has looked into and lifted. */
export async function explainedDoubters(
  queryable: Queryable,
  staff: Id<"staff">,
): Promise<ReadonlySet<Id<"client">>> {
  const { rows } = await queryable.query<{ client: string }>(
    `select distinct client from vault.freezes
     where staff = $1::uuid and client is not null and because = 'doubt' and lifted_by is not null`,
    [uuidOf(staff)],
  );
  return new Set(rows.map(({ client }) => idFrom("client", client)));
}

export async function insertFreeze(joining: Transaction, freeze: Freeze): Promise<void> {
  const { id, staff, client, because, since } = freeze;
  await joining.query(
    `insert into vault.freezes (id, staff, client, because, since)
     values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::timestamptz)`,
    [uuidOf(id), uuidOf(staff), client && uuidOf(client), because, since],
  );
}

/** @param by the lead who lifts it; nobody, when it ends with the doubts that made it. @returns whether it was there */
export async function liftFreeze(
  joining: Transaction,
  id: Id<"freeze">,
  by: Id<"staff"> | undefined,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update vault.freezes set lifted_at = $2::timestamptz, lifted_by = $3::uuid
     where id = $1::uuid and lifted_at is null`,
    [uuidOf(id), now, by && uuidOf(by)],
  );
  return rowCount === 1;
}

/** @returns whether it was there, and nobody had kept it before */
export async function keepFreeze(
  joining: Transaction,
  id: Id<"freeze">,
  by: Id<"staff">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update vault.freezes set kept_at = $2::timestamptz, kept_by = $3::uuid
     where id = $1::uuid and lifted_at is null and kept_at is null`,
    [uuidOf(id), now, uuidOf(by)],
  );
  return rowCount === 1;
}

function freezeFrom(row: FreezeRow): Freeze {
  return {
    id: idFrom("freeze", row.id),
    staff: idFrom("staff", row.staff),
    ...(row.client && { client: idFrom("client", row.client) }),
    because: row.because,
    since: row.since,
    ...(row.kept_at && { keptAt: row.kept_at }),
  };
}
