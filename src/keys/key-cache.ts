const keptMs = 60_000;
const keptMax = 10_000;

type Kept<Key> = { key: Key; sinceMs: number };

/**
 * Keys that were unwrapped, for at most a minute, so that a burst asks the key-encryption key once. The least used go
 * first. A key is kept under its owner's name, and no one is given another's.
 */
export class KeyCache<Key> {
  readonly #kept = new Map<string, Map<string, Kept<Key>>>();

  get(owner: string, name: string, now: Date): Key | undefined {
    const own = this.#kept.get(owner);
    const kept = own?.get(name);
    if (!own || !kept) return undefined;
    if (Math.abs(now.getTime() - kept.sinceMs) >= keptMs) {
      own.delete(name);
      return undefined;
    }
    this.#kept.delete(owner);
    this.#kept.set(owner, own);
    return kept.key;
  }

  keep(owner: string, name: string, key: Key, now: Date): void {
    const own = this.#kept.get(owner) ?? new Map<string, Kept<Key>>();
    own.set(name, { key, sinceMs: now.getTime() });
    this.#kept.delete(owner);
    this.#kept.set(owner, own);
    if (this.#kept.size > keptMax) this.forget(this.#kept.keys().next().value ?? "");
  }

  forget(owner: string): void {
    this.#kept.delete(owner);
  }
}
