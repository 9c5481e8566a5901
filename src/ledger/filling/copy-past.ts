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
  const known = new KnownColumns();
  let seq = 0;
  await copyEvents(joining, async (write) => {
    const rows = new CopyRows();
    for (const events of history.eventsInTurn()) {
      for (const event of events) {
        seq += 1;
        addRow(rows, history, event, { lane, seq, id: seeded.uuid(event.at), known });
        if (seq % pieceRows === 0) await write(rows.take());
      }
      told(seq);
    }
    return rows;
  });
}

type Place = { lane: number; seq: number; id: Buffer; known: KnownColumns };

function addRow(
  rows: CopyRows,
  { staff, clients }: History,
  event: PastEvent,
  { lane, seq, id, known }: Place,
): void {
  rows
    .begin(copiedColumns)
    .bytes(clients.bytes(event.client))
    .moment(event.at)
    .bytes(id)
    .bytes(staff.bytes(event.staff))
    .big(seq)
    .integer(lane)
    .integer(event.version)
    .small(event.kind.version)
    .columns(known.kind(event))
    .text(event.field)
    .bytes(event.ticket)
    .columns(known.purpose(event))
    .text(event.details);
}

/** The same few words stand in all rows: each is encoded once. */
class KnownColumns {
  readonly #kinds = new Map<PastEvent["kind"], Buffer>();
  readonly #purposes = { allow: new Map<string | undefined, Buffer>(), deny: new Map() };

  kind({ kind }: PastEvent): Buffer {
    return once(this.#kinds, kind, () => ["staff", kind.name]);
  }

  purpose({ purpose, decision }: PastEvent): Buffer {
    return once(this.#purposes[decision], purpose, () => [purpose, decision]);
  }
}

function once<Key>(
  known: Map<Key, Buffer>,
  key: Key,
  texts: () => readonly (string | undefined)[],
): Buffer {
  let encoded = known.get(key);
  if (!encoded) {
    encoded = CopyRows.encoded(texts());
    known.set(key, encoded);
  }
  return encoded;
}
