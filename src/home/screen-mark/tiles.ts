import { drawTile, tile } from "#mark";
import { pngOf } from "./tile-image.ts";

/** As many sessions as are at work in a minute, or thereabouts. */
const keptMax = 1_000;

/** How tiles lie: a band of pixels, and how much further right the next one down begins. */
export const { height: bandHeight, width: bandWidth, shift: bandShift } = drawTile([]);

/** Tiles as pictures: each is drawn once in a process, for all the pages that a session opens in a minute. */
export class Tiles {
  readonly #key: Uint8Array;
  readonly #kept = new Map<bigint, Buffer<ArrayBuffer>>();

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  pictureOf(payload: bigint): Buffer<ArrayBuffer> {
    const kept = this.#kept.get(payload);
    if (kept) return kept;
    const made = pngOf(tile(payload, this.#key));
    this.#kept.set(payload, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptMax && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
}
