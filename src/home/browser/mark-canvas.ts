/* The canvas that holds a page's values and the mark over them, as large as the window, in the screen's own pixels. */

import { type LetterShifts, type Line, linesOf, type Value, write } from "./marked-values.ts";

type Lay = { band: number; shift: number };

/** The mark of a session and minute: its tile, and how the letters of values stand. */
export type MinuteMark = { tile: ImageBitmap; letters: LetterShifts };

export class MarkCanvas {
  readonly element = document.createElement("canvas");
  readonly #drawing = this.element.getContext("2d");
  readonly #lay: Lay;
  /** A band of the tile in the screen's own pixels: else each of its many copies would be scaled. */
  readonly #scaled = document.createElement("canvas");
  #values: readonly Value[] = [];
  #letters: LetterShifts | undefined;

  constructor(lay: Lay) {
    this.#lay = lay;
  }

  /** As large as the window, with another mark or after the window changed. */
  fit({ tile, letters }: MinuteMark, around: HTMLElement): void {
    this.#letters = letters;
    const ratio = devicePixelRatio;
    const { width, height } = around.getBoundingClientRect();
    const period = (tile.width / tile.height) * this.#lay.band;
    this.#scaled.width = Math.round(period * ratio);
    this.#scaled.height = Math.ceil(this.#lay.band * ratio);
    const scaling = this.#scaled.getContext("2d");
    scaling?.drawImage(tile, 0, 0, this.#scaled.width, this.#scaled.height);
    this.element.width = Math.round(width * ratio);
    this.element.height = Math.round(height * ratio);
    this.#paint(0, 0, this.element.width, this.element.height);
  }

  /** Nothing is on it, and it takes no memory. */
  empty(): void {
    this.#values = [];
    for (const canvas of [this.element, this.#scaled]) canvas.width = canvas.height = 0;
  }

  /** Draws what stands in these elements now, and again what is below where they were. */
  show(elements: readonly HTMLElement[]): void {
    const before = this.#values;
    this.#values = elements.map((element) => ({ element, lines: linesOf(element) }));
    for (const { lines } of [...before, ...this.#values])
      for (const line of lines) this.#repaint(line);
  }

  #repaint({ left, top, right, bottom }: Line): void {
    const ratio = devicePixelRatio;
    const aside = bottom - top; // letters lean out of their line
    this.#paint(
      Math.floor((left - aside) * ratio),
      Math.floor((top - aside) * ratio),
      Math.ceil((right + aside) * ratio),
      Math.ceil((bottom + aside) * ratio),
    );
  }

  /** Draws anew what is between these edges: the values, and over them the tile. */
  #paint(left: number, top: number, right: number, bottom: number): void {
    const on = this.#drawing;
    const letters = this.#letters;
    if (!on || !letters || this.#scaled.width === 0) return;
    on.save();
    on.beginPath();
    on.rect(left, top, right - left, bottom - top);
    on.clip();
    on.clearRect(left, top, right - left, bottom - top);
    for (const value of this.#values) write(on, value, letters);
    const { width: period } = this.#scaled;
    const band = this.#lay.band * devicePixelRatio;
    const shift = this.#lay.shift * devicePixelRatio;
    for (let row = Math.max(0, Math.floor(top / band) - 1); row * band < bottom; row++) {
      const [upper, lower] = [Math.round(row * band), Math.round((row + 1) * band)];
      const height = lower - upper;
      const start = Math.round((shift * row) % period) - period;
      for (let from = start; from < right; from += period)
        if (from + period > left)
          on.drawImage(this.#scaled, 0, 0, period, height, from, upper, period, height);
    }
    on.restore();
  }
}
