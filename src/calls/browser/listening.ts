import type { Heard, Showing } from "./showing.ts";

const streamPath = "/account/call/stream";
const statusPath = "/account/call/status?html";
/** Where there is no stream to be had, the status is asked for so often. */
const askEveryMs = 5_000;
/** A connection that isn't there after so long is begun anew. */
const connectMs = 8_000;

type Answer = { tabs: string; html: string; holdsSeconds: number };

/** Hears the status of calls from the desk by a stream, or by asking where it gets none. */
export class Listening {
  readonly #tabs: string;
  readonly #hear: (heard: Heard) => void;
  #source: EventSource | undefined;
  #begunAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tabs: string, hear: (heard: Heard) => void) {
    this.#tabs = tabs;
    this.#hear = hear;
    this.#open();
  }

  /** Hears it anew: what an older connection says doesn't count. */
  again(): void {
    const isOpen = this.#source?.readyState === EventSource.OPEN;
    if (isOpen || performance.now() - this.#begunAt > connectMs) this.#open();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }

  #open(): void {
    this.close();
    this.#begunAt = performance.now();
    const source = new EventSource(streamPath);
    this.#source = source;
    const on = (name: string, take: (told: Answer) => void) =>
      source.addEventListener(name, (event) => {
        if (source === this.#source && event instanceof MessageEvent) take(JSON.parse(event.data));
      });
    on("tabs", ({ tabs }) => {
      if (tabs !== this.#tabs) this.#end();
    });
    on("status", ({ html, holdsSeconds }) => this.#hear({ is: "status", html, holdsSeconds }));
    on("holds", ({ holdsSeconds }) => this.#hear({ is: "holds", holdsSeconds }));
    on("over", () => void this.#ask()); // or it goes on under another name: a step-up changes it
    source.addEventListener("error", () => {
      if (source !== this.#source) return;
      this.#hear({ is: "away" });
      if (source.readyState === EventSource.CLOSED) void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    this.close();
    const headers = { accept: "application/json" };
    const answer = await fetch(statusPath, { headers, cache: "no-store" }).catch(() => undefined);
    if (this.#source) return;
    if (answer?.status === 403) {
      this.#end();
      return;
    }
    this.#timer = setTimeout(() => this.#open(), askEveryMs);
    const told: Answer | undefined = answer?.ok
      ? await answer.json().catch(() => undefined)
      : undefined;
    if (!told) this.#hear({ is: "away" });
    else if (told.tabs !== this.#tabs) this.#end();
    else this.#hear({ is: "status", html: told.html, holdsSeconds: told.holdsSeconds });
  }

  /** Nobody is signed in here any more, or somebody else is. */
  #end(): void {
    this.close();
    this.#hear({ is: "over" });
  }
}

/** A page that listens for itself. */
export function listen(showing: Showing): void {
  const begin = () => new Listening(showing.tabs, (heard) => showing.hear(heard));
  let listening = begin();
  showing.onDoubt = () => listening.again();
  addEventListener("pagehide", () => listening.close());
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    listening.close();
    listening = begin();
  });
}
