export type GroupsOptions<Item> = {
  groupMax: number;
  atOnceMax: number;
  /** Whom an item is about: no two that share a name are under way at once. */
  namesOf(item: Item): readonly string[];
  /**
   * Does a group's work; it throws nothing. Each item's names are free again when `release` is told of it.
   */
  run(group: readonly Item[], release: (item: Item) => void): Promise<void>;
};

/** What comes at once is done together: all of one turn of the event loop, a few groups at a time. */
export class Groups<Item> {
  readonly #options: GroupsOptions<Item>;
  #queue: Item[] = [];
  #running = 0;
  #starting: NodeJS.Immediate | undefined;
  readonly #busy = new Set<string>();

  constructor(options: GroupsOptions<Item>) {
    this.#options = options;
  }

  add(item: Item): void {
    this.#queue.push(item);
    this.#startSoon();
  }

  /** Lets everything that is added in this turn of the event loop come along. */
  #startSoon(): void {
    this.#starting ??= setImmediate(() => {
      this.#starting = undefined;
      this.#start();
    });
  }

  #start(): void {
    if (this.#running >= this.#options.atOnceMax || this.#queue.length === 0) return;
    const group = this.#take();
    if (group.length === 0) return;
    this.#running += 1;
    const release = (item: Item) => this.#release(item);
    void this.#options.run(group, release).finally(() => {
      this.#running -= 1;
      this.#startSoon();
    });
    this.#start();
  }

  #take(): Item[] {
    const { groupMax, namesOf } = this.#options;
    const group: Item[] = [];
    const left: Item[] = [];
    for (const item of this.#queue) {
      const names = namesOf(item);
      if (group.length === groupMax || names.some((name) => this.#busy.has(name))) {
        left.push(item);
        continue;
      }
      for (const name of names) this.#busy.add(name);
      group.push(item);
    }
    this.#queue = left;
    return group;
  }

  #release(item: Item): void {
    for (const name of this.#options.namesOf(item)) this.#busy.delete(name);
    this.#startSoon();
  }
}
