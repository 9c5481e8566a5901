import { stillOpen } from "#accounts";
import { alone, type Clock, type Database, type Id } from "#platform";
import { changedSince, type TicketChange } from "../ticket/index.ts";
import { writersByTicket } from "../writing/index.ts";

const changesEveryMs = 75;
const sessionsEveryMs = 1_000;
/** Changes that were committed late are still seen: each look goes back this far. */
const overlapMs = 10_000;

/** Somebody who watches: a ticket, or all that may stand in the own list. */
export type Watcher = {
  /** Who asks, and in which session: the watching ends with it. */
  session: { staff: Id<"staff">; id: Id<"session"> };
  isFor(change: TicketChange): boolean;
  /** The ticket whose page this is: it says who is writing there. */
  ticket?: Id<"ticket">;
  /** Something that this watcher sees has changed. */
  changed(): void;
  /** The watcher signed out or has left the staff, or the desk stops. */
  end(): void;
};

/**
 * Tells open pages that something changed, never what: they ask for it as their reader may see it. Two questions to the
 * database serve every page of this process. The streams of who signed out or left end within a second.
 */
export class Live {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #watchers = new Set<Watcher>();
  readonly #seen = new Map<string, number>();
  #writers: ReadonlyMap<Id<"ticket">, string> = new Map();
  #timers: NodeJS.Timeout[] = [];

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** @returns what ends the watching */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    if (this.#timers.length === 0) {
      this.#timers = [
        setInterval(() => void this.tellChanges(), changesEveryMs).unref(),
        setInterval(() => void this.endClosed(), sessionsEveryMs).unref(),
      ];
    }
    return () => this.#forget(watcher);
  }

  get count(): number {
    return this.#watchers.size;
  }

  /** Looks once and tells who is concerned. */
  readonly tellChanges: () => Promise<void> = alone(async () => {
    const now = this.#clock();
    const since = new Date(now.getTime() - overlapMs);
    const [changes, writers] = await Promise.all([
      changedSince(this.#database, since),
      writersByTicket(this.#database, now),
    ]);
    this.#tell(this.#freshOf(changes), this.#writers, writers);
    this.#writers = writers;
  });

  /** Ends the streams of sessions that are over. */
  readonly endClosed: () => Promise<void> = alone(async () => {
    const watchers = [...this.#watchers];
    const open = await stillOpen(this.#database, watched(watchers), this.#clock());
    for (const watcher of watchers) if (!open.has(watcher.session.id)) this.#end(watcher);
  });

  /** Ends every stream: the desk stops. */
  stop(): void {
    for (const watcher of [...this.#watchers]) this.#end(watcher);
  }

  #freshOf(changes: readonly TicketChange[]): TicketChange[] {
    const fresh = changes.filter(({ id, revision }) => this.#seen.get(id) !== revision);
    this.#seen.clear();
    for (const { id, revision } of changes) this.#seen.set(id, revision);
    return fresh;
  }

  #tell(
    fresh: readonly TicketChange[],
    before: ReadonlyMap<Id<"ticket">, string>,
    writers: ReadonlyMap<Id<"ticket">, string>,
  ): void {
    for (const watcher of this.#watchers) {
      const { ticket } = watcher;
      const areOthers = ticket !== undefined && before.get(ticket) !== writers.get(ticket);
      if (areOthers || fresh.some((change) => watcher.isFor(change))) watcher.changed();
    }
  }

  #end(watcher: Watcher): void {
    this.#forget(watcher);
    watcher.end();
  }

  #forget(watcher: Watcher): void {
    this.#watchers.delete(watcher);
    if (this.#watchers.size > 0) return;
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }
}

/** Each session once, however many pages are open in it. */
function watched(watchers: readonly Watcher[]): Watcher["session"][] {
  return [...new Map(watchers.map(({ session }) => [session.id, session])).values()];
}
