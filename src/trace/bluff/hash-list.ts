import { setImmediate } from "node:timers/promises";

const parts = 256;

/** Numbers of 32 bits, four bytes each however many there are, in parts by their first byte: each is sorted in a moment. */
export class HashList {
  #parts = Array.from({ length: parts }, () => ({ numbers: new Uint32Array(16), length: 0 }));

  add(hash: number): void {
    const part = this.#parts[hash >>> 24];
    if (!part) return;
    if (part.length === part.numbers.length) {
      const wider = new Uint32Array(part.length * 2);
      wider.set(part.numbers);
      part.numbers = wider;
    }
    part.numbers[part.length] = hash;
    part.length += 1;
  }

  /** Puts them in order, each once. Others get to work in between. @returns how many there are */
  async sort(): Promise<number> {
    let count = 0;
    for (const part of this.#parts) {
      const sorted = part.numbers.subarray(0, part.length).sort();
      part.numbers = sorted.filter((hash, place) => place === 0 || hash !== sorted[place - 1]);
      part.length = part.numbers.length;
      count += part.length;
      await setImmediate();
    }
    return count;
  }

  *all(): Generator<number> {
    for (const { numbers, length } of this.#parts) yield* numbers.subarray(0, length);
  }
}
