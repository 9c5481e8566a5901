import { type Database, hold, type Transaction, transaction } from "../database/index.ts";
import type { DocumentKind } from "./document.ts";
import { type Edition, refuseRollback } from "./edition.ts";

/** Told of an edition that was never recorded before, inside the transaction that records it. */
export type OnAdopted = (keyId: string, edition: Edition, joined: Transaction) => Promise<unknown>;

/**
 * Records that this desk keeps to an edition from now on; recording the newest one again changes nothing.
 * A new key begins a new count of versions.
 * @throws {EditionOlder | EditionDiffers} then the desk keeps what it has
 */
export async function recordEdition(
  database: Database,
  kind: DocumentKind,
  keyId: string,
  edition: Edition,
  now: Date,
  onAdopted: OnAdopted,
): Promise<void> {
  await transaction(database, async (joined) => {
    await hold(joined, "platform.editions"); // one recorder at a time
    const { rows } = await joined.query<Edition>(
      `select version, sha256 from platform.editions
       where kind = $1::text and key_id = $2::text order by version desc limit 1`,
      [kind, keyId],
    );
    refuseRollback(kind, edition, rows[0]);
    const { rowCount } = await joined.query(
      `insert into platform.editions (kind, key_id, version, sha256, first_seen_at)
       values ($1::text, $2::text, $3::integer, $4::text, $5::timestamptz)
       on conflict (kind, key_id, version) do nothing`,
      [kind, keyId, edition.version, edition.sha256, now],
    );
    if (rowCount === 1) await onAdopted(keyId, edition, joined);
  });
}
