/* The values that a page shows, and where: they are read on the canvas of the page's mark. */

/** A letter of a value: where it stands, and which of the value's it is, from 0; spaces aren't counted. */
export type Letter = { text: string; left: number; place: number };
export type Line = {
  text: string;
  letters: readonly Letter[];
  left: number;
  top: number;
  bottom: number;
  right: number;
};
export type Value = { element: HTMLElement; lines: readonly Line[] };

/** How far the letters of values stand beside their places, in the size of their font: it says the session and the minute. */
export class LetterShifts {
  readonly #ways: readonly number[];

  /** @param ways across and along for each letter in turn: "+" is right, or down. @param distance in the font's size */
  constructor(ways: string, distance: number) {
    this.#ways = [...ways].map((way) => (way === "+" ? distance : -distance));
  }

  of(place: number): [right: number, down: number] {
    const at = (2 * place) % this.#ways.length;
    return [this.#ways[at] ?? 0, this.#ways[at + 1] ?? 0];
  }
}

export function markedElements(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-marked]")];
}

/** What changes when the values, their places or their colours do. */
export function placesOf(elements: readonly HTMLElement[]): string {
  const places = elements.map((element) => {
    const rects = [...element.getClientRects()].map(({ x, y, right, bottom }) => [
      ...[x, y, right, bottom],
    ]);
    return [element.textContent, getComputedStyle(element).color, rects];
  });
  return JSON.stringify(places);
}

/** The lines that the page breaks a text into. */
export function linesOf(element: HTMLElement): Line[] {
  const lines: (Line & { letters: Letter[] })[] = [];
  let place = 0;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    for (const { segment: text, index } of graphemes.segment(node.textContent ?? "")) {
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      const { left, top, right, bottom, width } = range.getBoundingClientRect();
      let line = lines.at(-1);
      if (line && Math.abs(line.top - top) < 1) {
        line.text += text;
        line.left = Math.min(line.left, left);
        line.right = Math.max(line.right, right);
      } else if (width > 0) {
        line = { text, letters: [], left, top, right, bottom };
        lines.push(line);
      }
      if (text.trim() !== "") line?.letters.push({ text, left, place: place++ });
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.trimEnd() }));
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Writing whose letters don't join, and which is drawn letter by letter. */
const apart =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Nobody sees it, and with it a browser draws a letter at a part of a pixel's height too: upright it takes whole ones. */
const leaning = 0.001;

/**
 * Writes a value's letters where the page has them, in the page's own type and colour, each as far beside as the mark says.
 * Letters that join stand where they are.
 */
export function write(
  on: CanvasRenderingContext2D,
  { element, lines }: Value,
  shifts: LetterShifts,
): void {
  const style = getComputedStyle(element);
  const size = Number.parseFloat(style.fontSize);
  const isRightward = style.direction !== "rtl";
  on.save();
  on.scale(devicePixelRatio, devicePixelRatio);
  on.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  on.textRendering = "geometricPrecision";
  on.letterSpacing = style.letterSpacing === "normal" ? "0px" : style.letterSpacing;
  on.direction = isRightward ? "ltr" : "rtl";
  on.fillStyle = style.color;
  on.textAlign = "left";
  for (const { text, letters, left, top, bottom } of lines) {
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = on.measureText(text);
    const foot = (top + bottom + above - below) / 2;
    if (!isRightward || !apart.test(text)) on.fillText(text, left, foot);
    else
      for (const letter of letters) {
        const [right, down] = shifts.of(letter.place);
        on.save();
        on.translate(letter.left + right * size, foot + down * size);
        on.transform(1, leaning, 0, 1, 0, 0);
        on.fillText(letter.text, 0, 0);
        on.restore();
      }
  }
  on.restore();
}
