import { type Database, idFrom, transaction } from "#platform";
import type { LedgerEvent } from "../event.ts";
import { appendEvents, type Salted } from "../store.ts";
import type { History, PastEvent, TellEvents } from "./history.ts";
import { Seeded } from "./seeded.ts";

const seedBytes = 32;
const windowEvents = 20_000;
const sidesCount = 2;

/**
 * Appends a history's events as the ledger does, with chain, leaf and place, thousands in a transaction. A statement takes
 * one event of each client: so the first one of each client in a window goes first, then the second ones. Each of
 * these turns has lanes of its own, in which time never goes back. Two transactions at once have clients of their own:
 * neither waits for the other.
 * @param seal seals what is committed, beside the next window; told the time of what was appended last
 */
export async function appendPast(
  database: Database,
  history: History,
  seal: (upTo: Date) => Promise<void>,
  told: TellEvents,
): Promise<void> {
  const seeded = new Seeded(history.seed + 1);
  const sides = Array.from({ length: sidesCount }, () => new Side(database, history, seeded));
  let done = 0;
  let sealing: Promise<void> = Promise.resolve();
  let writing: Promise<unknown> = Promise.resolve();
  for (const window of windowsOf(history)) {
    const ready = sides.map((side, place) =>
      side.ready(window.filter(({ client }) => client % sidesCount === place)),
    );
    await Promise.all([writing, sealing]); // meanwhile these were made ready
    const upTo = new Date(window[0]?.at ?? 0);
    if (done > 0) sealing = seal(upTo);
    sealing.catch(() => {}); // told when it is waited for
    writing = Promise.all(sides.map((side, place) => side.write(ready[place] ?? [])));
    writing.catch(() => {});
    told(done);
    done += window.length;
  }
  await Promise.all([writing, sealing]);
  await seal(history.to);
  told(done);
}

/** What one transaction at a time appends, of clients whom nobody else has. */
class Side {
  readonly #database: Database;
  readonly #history: History;
  readonly #seeded: Seeded;
  readonly #writers: string[] = [];

  constructor(database: Database, history: History, seeded: Seeded) {
    this.#database = database;
    this.#history = history;
    this.#seeded = seeded;
  }

  ready(window: readonly PastEvent[]): Salted[][] {
    const turns = turnsOf(window);
    while (this.#writers.length < turns.length) {
      this.#writers.push(this.#seeded.uuid(this.#history.from.getTime()).toString("hex"));
    }
    return turns.map((turn) => turn.map((event) => salted(this.#history, event, this.#seeded)));
  }

  async write(turns: readonly (readonly Salted[])[]): Promise<void> {
    await transaction(this.#database, async (joining) => {
      for (const [place, turn] of turns.entries()) {
        await appendEvents(joining, this.#writers[place] ?? "", true, turn);
      }
    });
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

/** The first event of each client, then the second of each that has one, and so on. */
function turnsOf(window: readonly PastEvent[]): PastEvent[][] {
  const turns: PastEvent[][] = [];
  const counts = new Map<number, number>();
  for (const event of window) {
    const place = counts.get(event.client) ?? 0;
    counts.set(event.client, place + 1);
    const turn = turns[place];
    if (turn) turn.push(event);
    else turns.push([event]);
  }
  return turns;
}

function salted({ staff, clients }: History, event: PastEvent, seeded: Seeded): Salted {
  const { kind, field, version, ticket, purpose, decision, details } = event;
  const ledgerEvent: LedgerEvent = {
    id: seeded.id("event", event.at),
    kind: kind.name,
    kindVersion: kind.version,
    actor: { is: "staff", id: staff.id(event.staff) },
    occurredAt: new Date(event.at),
    client: clients.id(event.client),
    decision,
    details,
    ...(field !== undefined && { field }),
    ...(version !== undefined && { version }),
    ...(ticket && { ticket: idFrom("ticket", ticket.toString("hex")) }),
    ...(purpose !== undefined && { purpose }),
  };
  return { event: ledgerEvent, seed: seeded.bytes(seedBytes) };
}
