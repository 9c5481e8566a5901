import { Lease } from "./lease.ts";
import type { Signal } from "./peer.ts";

const againMs = 2_000;
/** A stream ends now and then and comes back at once: what was told outlives it by so much. */
const brokenSeconds = 2;
/** A connection that isn't there after so long is begun anew. */
const connectMs = 8_000;

/** What the desk tells of a call. Without a lease it says that nobody is being called, which claims nothing. */
type Leased<Told> = Told & { holdsSeconds?: number };

type HearingOptions<Told> = {
  call(told: Told): void;
  signal(leg: string, place: number, signal: Signal): void;
  /** What was told last holds no more: the page knows nothing until it is told anew. */
  away(): void;
};

/**
 * Hears how a call stands and what its other side tells, and goes on where it was when the stream breaks off. What it was told
 * counts for as long as somebody vouches for it, by the page's own clock.
 */
export class Hearing<Told> {
  readonly #path: string;
  readonly #options: HearingOptions<Told>;
  readonly #lease = new Lease(() => this.#look());
  #is: "unleased" | "held" | "away" = "unleased";
  #source: EventSource | undefined;
  #openedAt = 0;
  #after: string | undefined;

  constructor(path: string, options: HearingOptions<Told>) {
    this.#path = path;
    this.#options = options;
    addEventListener("online", () => this.#doubt());
    addEventListener("offline", () => this.#doubt());
    this.#open();
  }

  get isAway(): boolean {
    return this.#is === "away";
  }

  #open(): void {
    this.#source?.close();
    this.#openedAt = performance.now();
    const query = this.#after ? `?after=${encodeURIComponent(this.#after)}` : "";
    const source = new EventSource(this.#path + query);
    this.#source = source;
    source.addEventListener("call", ({ data }) => this.#hear(JSON.parse(data)));
    source.addEventListener("holds", ({ data }) => this.#hold(JSON.parse(data).holdsSeconds));
    source.addEventListener("signal", ({ data, lastEventId }) => {
      this.#after = lastEventId;
      const [leg = "", place = ""] = lastEventId.split(" ");
      this.#options.signal(leg, Number(place), JSON.parse(data));
    });
    source.addEventListener("error", () => {
      document.dispatchEvent(new Event("desk:away"));
      this.#hold(Math.min(brokenSeconds, this.#lease.leftSeconds));
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(() => {
        if (source === this.#source) this.#open();
      }, againMs);
    });
  }

  #hear(told: Leased<Told>): void {
    if (this.#isLate()) return;
    this.#is = told.holdsSeconds === undefined ? "unleased" : "held";
    this.#lease.looked();
    this.#lease.hold(told.holdsSeconds ?? 0);
    this.#options.call(told);
  }

  #hold(seconds: number): void {
    if (this.#is === "held" && !this.#isLate()) this.#lease.hold(seconds);
  }

  /** What comes after a gap was said before it: it is asked for anew. */
  #isLate(): boolean {
    const isLate = this.#is === "held" && this.#lease.hasGap;
    if (isLate) this.#doubt();
    return isLate;
  }

  #doubt(): void {
    if (this.#is === "unleased") return;
    this.#is = "away";
    this.#options.away();
    this.#open();
  }

  #look(): void {
    const isConnected = this.#source?.readyState === EventSource.OPEN;
    const isStuck = !isConnected && performance.now() - this.#openedAt > connectMs;
    if (this.#is === "away" && isStuck) this.#open();
    if (!this.#isLate()) this.#lease.looked();
  }
}
