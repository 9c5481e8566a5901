import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import { type Database, type Id, system, transaction } from "#platform";
import { decoyTouched } from "../events.ts";
import { fieldTable, kindOf } from "../field.ts";
import { decoysWith, type KnownDecoy, shownTo } from "./store.ts";

/** How somebody used a value that nobody should know. */
export const touches = ["call", "mail", "other"] as const;

export type Touched = { value: string; by: (typeof touches)[number]; at: Date };

type TouchDesk = {
  database: Database;
  appender: Pick<Appender, "append">;
  keykeeper: Pick<Keykeeper, "blindIndex">;
};

/**
 * An address was written to, or a number called. Of a canary's the events name who saw it by the ledger, and when last before.
 * @returns whether it is a canary's
 * @throws {WrongKind} it is no address and no number with its country
 */
export async function reportTouched(
  desk: TouchDesk,
  touched: Touched,
  now: Date,
): Promise<boolean> {
  const field = touched.value.includes("@") ? "email" : "phone";
  const place = { table: fieldTable, field, kind: kindOf[field] };
  const index = await desk.keykeeper.blindIndex({ ...place, value: touched.value });
  const decoys = index ? await decoysWith(desk.database, field, index) : [];
  if (decoys.length === 0) return false;
  await transaction(desk.database, async (joining) => {
    const found: (KnownDecoy & Sight)[] = [];
    for (const decoy of decoys) {
      const shown = await shownTo(joining, decoy, field, touched.at);
      found.push(...sawIt(decoy, shown).map((sight) => ({ ...decoy, ...sight })));
    }
    const among = new Set(found.flatMap(({ staff }) => staff ?? [])).size;
    for (const { client, version, staff, seenAt } of found) {
      const sight = staff && { staff, among, ...(seenAt && { seenAt }) };
      const details = { ...sight, version, by: touched.by };
      const event = { kind: decoyTouched, client, field, details };
      await desk.appender.append(system, event, now, joining);
    }
  });
  return true;
}

/** Who saw a value, and when last; without a moment, for whom it was made. */
type Sight = { staff?: Id<"staff">; seenAt?: string };

/**
 * Whom a value names: each who saw it by the ledger, whatever its row says now. Where nobody did, it was guessed, or taken from
 * where no look is written down: then for whom the row says that it was made, which accuses nobody.
 */
function sawIt(
  { viewer }: KnownDecoy,
  shown: readonly { staff: Id<"staff">; at: Date }[],
): Sight[] {
  if (shown.length === 0) return [viewer ? { staff: viewer } : {}];
  return shown.map(({ staff, at }) => ({ staff, seenAt: at.toISOString() }));
}
