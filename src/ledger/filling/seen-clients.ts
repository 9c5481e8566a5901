const leastPlaces = 64;
/** Of so many places one is taken at most half of the time: the next free one is near. */
const fullShare = 0.5;
/** Knuth's: its multiples lie far apart. */
const golden = 0x9e3779b1;

/**
 * The clients whom one of the staff had to do with: on which day last, from 1 on to 65,535. All staff together have tens of
 * millions, for whom a `Map` has no room.
 */
export class SeenClients {
  #clients = new Uint32Array(leastPlaces); // one more than the client's number; 0 where none is
  #released = new Uint16Array(leastPlaces);
  #shown = new Uint16Array(leastPlaces);
  #count = 0;

  /** Where a client stands until the next one is asked for. */
  placeOf(client: number): number {
    const place = this.#find(client);
    if (this.#clients[place] !== 0) return place;
    this.#count += 1;
    if (this.#count > this.#clients.length * fullShare) this.#grow();
    const own = this.#find(client);
    this.#clients[own] = client + 1;
    return own;
  }

  /** @returns whether it is the first one of that day */
  release(place: number, day: number): boolean {
    const isFirst = this.#released[place] !== day;
    this.#released[place] = day;
    return isFirst;
  }

  /** @returns on which day a value was shown last, or 0 */
  show(place: number, day: number): number {
    const last = this.#shown[place] ?? 0;
    this.#shown[place] = day;
    return last;
  }

  #find(client: number): number {
    const last = this.#clients.length - 1;
    let place = (Math.imul(client + 1, golden) >>> 7) & last;
    for (;;) {
      const there = this.#clients[place];
      if (there === 0 || there === client + 1) return place;
      place = (place + 1) & last;
    }
  }

  #grow(): void {
    const [clients, released, shown] = [this.#clients, this.#released, this.#shown];
    this.#clients = new Uint32Array(clients.length * 2);
    this.#released = new Uint16Array(clients.length * 2);
    this.#shown = new Uint16Array(clients.length * 2);
    for (const [place, client] of clients.entries()) {
      if (client === 0) continue;
      const own = this.#find(client - 1);
      this.#clients[own] = client;
      this.#released[own] = released[place] ?? 0;
      this.#shown[own] = shown[place] ?? 0;
    }
  }
}
