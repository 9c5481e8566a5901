import type { Client } from "pg";
import { CopyRows } from "#platform";
import type { DayCounts } from "./day-counts.ts";
import type { History, TellEvents } from "./history.ts";
import { PastRows } from "./past-rows.ts";
import { Seeded } from "./seeded.ts";
import { addLane, copyEvents } from "./store.ts";

const pieceRows = 4_000;

/**
 * Writes a history's events as rows alone, without salts, chains and leaves: fifty million of them fit where a tenth of
 * them with leaves would. One lane numbers them, so that what counts events finds them all.
 */
export async function copyPast(
  joining: Client,
  history: History,
  days: DayCounts,
  told: TellEvents,
): Promise<void> {
  const seeded = new Seeded(history.seed + 1);
  const writer = seeded.uuid(history.from.getTime()).toString("hex");
  const lane = await addLane(joining, writer, history.events, history.from);
  const past = new PastRows(history);
  let seq = 0;
  await copyEvents(joining, async (write) => {
    const rows = new CopyRows();
    for (const events of history.eventsInTurn()) {
      for (const event of events) {
        seq += 1;
        past.add(rows, event, { lane, seq, id: seeded.uuid(event.at) });
        days.add(event);
        if (seq % pieceRows === 0) await write(rows.take());
      }
      told(seq);
    }
    days.finish();
    return rows;
  });
}
