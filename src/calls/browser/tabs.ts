import { Listening } from "./listening.ts";
import type { Heard, Showing } from "./showing.ts";

/** A tab that answers nothing for so long doesn't listen any more: another one takes its place. */
const silentMs = 1_500;

/** Tabs ask the one that listens, which answers by name; what it hears it says to all. */
type Said = { ask: string } | { heard: Heard; answers: readonly string[] };

/**
 * Of all tabs of a client in one browser one listens, and tells the others: a browser opens few connections to a site. Who
 * holds the lock listens; when its tab is closed the next one gets it, and when it is stuck a tab that is looked at takes it.
 */
export function share(name: string, showing: Showing): void {
  const tab = new SharingTab(name, showing);
  showing.onDoubt = () => tab.askAnew();
  addEventListener("pagehide", () => tab.leave());
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) tab.join();
  });
  tab.join();
}

class SharingTab {
  readonly #name: string;
  readonly #showing: Showing;
  readonly #channel: BroadcastChannel;
  #listening: Listening | undefined;
  /** Gives the lock to the next one, or stops waiting for it. */
  #leave: () => void = () => {};
  /** What it has asked and wasn't answered: nothing else counts until then. */
  #asked: string | undefined;
  /** Who asked while there was nothing to answer. */
  #owed: string[] = [];

  constructor(name: string, showing: Showing) {
    this.#name = name;
    this.#showing = showing;
    this.#channel = new BroadcastChannel(name);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Said>) => this.#take(data));
  }

  join(): void {
    this.#wait(false);
    this.#ask();
  }

  leave(): void {
    this.#asked = undefined;
    this.#stop();
    this.#leave();
  }

  askAnew(): void {
    if (this.#listening) this.#listening.again();
    else this.#ask();
  }

  /** Waits for the lock, or takes it from who holds it, and listens as long as nobody takes it away. */
  #wait(takesIt: boolean): void {
    this.#leave();
    const waiting = new AbortController();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#leave = () => {
      waiting.abort();
      resolve();
    };
    const leave = this.#leave;
    const options = takesIt ? { steal: true } : { signal: waiting.signal };
    const listen = async () => {
      this.#asked = undefined;
      this.#listening = new Listening(this.#showing.tabs, (heard) => this.#tell(heard));
      await promise;
    };
    const ended = navigator.locks.request(this.#name, options, listen).catch(() => {
      if (this.#leave !== leave || waiting.signal.aborted) return;
      this.#stop();
      this.join();
    });
    void ended.then(() => {
      if (this.#leave === leave) this.#stop();
    });
  }

  #stop(): void {
    this.#listening?.close();
    this.#listening = undefined;
  }

  #ask(): void {
    const asked = crypto.randomUUID();
    this.#asked = asked;
    this.#say({ ask: asked });
    setTimeout(() => {
      if (this.#asked === asked && !this.#listening && !document.hidden) this.#wait(true);
    }, silentMs);
  }

  #take(said: Said): void {
    if ("ask" in said) {
      if (this.#listening) this.#answer(said.ask, this.#listening);
      return;
    }
    if (this.#listening || (this.#asked && !said.answers.includes(this.#asked))) return;
    this.#asked = undefined;
    this.#showing.hear(said.heard);
  }

  /** Whoever asks a tab that is signed out may have signed in again. */
  #answer(asked: string, listening: Listening): void {
    const heard = this.#showing.current();
    if (heard.is === "over") {
      this.#owed.push(asked);
      listening.again();
    } else this.#say({ heard, answers: [asked] });
  }

  /** What it hears itself it shows, and says to all. */
  #tell(heard: Heard): void {
    this.#showing.hear(heard);
    this.#say({ heard, answers: this.#owed });
    this.#owed = [];
  }

  #say(said: Said): void {
    this.#channel.postMessage(said);
  }
}
