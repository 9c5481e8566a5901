import type { Queryable } from "#platform";

/** A kept head with the signature lines that witnesses answered, each as they sent them. */
export type CosignedHead = { size: number; note: string; signedAt: Date; cosignatures: string[] };

type HeadRow = { size: string; note: string; signed_at: Date; cosignatures: string[] };

/** Kept heads up to that size, the largest first. */
export async function headsUpTo(
  queryable: Queryable,
  size: number,
  headsMax: number,
): Promise<CosignedHead[]> {
  const { rows } = await queryable.query<HeadRow>(
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
  const { rows } = await queryable.query<HeadRow>(
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

function headFromRow({ size, note, signed_at: signedAt, cosignatures }: HeadRow): CosignedHead {
  return { size: Number(size), note, signedAt, cosignatures };
}
