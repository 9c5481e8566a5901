import { stillOpen } from "#accounts";
import type { Clock, Database, Id } from "#platform";
import { changedSince, type TicketChange } from "../ticket/index.ts";

const everyMs = 75;
/** Changes that were committed late are still seen: a tick looks back this far. */
const overlapMs = 10_000;

/** Somebody who watches: a ticket, or all that may stand in the own list. */
export type Watcher = {
  /** Who asks, and in which session: the watching ends with it. */
  session: { staff: Id<"staff">; id: Id<"session"> };
  isFor(change: TicketChange): boolean;
  /** Something that this watcher sees has changed. */
  changed(): void;
  /** The watcher signed out or has left the staff, or the desk stops. */
  end(): void;
};

/**
 * Tells open pages that something changed, never what: they ask for it as their reader may see it. One question to the
 * database serves every page of this process, and with it the streams of who signed out or left end.
 */
export class Live {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #watchers = new Set<Watcher>();
  readonly #seen = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #asking: Promise<void> | undefined;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** @returns what ends the watching */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    this.#timer ??= setInterval(() => void this.tick(), everyMs).unref();
    return () => this.#forget(watcher);
  }

  get count(): number {
    return this.#watchers.size;
  }

  /** Asks once and tells who is concerned. A failure tells nobody: the next one asks again. */
  tick(): Promise<void> {
    this.#asking ??= this.#ask()
      .catch(() => {}) // the database is away
      .finally(() => {
        this.#asking = undefined;
      });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    const watchers = [...this.#watchers];
    const now = this.#clock();
    const [changes, open] = await Promise.all([
      changedSince(this.#database, new Date(now.getTime() - overlapMs)),
      stillOpen(this.#database, watched(watchers), now),
    ]);
    for (const watcher of watchers) if (!open.has(watcher.session.id)) this.#end(watcher);
    this.#tell(changes);
  }

  /** Ends every stream: the desk stops. */
  stop(): void {
    for (const watcher of [...this.#watchers]) this.#end(watcher);
  }

  #tell(changes: readonly TicketChange[]): void {
    const fresh = changes.filter(({ id, revision }) => this.#seen.get(id) !== revision);
    this.#seen.clear();
    for (const { id, revision } of changes) this.#seen.set(id, revision);
    for (const watcher of this.#watchers) {
      if (fresh.some((change) => watcher.isFor(change))) watcher.changed();
    }
  }

  #end(watcher: Watcher): void {
    this.#forget(watcher);
    watcher.end();
  }

  #forget(watcher: Watcher): void {
    this.#watchers.delete(watcher);
    if (this.#watchers.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** Each session once, however many pages are open in it. */
function watched(watchers: readonly Watcher[]): Watcher["session"][] {
  return [...new Map(watchers.map(({ session }) => [session.id, session])).values()];
}
