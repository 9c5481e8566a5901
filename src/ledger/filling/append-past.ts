import { type Database, idFrom, type Transaction, transaction } from "#platform";
import type { LedgerEvent } from "../event.ts";
import { appendEvents, type Salted } from "../store.ts";
import type { History, PastEvent, TellEvents } from "./history.ts";
import { Seeded } from "./seeded.ts";

const seedBytes = 32;
const windowEvents = 10_000;

/**
 * Appends a history's events as the ledger does, with chain, leaf and place, thousands in a transaction. A statement takes
 * one event of each client: so the first one of each client in a window goes first, then the second ones. Each of
 * these turns has lanes of its own, in which time never goes back.
 * @param seal seals what is committed, beside the next window; told the time of what was appended last
 */
export async function appendPast(
  database: Database,
  history: History,
  seal: (upTo: Date) => Promise<void>,
  told: TellEvents,
): Promise<void> {
  const seeded = new Seeded(history.seed + 1);
  const writers: string[] = [];
  let done = 0;
  let sealing: Promise<void> = Promise.resolve();
  let writing: Promise<void> = Promise.resolve();
  for (const window of windowsOf(history)) {
    const turns = turnsOf(window).map((turn) =>
      turn.map((event) => salted(history, event, seeded)),
    );
    const { at = 0 } = window[0] ?? {};
    while (writers.length < turns.length) writers.push(seeded.uuid(at).toString("hex"));
    await writing; // meanwhile the next ones were made ready
    await sealing;
    const before = done;
    const upTo = new Date(window.at(-1)?.at ?? 0);
    if (before > 0) sealing = seal(upTo);
    sealing.catch(() => {}); // told when it is waited for
    writing = transaction(database, (joining) => appendTurns(joining, writers, turns));
    writing.catch(() => {});
    done += window.length;
    told(before);
  }
  await writing;
  await sealing;
  await seal(history.to);
  told(done);
}

async function appendTurns(
  joining: Transaction,
  writers: readonly string[],
  turns: readonly (readonly Salted[])[],
): Promise<void> {
  for (const [place, turn] of turns.entries()) {
    await appendEvents(joining, writers[place] ?? "", true, turn);
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
