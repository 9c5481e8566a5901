import { type Database, type Queryable, transaction } from "#platform";
import { PolicyDiffers, PolicyOlder } from "./refusals.ts";
import type { VerifiedPolicy } from "./signing.ts";

/** Serialises recorders against each other; held until their transaction ends. */
const recordLock = 4_711_003;

type EditionRow = { version: number; sha256: string };

/**
 * Records that this desk keeps to an edition from now on. Recording the same edition again changes nothing.
 * @throws {PolicyOlder} when a higher version was recorded before
 * @throws {PolicyDiffers} when this version was recorded with other contents
 */
export async function recordEdition(
  database: Database,
  { bundle, sha256 }: Pick<VerifiedPolicy, "bundle" | "sha256">,
  now: Date,
): Promise<void> {
  await transaction(database, async (joined) => {
    await joined.query("select pg_advisory_xact_lock($1::bigint)", [recordLock]);
    const newest = await newestEdition(joined);
    if (newest && bundle.version < newest.version) {
      throw new PolicyOlder(bundle.version, newest.version);
    }
    if (newest?.version === bundle.version) {
      if (newest.sha256 !== sha256) throw new PolicyDiffers(bundle.version, sha256, newest.sha256);
      return;
    }
    await joined.query(
      `insert into policy.editions (version, sha256, valid_from, valid_to, first_seen_at)
       values ($1::integer, $2::text, $3::timestamptz, $4::timestamptz, $5::timestamptz)`,
      [bundle.version, sha256, bundle.valid_from, bundle.valid_to, now],
    );
  });
}

async function newestEdition(database: Queryable): Promise<EditionRow | undefined> {
  const { rows } = await database.query<EditionRow>(
    "select version, sha256 from policy.editions order by version desc limit 1",
  );
  return rows[0];
}
