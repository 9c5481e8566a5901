import type { FieldName } from "#policy";
import { couldBe, signatureOf } from "./partial.ts";
import { nameOf, type ReadValue } from "./reading.ts";

/** Clients by their places in a list, a bit each. */
type Fitting = Uint32Array;

const wordBits = 32;

/** Which of some clients fit which values: by what the database said of their masks and indexes. */
export class Fits {
  readonly #count: number;
  readonly #masks = new Map<FieldName, { mask: string; fitting: Fitting }[]>();
  readonly #indexes = new Map<string, Fitting>();
  /** What was told of a partial value, for the next one that says the same. */
  readonly #partials = new Map<string, Fitting>();

  constructor(count: number) {
    this.#count = count;
  }

  /** @param places of the clients, 4 bytes big-endian each */
  takeMask(field: FieldName, mask: string, places: Uint8Array): void {
    const known = this.#masks.get(field) ?? [];
    known.push({ mask, fitting: this.#from(places) });
    this.#masks.set(field, known);
  }

  takeIndex(name: string, places: Uint8Array): void {
    this.#indexes.set(name, this.#from(places));
  }

  /** The places of those who fit all of these values, ascending. */
  ofAll(values: readonly ReadValue[]): number[] {
    const common = this.#none().fill(0xffff_ffff);
    for (const value of values) {
      const own = this.#of(value);
      for (let place = 0; place < common.length; place++) {
        common[place] = (common[place] ?? 0) & (own[place] ?? 0);
      }
    }
    const places: number[] = [];
    for (let place = 0; place < common.length; place++) {
      for (let rest = common[place] ?? 0; rest !== 0; rest &= rest - 1) {
        const found = place * wordBits + 31 - Math.clz32(rest & -rest);
        if (found < this.#count) places.push(found);
      }
    }
    return places;
  }

  #of(value: ReadValue): Fitting {
    switch (value.is) {
      case "indexed":
        return this.#union(
          value.indexes.flatMap((index) => this.#indexes.get(nameOf(value.field, index)) ?? []),
        );
      case "spelled":
        return this.#union((this.#masks.get(value.field) ?? []).map(({ fitting }) => fitting));
      case "impossible":
        return this.#none();
      case "partial": {
        const signature = `${value.field} ${signatureOf(value)}`;
        const masks = this.#masks.get(value.field) ?? [];
        const known =
          this.#partials.get(signature) ??
          this.#union(masks.flatMap(({ mask, fitting }) => (couldBe(value, mask) ? fitting : [])));
        this.#partials.set(signature, known);
        return known;
      }
    }
  }

  #union(sets: readonly Fitting[]): Fitting {
    const [first, second] = sets;
    if (first && !second) return first;
    const union = this.#none();
    for (const set of sets) {
      for (let place = 0; place < union.length; place++) {
        union[place] = (union[place] ?? 0) | (set[place] ?? 0);
      }
    }
    return union;
  }

  #from(places: Uint8Array): Fitting {
    const fitting = this.#none();
    const read = new DataView(places.buffer, places.byteOffset, places.byteLength);
    for (let at = 0; at < places.byteLength; at += 4) {
      const place = read.getUint32(at);
      const word = Math.floor(place / wordBits);
      fitting[word] = (fitting[word] ?? 0) | (1 << (place % wordBits));
    }
    return fitting;
  }

  #none(): Fitting {
    return new Uint32Array(Math.ceil(this.#count / wordBits));
  }
}
