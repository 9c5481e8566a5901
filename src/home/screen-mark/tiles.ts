import { drawTile, TileDrawer } from "#mark";
import { pngOf } from "./tile-image.ts";

type Picture = Buffer<ArrayBuffer>;

/** As many sessions as are at work in a minute, or thereabouts. */
const keptMax = 1_000;

/** How tiles lie: a band of pixels, and how much further right the next one down begins. */
export const { height: bandHeight, width: bandWidth, shift: bandShift } = drawTile([]);

/** Tiles as pictures: each is drawn once in a process, for all the pages that a session opens in a minute. */
export class Tiles {
  readonly #drawer: TileDrawer;
  readonly #kept = new Map<bigint, Picture>();

  constructor(key: Uint8Array) {
    this.#drawer = new TileDrawer(key);
  }

  async pictureOf(payload: bigint): Promise<Picture> {
    const kept = this.#kept.get(payload);
    if (kept) return kept;
    const made = pngOf(await this.#drawer.draw(payload));
    this.#kept.set(payload, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > keptMax && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
}
