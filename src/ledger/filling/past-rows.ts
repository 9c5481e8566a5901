import { CopyRows } from "#platform";
import type { History, PastEvent } from "./history.ts";
import { copiedColumns } from "./store.ts";

/** Where an event stands; `chained`: its place among its client's, and the seed of its salts. */
export type PastPlace = {
  lane: number;
  seq: number;
  id: Buffer;
  chained?: { clientSeq: number; seed: Buffer };
};

/** A history's events as rows to be copied. The same few words stand in all of them: each is encoded once. */
export class PastRows {
  readonly #history: History;
  readonly #kinds = new Map<PastEvent["kind"], Buffer>();
  readonly #purposes = { allow: new Map<string | undefined, Buffer>(), deny: new Map() };

  constructor(history: History) {
    this.#history = history;
  }

  add(rows: CopyRows, event: PastEvent, { lane, seq, id, chained }: PastPlace): void {
    const { staff, clients } = this.#history;
    const { kind, purpose, decision } = event;
    rows
      .begin(copiedColumns)
      .bytes(clients.bytes(event.client))
      .moment(event.at)
      .bytes(id)
      .bytes(staff.bytes(event.staff))
      .big(seq)
      .integer(lane)
      .integer(chained?.clientSeq)
      .integer(event.version)
      .small(kind.version)
      .columns(once(this.#kinds, kind, () => ["staff", kind.name]))
      .text(event.field)
      .bytes(event.ticket)
      .columns(once(this.#purposes[decision], purpose, () => [purpose, decision]))
      .text(event.details)
      .bytes(chained?.seed);
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
