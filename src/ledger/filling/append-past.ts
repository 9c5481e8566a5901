import { hash } from "node:crypto";
import type { Client } from "pg";
import { CopyRows } from "#platform";
import { leafOf, saltsFrom } from "../encoding.ts";
import { writeActor, writeEvent } from "../event-bytes.ts";
import { PartWriter } from "../part-writer.ts";
import type { DayCounts } from "./day-counts.ts";
import type { History, PastEvent, TellEvents } from "./history.ts";
import { PastRows } from "./past-rows.ts";
import { Seeded } from "./seeded.ts";
import { addLane, copyAppended, copyHeads } from "./store.ts";

const seedBytes = 32;
const leafBytes = 32;
const windowEvents = 20_000;

/**
 * Writes a history's events as the ledger appends them, with chain, leaf and place, thousands in a transaction: the same is
 * reckoned here that `ledger.append` reckons in the database, and `holdfast verify-log` holds them to it. One lane has
 * them all, in the order of their time.
 * @param seal seals what is committed, beside the next window; told the time of what was appended last
 */
export async function appendPast(
  owner: Client,
  history: History,
  days: DayCounts,
  seal: (upTo: Date) => Promise<void>,
  told: TellEvents,
): Promise<void> {
  const seeded = new Seeded(history.seed + 1);
  const writer = seeded.uuid(history.from.getTime()).toString("hex");
  const lane = await addLane(owner, writer, history.events, history.from);
  const appending = new Appending(history, seeded, lane);
  let done = 0;
  let sealing: Promise<void> = Promise.resolve();
  let writing: Promise<void> = Promise.resolve();
  for (const window of windowsOf(history)) {
    const ready = appending.ready(window);
    for (const event of window) days.add(event);
    await Promise.all([writing, sealing]); // meanwhile these were made ready
    const upTo = new Date(window[0]?.at ?? 0);
    if (done > 0) sealing = seal(upTo);
    sealing.catch(() => {}); // told when it is waited for
    writing = copyAppended(owner, ready.events, ready.pending);
    writing.catch(() => {});
    told(done);
    done += window.length;
  }
  days.finish();
  await Promise.all([writing, sealing]);
  await copyHeads(owner, appending.heads());
  await seal(history.to);
  told(done);
}

/** Events on their way into one lane, and where the chain of each client ends. */
class Appending {
  readonly #history: History;
  readonly #seeded: Seeded;
  readonly #past: PastRows;
  readonly #lane: number;
  readonly #writer = new PartWriter();
  readonly #clientSeqs: Int32Array;
  readonly #leaves: Buffer;
  #seq = 0;

  constructor(history: History, seeded: Seeded, lane: number) {
    this.#history = history;
    this.#seeded = seeded;
    this.#past = new PastRows(history);
    this.#lane = lane;
    this.#clientSeqs = new Int32Array(history.clients.count);
    this.#leaves = Buffer.alloc(history.clients.count * leafBytes);
  }

  ready(window: readonly PastEvent[]): { events: Buffer; pending: Buffer } {
    const [events, pending] = [new CopyRows(), new CopyRows()];
    const lane = this.#lane;
    for (const event of window) {
      this.#seq += 1;
      const seq = this.#seq;
      const id = this.#seeded.uuid(event.at);
      const seed = this.#seeded.bytes(seedBytes);
      const clientSeq = (this.#clientSeqs[event.client] ?? 0) + 1;
      const commitment = this.#commitmentOf(event, { seq, id, seed, clientSeq });
      this.#clientSeqs[event.client] = clientSeq;
      this.#leaves.set(leafOf(commitment), event.client * leafBytes);
      this.#past.add(events, event, { lane, seq, id, chained: { clientSeq, seed } });
      pending.begin(3).integer(lane).big(seq).bytes(commitment);
    }
    return { events: events.end(), pending: pending.end() };
  }

  #commitmentOf(
    event: PastEvent,
    { seq, id, seed, clientSeq }: { seq: number; id: Buffer; seed: Buffer; clientSeq: number },
  ): Uint8Array {
    const { kind, field, version, ticket, purpose, decision, details } = event;
    const { staff, clients } = this.#history;
    const salts = saltsFrom(seed);
    const actor = writeActor(this.#writer, salts.actor, "staff", staff.bytes(event.staff));
    const actorCommitment = hash("sha256", actor, "buffer");
    const bytes = writeEvent(this.#writer, salts.event, {
      ...{ id, kind: kind.name, kindVersion: kind.version, occurredAt: event.at },
      ...{ client: clients.bytes(event.client), actorCommitment },
      ...{ field, version, ticket, purpose, decision, details },
      ...{ instance: this.#lane, instanceSeq: seq, clientSeq },
      previousLeaf: clientSeq > 1 ? this.#leafOf(event.client) : undefined,
    });
    return hash("sha256", bytes, "buffer");
  }

  #leafOf(client: number): Buffer {
    return this.#leaves.subarray(client * leafBytes, (client + 1) * leafBytes);
  }

  /** Of each client who has events. */
  heads(): Buffer {
    const rows = new CopyRows();
    for (const [client, seq] of this.#clientSeqs.entries()) {
      if (seq === 0) continue;
      rows
        .begin(3)
        .bytes(this.#history.clients.bytes(client))
        .integer(seq)
        .bytes(this.#leafOf(client));
    }
    return rows.end();
  }
}

function* windowsOf(history: History): Generator<PastEvent[]> {
  let window: PastEvent[] = [];
  for (const events of history.eventsInTurn()) {
    for (const event of events) {
      window.push(event);
      if (window.length < windowEvents) continue;
      yield window;
      window = [];
    }
  }
  if (window.length > 0) yield window;
}
