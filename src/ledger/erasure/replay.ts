import {
  type Database,
  type Erasure,
  type ReplayContext,
  type Replayer,
  system,
  type Transaction,
  transaction,
} from "#platform";
import type { Appender } from "../append.ts";
import { type ClientErasing, type Erasing, eraseFound, wholeOrder } from "./erase.ts";
import { liftHold } from "./hold.ts";
import { listedKinds, orderFrom } from "./order.ts";
import { LegalHold } from "./refusals.ts";

/** Opens the ledger on a database that was just restored. */
type OpenAppender = (database: Database, now: Date) => Promise<Appender>;

/** What erases again what a restored backup brought back, for each kind of line that an erasure leaves on the list. */
export function erasureReplayers(openAppender: OpenAppender, erasers: ClientErasing): Replayer[] {
  let opening: Promise<Appender> | undefined;
  const replay = async (erasure: Erasure, { database, clock }: ReplayContext): Promise<void> => {
    const now = clock();
    opening ??= openAppender(database, now);
    const appender = await opening;
    await transaction(database, (joined) =>
      eraseAgain({ appender, ...erasers }, joined, erasure, now),
    ).catch(
      // The order was never carried out: the hold came first.
      (error) => {
        if (!(error instanceof LegalHold)) throw error;
      },
    );
  };
  return listedKinds.map((kind) => ({ kind, replay }));
}

/** A hold from before the erasure must have been lifted since the backup. A later one wins. */
async function eraseAgain(
  erasers: Pick<Erasing, "appender" | "clientErasers" | "formerIds">,
  joined: Transaction,
  erasure: Erasure,
  now: Date,
): Promise<void> {
  const reason = "restored_from_backup";
  const onHolds: Erasing["onHolds"] = async (holds) => {
    for (const found of holds) {
      if (found.placedAt > erasure.at) throw new LegalHold(found);
      await liftHold(erasers.appender, joined, system, { ...found, reason }, now);
    }
  };
  const actor = { is: "system" } as const;
  const erasing: Erasing = { ...erasers, joined, actor, reason, now, onHolds };
  await eraseFound(erasing, await wholeOrder(erasing, orderFrom(erasure)));
}
