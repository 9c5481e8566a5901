import type { Queryable } from "#platform";

/** A kept head with the signature lines that witnesses answered, each as they sent them. */
export type CosignedHead = { size: number; note: string; signedAt: Date; cosignatures: string[] };

type CosignedRow = { size: string; note: string; signed_at: Date; cosignatures: string[] };

/** Kept heads up to that size, the largest first. */
export async function headsUpTo(
  queryable: Queryable,
  size: number,
  headsMax: number,
): Promise<CosignedHead[]> {
  const { rows } = await queryable.query<CosignedRow>(
    `select c.size, c.note, c.signed_at,
       array(select s.lines from ledger.cosignatures s where s.size = c.size order by s.witness) as cosignatures
     from ledger.checkpoints c where c.size <= $1::bigint order by c.size desc limit $2::integer`,
    [size, headsMax],
  );
  return rows.map(headFromRow);
}

/** Kept heads that hold the leaf of that index, the first such first. */
export async function headsWith(
  queryable: Queryable,
  index: number,
  headsMax: number,
): Promise<CosignedHead[]> {
  const { rows } = await queryable.query<CosignedRow>(
    `select c.size, c.note, c.signed_at,
       array(select s.lines from ledger.cosignatures s where s.size = c.size order by s.witness) as cosignatures
     from ledger.checkpoints c where c.size > $1::bigint order by c.size limit $2::integer`,
    [index, headsMax],
  );
  return rows.map(headFromRow);
}

/** The largest head that each of these witnesses has cosigned. Who never did is missing. */
export async function witnessedSizes(
  queryable: Queryable,
  witnesses: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await queryable.query<{ witness: string; size: string }>(
    `select asked.witness, last.size
     from unnest($1::text[]) as asked (witness)
     cross join lateral (
       select s.size from ledger.cosignatures s where s.witness = asked.witness order by s.size desc limit 1
     ) last`,
    [witnesses],
  );
  return new Map(rows.map(({ witness, size }) => [witness, Number(size)]));
}

/** Up to which number each lane's events wait to be sealed. */
export type PendingLanes = { instances: number[]; upTo: string[] };

export async function pendingLanes(queryable: Queryable): Promise<PendingLanes> {
  const { rows } = await queryable.query<{ instance: number; up_to: string }>(
    "select instance, max(instance_seq) as up_to from ledger.pending group by instance",
  );
  return {
    instances: rows.map(({ instance }) => instance),
    upTo: rows.map(({ up_to: upTo }) => upTo),
  };
}

/** Whether any of them still waits. */
export async function hasPendingUpTo(
  queryable: Queryable,
  { instances, upTo }: PendingLanes,
): Promise<boolean> {
  if (instances.length === 0) return false;
  const { rows } = await queryable.query<{ waits: boolean }>(
    `select exists (
       select from unnest($1::integer[], $2::bigint[]) as lane (instance, up_to)
       join ledger.pending p on p.instance = lane.instance and p.instance_seq <= lane.up_to
     ) as waits`,
    [instances, upTo],
  );
  return rows[0]?.waits ?? false;
}

/** How the sealer is doing. */
export type SealerRow = {
  /** How many events wait to be sealed; a very large number is cut off. */
  waiting: number;
  /** Until when some process has the lease; undefined when none ever had it. */
  leasedUntil: Date | undefined;
  trouble: string | undefined;
};

export async function sealerRow(queryable: Queryable, waitingMax: number): Promise<SealerRow> {
  const { rows } = await queryable.query<{
    waiting: string;
    expires_at: Date | null;
    trouble: string | null;
  }>(
    `select (select count(*) from (select from ledger.pending limit $1::integer) w) as waiting,
       l.expires_at, l.trouble
     from ledger.lease l`,
    [waitingMax],
  );
  const [row] = rows;
  if (!row) throw new Error("the ledger has no lease");
  return {
    waiting: Number(row.waiting),
    leasedUntil: row.expires_at ?? undefined,
    trouble: row.trouble ?? undefined,
  };
}

/** How far a witness is: the last head that it cosigned, and since when the next one waits for it. */
export type WitnessRow = {
  last: { size: number; cosignedAt: Date } | undefined;
  waitsSince: Date | undefined;
};

/** How far each of these witnesses is, in their order. */
export async function witnessRows(
  queryable: Queryable,
  witnesses: readonly string[],
): Promise<WitnessRow[]> {
  const { rows } = await queryable.query<{
    size: string | null;
    cosigned_at: Date | null;
    waits_since: Date | null;
  }>(
    `select last.size, last.cosigned_at,
       (select c.signed_at from ledger.checkpoints c where c.size > coalesce(last.size, -1)
        order by c.size limit 1) as waits_since
     from unnest($1::text[]) with ordinality as asked (witness, place)
     left join lateral (
       select s.size, s.cosigned_at from ledger.cosignatures s where s.witness = asked.witness
       order by s.size desc limit 1
     ) last on true
     order by asked.place`,
    [witnesses],
  );
  return rows.map(({ size, cosigned_at: cosignedAt, waits_since: waitsSince }) => ({
    last: size !== null && cosignedAt ? { size: Number(size), cosignedAt } : undefined,
    waitsSince: waitsSince ?? undefined,
  }));
}

/** A kept head, and when each witness cosigned it, in the order that was asked for. */
export type HeadRow = { size: number; signedAt: Date; cosignedAt: (Date | undefined)[] };

/** The newest kept heads, oldest first. */
export async function newestHeads(
  queryable: Queryable,
  witnesses: readonly string[],
  headsMax: number,
): Promise<HeadRow[]> {
  const { rows } = await queryable.query<{
    size: string;
    signed_at: Date;
    cosigned_at: (Date | null)[];
  }>(
    `select c.size, c.signed_at, array(
       select s.cosigned_at from unnest($1::text[]) with ordinality as asked (witness, place)
       left join ledger.cosignatures s on s.size = c.size and s.witness = asked.witness order by asked.place
     ) as cosigned_at
     from (select k.size, k.signed_at from ledger.checkpoints k order by k.size desc limit $2::integer) c
     order by c.size`,
    [witnesses, headsMax],
  );
  return rows.map(({ size, signed_at: signedAt, cosigned_at: cosigned }) => ({
    size: Number(size),
    signedAt,
    cosignedAt: cosigned.map((at) => at ?? undefined),
  }));
}

function headFromRow({ size, note, signed_at: signedAt, cosignatures }: CosignedRow): CosignedHead {
  return { size: Number(size), note, signedAt, cosignatures };
}
