import type { Client } from "pg";
import { CopyRows } from "#platform";
import type { History, PastEvent, TellEvents } from "./history.ts";
import { Seeded } from "./seeded.ts";
import { addLane, copiedColumns, copyEvents } from "./store.ts";

const pieceRows = 4_000;

/**
 * Writes a history's events as rows alone, without salts, chains and leaves: fifty million of them fit where a tenth of
 * them with leaves would. One lane numbers them, so that what counts events finds them all.
 */
export async function copyPast(joining: Client, history: History, told: TellEvents): Promise<void> {
  const seeded = new Seeded(history.seed + 1);
  const writer = seeded.uuid(history.from.getTime()).toString("hex");
  const lane = await addLane(joining, writer, history.events, history.from);
  const texts = new Map<string, Buffer>();
  let seq = 0;
  await copyEvents(joining, async (write) => {
    const rows = new CopyRows();
    for (const events of history.eventsInTurn()) {
      for (const event of events) {
        seq += 1;
        addRow(rows, history, event, { lane, seq, id: seeded.uuid(event.at), texts });
        if (seq % pieceRows === 0) await write(rows.take());
      }
      told(seq);
    }
    return rows;
  });
}

type Place = { lane: number; seq: number; id: Buffer; texts: Map<string, Buffer> };

function addRow(
  rows: CopyRows,
  { staff, clients }: History,
  event: PastEvent,
  { lane, seq, id, texts }: Place,
): void {
  const { kind, field, purpose } = event;
  rows
    .begin(copiedColumns)
    .bytes(clients.bytes(event.client))
    .moment(event.at)
    .bytes(id)
    .bytes(staff.bytes(event.staff))
    .big(seq)
    .integer(lane)
    .integer(event.version)
    .small(kind.version)
    .bytes(utf8("staff", texts))
    .bytes(utf8(kind.name, texts))
    .bytes(field === undefined ? undefined : utf8(field, texts))
    .bytes(event.ticket)
    .bytes(purpose === undefined ? undefined : utf8(purpose, texts))
    .bytes(utf8(event.decision, texts))
    .text(event.details);
}

/** The same few words stand in every row. */
function utf8(text: string, known: Map<string, Buffer>): Buffer {
  let bytes = known.get(text);
  if (!bytes) {
    bytes = Buffer.from(text);
    known.set(text, bytes);
  }
  return bytes;
}
