import { HoldfastError, type Id } from "#platform";

/** Browsers hold one stream each, however many tabs are open in them. */
const ofClientMax = 20;
/** Behind one address there can be a whole mobile network. */
const ofNetworkMax = 2_000;
const ofProcessMax = 15_000;

/** There are more open pages than this process tells of calls by a stream; they ask now and then instead. */
export class TooManyPages extends HoldfastError {
  readonly code = "too_many_pages";
  readonly refusal = "too_many";
  constructor(max: number) {
    super(
      `More than ${max} pages are open. Close some of them, or ask for /account/call/status every 5 seconds.`,
    );
  }
}

/** Counts the streams of this process, so that nobody takes them all. */
export class OpenPages {
  readonly #counts = new Map<string, number>();

  /** @returns what gives the place free again, once @throws {TooManyPages} */
  take(client: Id<"client">, network: string): () => void {
    const places = [
      { name: client, max: ofClientMax },
      { name: network, max: ofNetworkMax },
      { name: "all", max: ofProcessMax },
    ];
    for (const { name, max } of places) {
      if ((this.#counts.get(name) ?? 0) >= max) throw new TooManyPages(max);
    }
    for (const { name } of places) this.#add(name, 1);
    let isTaken = true;
    return () => {
      if (isTaken) for (const { name } of places) this.#add(name, -1);
      isTaken = false;
    };
  }

  #add(name: string, by: 1 | -1): void {
    const count = (this.#counts.get(name) ?? 0) + by;
    if (count > 0) this.#counts.set(name, count);
    else this.#counts.delete(name);
  }
}
