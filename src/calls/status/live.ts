import { type ClientSession, endedSince } from "#accounts";
import {
  alone,
  type Clock,
  type Database,
  Gathering,
  type Id,
  OwnConnection,
  type Queryable,
} from "#platform";
import { type CallStatus, type Holding, isLeased, type Known, statusOf } from "./status.ts";
import { changedSince, knownOf } from "./store.ts";

/** How long a page shows what it was told while it hears nothing more. */
const holdsMs = 12_000;
const lookEveryMs = 100;
const affirmEveryMs = 5_000;
/** A lease that was renewed is read anew so often, so that pages are told of its end, and not of an older one. */
const leasesEveryMs = 1_000;
const sessionsEveryMs = 500;
/** Changes that were committed late are still seen: each look goes back this far beyond the one before. */
const overlapMs = 10_000;
/** What was looked up longer ago is looked up again before somebody is told. */
const freshMs = 1_000;
const askedAtOnceMax = 500;

/** What a page is told: the status, and for how long it may show it without hearing more. */
export type Told = { status: CallStatus; holdsSeconds: number };

/** An open page of a client. */
type Watcher = {
  session: Pick<ClientSession, "id" | "holder">;
  /** The status as it is: at first, and when it changes. */
  tell(told: Told): void;
  /** What was told is still so. */
  affirm(holdsSeconds: number): void;
  /** Its session is over, or the desk stops. */
  end(because: "over" | "stopping"): void;
};

/** What the pages of one client show. */
type Watched = {
  client: Id<"client">;
  watchers: Set<Watcher>;
  /** Those who haven't been told anything yet. */
  waiting: Set<Watcher>;
  holding: (Holding & { text: string }) | undefined;
  /** When it runs out, or may have been renewed, in milliseconds. */
  lookAt: number;
  toldAt: number;
};

/**
 * What every open page of a client is told of calls right now. One question to the database, again and again, serves every
 * page of this process. Without its answer nothing is told, and each page says by its own clock that it knows nothing.
 */
export class LiveStatus {
  readonly #clock: Clock;
  /** Pages that are made at one moment ask together. */
  readonly #asked: Gathering<Id<"client">, Known>;
  /** In a wave of pages the pool is full of their questions. */
  readonly #own: OwnConnection;
  readonly #watched = new Map<Id<"client">, Watched>();
  /** To be looked up at once. */
  readonly #due = new Set<Watched>();
  /** Those whose status runs out. */
  readonly #timed = new Set<Watched>();
  /** Who was told the longest ago comes first. */
  readonly #told = new Set<Watched>();
  readonly #bySession = new Map<Id<"session">, Set<Watcher>>();
  readonly #seen = new Map<Id<"client">, string>();
  #lookedAt = 0;
  #sessionsAt = 0;
  #timers: NodeJS.Timeout[] = [];

  constructor(database: Database, clock: Clock) {
    this.#clock = clock;
    this.#own = new OwnConnection(database);
    this.#asked = new Gathering(async (clients) => {
      const known = await knownOf(database, [...new Set(clients)]);
      return clients.map((client) => known.get(client));
    });
  }

  /** What is true now, straight from the database, and until when. */
  async holding(client: Id<"client">): Promise<Told> {
    const known = await this.#asked.ask(client);
    const now = this.#clock();
    return toldOf(statusOf(known ?? nothing, now), now);
  }

  /** The same without its time. */
  async now(client: Id<"client">): Promise<CallStatus> {
    return (await this.holding(client)).status;
  }

  /** How many pages are open. */
  get count(): number {
    return [...this.#bySession.values()].reduce((count, { size }) => count + size, 0);
  }

  /** @returns what ends the watching */
  watch(watcher: Watcher): () => void {
    const now = this.#clock();
    if (this.#timers.length === 0) this.#begin(now);
    const client = watcher.session.holder.id;
    const watched = this.#watched.get(client) ?? unseen(client);
    this.#watched.set(client, watched);
    watched.watchers.add(watcher);
    const { id } = watcher.session;
    this.#bySession.set(id, (this.#bySession.get(id) ?? new Set()).add(watcher));
    const isFresh = now.getTime() - this.#lookedAt < freshMs && watched.lookAt > now.getTime();
    if (watched.holding && isFresh && !this.#due.has(watched)) {
      watcher.tell(toldOf(watched.holding, now));
    } else {
      watched.waiting.add(watcher);
      this.#due.add(watched);
    }
    return () => this.#forget(watcher);
  }

  /** Looks once at what changed and what runs out, and tells who is concerned. */
  readonly tellChanges: () => Promise<void> = alone(async () => {
    const begun = this.#clock().getTime();
    const since = new Date(Math.min(begun, this.#lookedAt) - overlapMs);
    await this.#own.ask(async (queryable) => {
      this.#note(await changedSince(queryable, since));
      for (const watched of this.#timed) if (watched.lookAt <= begun) this.#due.add(watched);
      const due = [...this.#due];
      for (let first = 0; first < due.length; first += askedAtOnceMax) {
        await this.#lookUp(queryable, due.slice(first, first + askedAtOnceMax));
      }
    });
    this.#lookedAt = begun;
    this.#affirm(this.#clock());
  });

  /** Ends the pages of sessions that are over. */
  readonly endClosed: () => Promise<void> = alone(async () => {
    const begun = this.#clock().getTime();
    const since = new Date(Math.min(begun, this.#sessionsAt) - overlapMs);
    const ended = await this.#own.ask((queryable) => endedSince(queryable, since));
    for (const session of ended) {
      for (const watcher of this.#bySession.get(session) ?? []) this.#end(watcher, "over");
    }
    this.#sessionsAt = begun;
  });

  /** Ends every page's stream: the desk stops. */
  stop(): void {
    const all = [...this.#bySession.values()].flatMap((watchers) => [...watchers]);
    for (const watcher of all) this.#end(watcher, "stopping");
  }

  /** Whose status changed is looked up at once, each change once. */
  #note(changes: Awaited<ReturnType<typeof changedSince>>): void {
    const fresh = changes.filter(({ client, revision }) => this.#seen.get(client) !== revision);
    this.#seen.clear();
    for (const { client, revision } of changes) this.#seen.set(client, revision);
    for (const { client } of fresh) {
      const watched = this.#watched.get(client);
      if (watched) this.#due.add(watched);
    }
  }

  async #lookUp(queryable: Queryable, due: readonly Watched[]): Promise<void> {
    const begun = this.#clock().getTime();
    const clients = due.map(({ client }) => client);
    const known = await knownOf(queryable, clients);
    const now = this.#clock();
    for (const watched of due) {
      this.#due.delete(watched);
      if (watched.watchers.size === 0) continue;
      const holding = statusOf(known.get(watched.client) ?? nothing, now);
      const text = JSON.stringify(holding.status);
      const isNews = watched.holding?.text !== text;
      watched.holding = { ...holding, text };
      watched.lookAt = lookAgainAt(holding, begun);
      if (holding.until) this.#timed.add(watched);
      else this.#timed.delete(watched);
      const told = toldOf(holding, now);
      for (const watcher of isNews ? watched.watchers : watched.waiting) watcher.tell(told);
      watched.waiting.clear();
      if (isNews) this.#noteTold(watched, now);
    }
  }

  #affirm(now: Date): void {
    for (const watched of this.#told) {
      if (now.getTime() - watched.toldAt < affirmEveryMs) break;
      this.#noteTold(watched, now);
      const holdsSeconds = watched.holding ? toldOf(watched.holding, now).holdsSeconds : 0;
      if (holdsSeconds <= 0) continue; // it has run out, and is looked up now
      for (const watcher of watched.watchers) watcher.affirm(holdsSeconds);
    }
  }

  #noteTold(watched: Watched, now: Date): void {
    watched.toldAt = now.getTime();
    this.#told.delete(watched);
    this.#told.add(watched);
  }

  #begin(now: Date): void {
    this.#lookedAt = now.getTime();
    this.#sessionsAt = now.getTime();
    this.#timers = [
      setInterval(() => void this.tellChanges(), lookEveryMs).unref(),
      setInterval(() => void this.endClosed(), sessionsEveryMs).unref(),
    ];
  }

  #end(watcher: Watcher, because: "over" | "stopping"): void {
    this.#forget(watcher);
    watcher.end(because);
  }

  #forget(watcher: Watcher): void {
    const { id, holder } = watcher.session;
    const watched = this.#watched.get(holder.id);
    watched?.watchers.delete(watcher);
    watched?.waiting.delete(watcher);
    if (watched?.watchers.size === 0) {
      this.#watched.delete(holder.id);
      for (const kept of [this.#due, this.#timed, this.#told]) kept.delete(watched);
    }
    const inSession = this.#bySession.get(id);
    inSession?.delete(watcher);
    if (inSession?.size === 0) this.#bySession.delete(id);
    if (this.#watched.size > 0) return;
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    void this.#own.release();
  }
}

const nothing = { newest: undefined, claim: undefined, next: undefined };

function unseen(client: Id<"client">): Watched {
  const nobody = { watchers: new Set<Watcher>(), waiting: new Set<Watcher>() };
  return { client, ...nobody, holding: undefined, lookAt: 0, toldAt: 0 };
}

/** What holds by a lease isn't shown beyond it. */
function toldOf({ status, until }: Holding, now: Date): Told {
  const leftMs = until && isLeased(status) ? until.getTime() - now.getTime() : holdsMs;
  return { status, holdsSeconds: Math.min(leftMs, holdsMs) / 1_000 };
}

function lookAgainAt({ status, until }: Holding, now: number): number {
  if (!until) return Number.POSITIVE_INFINITY;
  return isLeased(status) ? Math.min(until.getTime(), now + leasesEveryMs) : until.getTime();
}
