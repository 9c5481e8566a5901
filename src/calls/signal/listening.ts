import { endedSince } from "#accounts";
import type { Clock, Database, Id } from "#platform";
import type { Call } from "../call/index.ts";
import { isVouched, type Leg, newestLegs, vouchedUntil } from "../leg/index.ts";
import { maySignal, type Speaker } from "./speaker.ts";
import { type KeptSignal, signalsAfter } from "./store.ts";

const lookEveryMs = 100;
const sessionsEveryMs = 1_000;
/** What was committed late is still seen. */
const overlapMs = 10_000;
/** A session listens in so many places; with one more, the one that has listened longest ends. */
const placesMax = 8;

/** How a call stands: its newest leg, whether somebody vouches for that, and until when. */
export type Heard = { leg: Leg; isUp: boolean; until: Date } | undefined;

/** An open page of a call: its agent's, or one of its client. */
export type Listener = {
  call: Pick<Call, "client" | "id">;
  speaker: Speaker;
  /** After which signal of which leg it hears what the other side tells; it may have heard some before. */
  after?: { leg: Id<"leg">; place: number } | undefined;
  /** How the call stands: at first, and when it changes. */
  tell(heard: Heard): void;
  /** It stands as it was told, and somebody vouches for it for longer. */
  hold(until: Date): void;
  signal(signal: KeptSignal): void;
  /** The session is over, or the desk stops. */
  end(): void;
};

type Open = Listener & {
  told: string | undefined;
  /** Milliseconds: until when it was told that somebody vouches for it. */
  held: number;
  heardAfter: number;
  leg: Id<"leg"> | undefined;
};

/**
 * Tells the open pages of calls how their legs stand, and each side of a leg what the other side tells it. One question to the
 * database serves every page of this process; while nobody listens none is asked.
 */
export class Listening {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #listeners = new Set<Open>();
  #timers: NodeJS.Timeout[] = [];
  #looking: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** @returns what ends the listening */
  listen(listener: Listener): () => void {
    const one = { ...listener, told: undefined, held: 0, heardAfter: 0, leg: undefined };
    const { id } = listener.speaker.session;
    const own = [...this.#listeners].filter(({ speaker }) => speaker.session.id === id);
    for (const oldest of own.slice(0, Math.max(0, own.length + 1 - placesMax))) this.#end(oldest);
    this.#listeners.add(one);
    if (this.#timers.length === 0) {
      this.#timers = [
        setInterval(() => void this.look(), lookEveryMs).unref(),
        setInterval(() => void this.endClosed().catch(() => {}), sessionsEveryMs).unref(),
      ];
    }
    void this.look();
    return () => this.#forget(one);
  }

  /**
   * Looks and tells who is concerned. Who asks while a look goes on gets one after it, which sees what was done before. What
   * fails, because the database is away, the next look does.
   */
  async look(): Promise<void> {
    if (this.#listeners.size === 0) return;
    this.#next ??= this.#looking.then(() => {
      this.#next = undefined;
      this.#looking = this.#look().catch(() => {});
      return this.#looking;
    });
    await this.#next;
  }

  /** Ends the streams of sessions that are over. */
  async endClosed(): Promise<void> {
    const since = new Date(this.#clock().getTime() - overlapMs);
    const ended = new Set(await endedSince(this.#database, since));
    for (const one of [...this.#listeners]) {
      if (ended.has(one.speaker.session.id)) this.#end(one);
    }
  }

  /** Ends every stream: the desk stops. */
  stop(): void {
    for (const one of [...this.#listeners]) this.#end(one);
  }

  async #look(): Promise<void> {
    const all = [...this.#listeners];
    const calls = new Map(all.map(({ call }) => [call.id, call]));
    const legs = await newestLegs(this.#database, [...calls.values()]);
    const now = this.#clock();
    const hearing: { one: Open; leg: Leg }[] = [];
    for (const one of all) {
      const leg = legs.get(one.call.id);
      const heard = leg && { leg, isUp: isVouched(leg, now), until: vouchedUntil(leg) };
      this.#tell(one, heard);
      if (heard?.isUp && maySignal(heard.leg, one.speaker)) hearing.push({ one, leg: heard.leg });
    }
    if (hearing.length > 0) await this.#tellSignals(hearing);
  }

  #tell(one: Open, heard: Heard): void {
    const key = keyOf(heard);
    const held = heard?.isUp ? heard.until.getTime() : 0;
    if (one.told !== key) one.tell(heard);
    else if (one.held !== held) one.hold(new Date(held));
    one.told = key;
    one.held = held;
  }

  async #tellSignals(hearing: readonly { one: Open; leg: Leg }[]): Promise<void> {
    for (const { one, leg } of hearing) {
      if (one.leg === leg.id) continue;
      one.leg = leg.id;
      one.heardAfter = one.after?.leg === leg.id ? one.after.place : 0;
    }
    const places = hearing.map(({ one, leg }) => ({
      client: leg.client,
      id: leg.id,
      after: one.heardAfter,
    }));
    const kept = Map.groupBy(await signalsAfter(this.#database, places), ({ leg }) => leg);
    for (const { one, leg } of hearing) {
      for (const signal of kept.get(leg.id) ?? []) {
        if (signal.place <= one.heardAfter) continue;
        one.heardAfter = signal.place;
        if (signal.side !== one.speaker.side) one.signal(signal);
      }
    }
  }

  #end(one: Open): void {
    this.#forget(one);
    one.end();
  }

  #forget(one: Open): void {
    this.#listeners.delete(one);
    if (this.#listeners.size > 0) return;
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }
}

/** What makes a difference on a page. */
function keyOf(heard: Heard): string {
  if (!heard) return "none";
  const { leg, isUp } = heard;
  return [leg.id, leg.state.is, isUp, leg.session, leg.words.picked?.matched].join(" ");
}
