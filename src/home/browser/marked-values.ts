/* The values that a page shows, and where: they are read on the canvas of the page's mark. */

export type Line = { text: string; left: number; top: number; bottom: number; right: number };
export type Value = { element: HTMLElement; lines: readonly Line[] };

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
  const lines: Line[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange();
    let start = 0;
    for (const letter of node.textContent ?? "") {
      range.setStart(node, start);
      start += letter.length;
      range.setEnd(node, start);
      const { left, top, right, bottom, width } = range.getBoundingClientRect();
      const last = lines.at(-1);
      if (last && Math.abs(last.top - top) < 1) {
        last.text += letter;
        last.left = Math.min(last.left, left);
        last.right = Math.max(last.right, right);
      } else if (width > 0) lines.push({ text: letter, left, top, right, bottom });
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.trimEnd() }));
}

/** Writes a value's letters where the page has them, in the page's own type and colour. */
export function write(on: CanvasRenderingContext2D, { element, lines }: Value): void {
  const style = getComputedStyle(element);
  on.save();
  on.scale(devicePixelRatio, devicePixelRatio);
  on.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  on.letterSpacing = style.letterSpacing === "normal" ? "0px" : style.letterSpacing;
  on.direction = style.direction === "rtl" ? "rtl" : "ltr";
  on.fillStyle = style.color;
  on.textAlign = "left";
  for (const { text, left, top, bottom } of lines) {
    const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = on.measureText(text);
    on.fillText(text, left, (top + bottom + above - below) / 2);
  }
  on.restore();
}
