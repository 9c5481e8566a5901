import { atWholeIntervals, type Id } from "#platform";
import type { VaultDesk } from "../../desk.ts";
import { clientsNamed, type Identifier, wantedBy } from "../../search/index.ts";

/** Longer than it takes to look for somebody. */
const lookMs = 50;

/**
 * Whom an identifier names; undefined when it is nobody's, or more than one's. How long it took says nothing of that.
 */
export async function clientNamed(
  { database, keykeeper }: Pick<VaultDesk, "database" | "keykeeper">,
  identifier: Identifier,
  by: Id<"staff">,
  now: Date,
): Promise<Id<"client"> | undefined> {
  return await atWholeIntervals(lookMs, async () => {
    const wanted = await wantedBy(keykeeper, identifier);
    const [named, ...others] = await clientsNamed(database, wanted, by, now);
    return others.length === 0 ? named?.client : undefined;
  });
}
