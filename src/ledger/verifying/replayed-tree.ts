import { emptyFrontier, extended, frontierRoot, rootIn } from "#tlog";
import { hashBytes, tileWidth } from "../tree.ts";

/** The log's tree, made anew from its leaf hashes, which it holds: 32 bytes for each event. */
export class ReplayedTree {
  readonly size: number;
  /** The leaf hashes, then level by level the hashes of the full tiles below. */
  readonly #levels: Buffer[];

  constructor(leaves: Buffer) {
    this.size = leaves.length / hashBytes;
    this.#levels = [leaves];
    for (let level = 0; this.#widthOf(level) >= tileWidth; level++) {
      const above = Buffer.alloc(Math.floor(this.#widthOf(level) / tileWidth) * hashBytes);
      this.#levels.push(above);
      for (let index = 0; index < this.#widthOf(level + 1); index++) this.#join(level, index);
    }
  }

  /** How many tiles a level has; those of level 0 are the bundles. */
  tilesOn(level: number): number {
    return Math.ceil(this.#widthOf(level) / tileWidth);
  }

  /** The hashes of a tile as it should be stored. */
  tile(level: number, index: number): Buffer {
    return this.#hashes(level, index * tileWidth, tileWidth);
  }

  leaf(index: number): Buffer {
    return this.#hashes(0, index, 1);
  }

  /** The hash of a full tile of the level below, as the tile above it has it; undefined when it isn't full. */
  tileHash(level: number, index: number): Buffer | undefined {
    return index < this.#widthOf(level) ? this.#hashes(level, index, 1) : undefined;
  }

  /** RFC 9162's root of the first `size` leaves. */
  rootAt(size: number): Uint8Array {
    return rootIn(({ level, index }) => this.tile(level, index), size);
  }

  /**
   * Puts another hash in the place of a leaf (level 0) or of a full tile.
   * @returns what stood there
   */
  replace(level: number, index: number, hash: Uint8Array): Buffer {
    const place = this.#hashes(level, index, 1);
    const before = Buffer.from(place);
    place.set(hash);
    for (let above = level; above + 1 < this.#levels.length; above++) {
      const tile = Math.floor(index / tileWidth ** (above - level + 1));
      if (tile >= this.#widthOf(above + 1)) break;
      this.#join(above, tile);
    }
    return before;
  }

  /** Hashes a full tile into the level above. */
  #join(level: number, index: number): void {
    const tile = this.tile(level, index);
    const hashes = Array.from({ length: tileWidth }, (_, place) =>
      tile.subarray(place * hashBytes, (place + 1) * hashBytes),
    );
    const joined = frontierRoot(extended(emptyFrontier, hashes));
    this.#hashes(level + 1, index, 1).set(joined);
  }

  #widthOf(level: number): number {
    return (this.#levels[level]?.length ?? 0) / hashBytes;
  }

  #hashes(level: number, from: number, count: number): Buffer {
    const hashes = this.#levels[level] ?? Buffer.alloc(0);
    return hashes.subarray(from * hashBytes, (from + count) * hashBytes);
  }
}
