import type { Queryable } from "#platform";

/** Events that stand one after the other in one lane: what the tree takes in one piece. */
export type Run = { instance: number; firstSeq: number; commitments: Buffer };

export type Growth = {
  oldSize: number;
  newSize: number;
  bundles: readonly { index: number; commitments: Uint8Array }[];
  tiles: readonly { level: number; index: number; hashes: Uint8Array }[];
  runs: readonly Run[];
};

/**
 * Takes the lease, or renews it. `trouble` says in words why the holder doesn't seal.
 * @returns the fence that the holder's writes carry; undefined while another process holds the lease
 */
export async function holdLease(
  queryable: Queryable,
  holder: string,
  now: Date,
  expiresAt: Date,
  trouble: string | undefined,
): Promise<number | undefined> {
  const { rows } = await queryable.query<{ fence: string | null }>(
    "select ledger.hold_lease($1::uuid, $2::timestamptz, $3::timestamptz, $4::text) as fence",
    [holder, now, expiresAt, trouble],
  );
  const fence = rows[0]?.fence;
  return fence === null || fence === undefined ? undefined : Number(fence);
}

/** Up to `eventsMax` events of the outbox, a run for each unbroken row of a lane's numbers. */
export async function readPending(queryable: Queryable, eventsMax: number): Promise<Run[]> {
  const { rows } = await queryable.query<{
    instance: number;
    first_seq: string;
    commitments: Buffer;
  }>(
    `select n.instance, min(n.instance_seq) as first_seq,
       string_agg(n.commitment, ''::bytea order by n.instance_seq) as commitments
     from (
       select w.instance, w.instance_seq, w.commitment,
         w.instance_seq - row_number() over (partition by w.instance order by w.instance_seq) as island
       from (select p.instance, p.instance_seq, p.commitment from ledger.pending p limit $1::integer) w
     ) n
     group by n.instance, n.island order by n.instance, first_seq`,
    [eventsMax],
  );
  return rows.map(({ instance, first_seq, commitments }) => ({
    instance,
    firstSeq: Number(first_seq),
    commitments,
  }));
}

/**
 * Takes the runs out of the outbox and adds them to the tree, all or nothing. It fails when the tree isn't `oldSize`
 * leaves large, when they aren't what waits, or when a tile would lose a hash.
 */
export async function sealGrowth(
  queryable: Queryable,
  fence: number,
  { oldSize, newSize, bundles, tiles, runs }: Growth,
): Promise<void> {
  await queryable.query(
    `select ledger.seal($1::bigint, $2::bigint, $3::bigint, $4::bigint[], $5::bytea[], $6::smallint[],
       $7::bigint[], $8::bytea[], $9::integer[], $10::bigint[], $11::bigint[])`,
    [
      fence,
      oldSize,
      newSize,
      bundles.map(({ index }) => index),
      bundles.map(({ commitments }) => Buffer.from(commitments)),
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index),
      tiles.map(({ hashes }) => Buffer.from(hashes)),
      runs.map(({ instance }) => instance),
      runs.map(({ firstSeq }) => firstSeq),
      runs.map(({ commitments }) => commitments.length / 32),
    ],
  );
}

/** Publishes a signed head. With `isKept` it is one that witnesses are shown. */
export async function publishHead(
  queryable: Queryable,
  fence: number,
  size: number,
  note: string,
  now: Date,
  isKept: boolean,
): Promise<void> {
  await queryable.query(
    "select ledger.publish($1::bigint, $2::bigint, $3::text, $4::timestamptz, $5::boolean)",
    [fence, size, note, now, isKept],
  );
}

/** A head that witnesses are shown. */
export type KeptCheckpoint = { size: number; note: string; signedAt: Date };

export async function newestCheckpoint(queryable: Queryable): Promise<KeptCheckpoint | undefined> {
  const { rows } = await queryable.query<{ size: string; note: string; signed_at: Date }>(
    "select size, note, signed_at from ledger.checkpoints order by size desc limit 1",
  );
  const [row] = rows;
  return row && { size: Number(row.size), note: row.note, signedAt: row.signed_at };
}

/** How large the log of that name was when the witness at this address last cosigned it. */
export async function lastWitnessedSize(
  queryable: Queryable,
  witness: string,
  origin: string,
): Promise<number | undefined> {
  const { rows } = await queryable.query<{ size: string }>(
    `select last.size from (
       select s.size from ledger.cosignatures s where s.witness = $1::text order by s.size desc limit 1
     ) last
     join ledger.checkpoints c on c.size = last.size
     where starts_with(c.note, $2::text || E'\\n')`,
    [witness, origin],
  );
  return rows[0] && Number(rows[0].size);
}

/** Keeps what a witness answered: its signature lines, as they follow those of the head. */
export async function addCosignatures(
  queryable: Queryable,
  size: number,
  witness: string,
  lines: string,
  cosignedAt: Date,
): Promise<void> {
  await queryable.query(
    `insert into ledger.cosignatures (size, witness, lines, cosigned_at)
     values ($1::bigint, $2::text, $3::text, $4::timestamptz) on conflict do nothing`,
    [size, witness, lines, cosignedAt],
  );
}
