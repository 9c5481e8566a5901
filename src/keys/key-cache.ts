const keptMs = 60_000;
const ownersMax = 10_000;

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
    if (!own || !kept || Math.abs(now.getTime() - kept.sinceMs) >= keptMs) return undefined;
    this.#touch(owner, own);
    return kept.key;
  }

  keep(owner: string, name: string, key: Key, now: Date): void {
    const own = this.#kept.get(owner) ?? new Map<string, Kept<Key>>();
    const kept = { key, sinceMs: now.getTime() };
    own.set(name, kept);
    this.#touch(owner, own);
    if (this.#kept.size > ownersMax) this.forget(this.#kept.keys().next().value ?? "");
    // Also when nobody asks again, it doesn't stay in memory.
    setTimeout(() => this.#drop(owner, name, kept), keptMs).unref();
  }

  forget(owner: string): void {
    this.#kept.delete(owner);
  }

  #touch(owner: string, own: Map<string, Kept<Key>>): void {
    this.#kept.delete(owner);
    this.#kept.set(owner, own);
  }

  #drop(owner: string, name: string, kept: Kept<Key>): void {
    const own = this.#kept.get(owner);
    if (own?.get(name) !== kept) return;
    own.delete(name);
    if (own.size === 0) this.#kept.delete(owner);
  }
}
