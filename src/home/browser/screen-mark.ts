/*
 * The mark over a page of the staff: the tile of this session and minute, and the values that the page shows, on one canvas.
 * Who takes the canvas away takes the values away. A page says so to the desk when its mark isn't there any more, and shows
 * nothing more. Pages hear `mark:missing`, and say `mark:values` when what stands in their [data-marked] changed.
 */

const minuteMs = 60_000;
const againMs = 5_000;
const checkMs = 1_000;
/** A tile says its minute: a little longer it may stay, while the desk isn't reached. */
const staleMs = 150_000;
const topmost = "2147483647";

type Line = { text: string; left: number; top: number; bottom: number; right: number };
type Value = { element: HTMLElement; lines: Line[] };

const overlay = document.querySelector<HTMLElement>("[data-screen-mark]");
const canvas = document.createElement("canvas");
const drawing = canvas.getContext("2d");
const band = Number(overlay?.dataset.band);
const shift = Number(overlay?.dataset.shift);

let tile: ImageBitmap | undefined;
let drawnAt = 0;
let values: Value[] = [];
let isTakenAway = false;
let isLooking = false;
let waiting: ReturnType<typeof setTimeout> | undefined;

if (overlay && drawing) {
  overlay.append(canvas);
  void renew();
  keepChecking();
  new MutationObserver(check).observe(document.documentElement, {
    ...{ childList: true, subtree: true, attributes: true },
    attributeFilter: ["class", "style", "hidden", "data-state", "width", "height"],
  });
  new ResizeObserver(fit).observe(overlay);
  document.addEventListener("mark:values", () => {
    check();
    paintValues();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && now() - drawnAt > minuteMs) void renew();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void renew();
  });
}

/** Asks for the tile of this minute, and again a minute later: not all pages at once. */
async function renew(): Promise<void> {
  clearTimeout(waiting);
  const answer = await fetch(overlay?.dataset.screenMark ?? "", {
    cache: "no-store",
    redirect: "error",
  }).catch(() => undefined);
  const picture = answer?.ok ? await answer.blob().catch(() => undefined) : undefined;
  const fresh = picture && (await createImageBitmap(picture).catch(() => undefined));
  clearTimeout(waiting);
  waiting = setTimeout(() => void renew(), fresh ? minuteMs : againMs);
  if (fresh) {
    tile?.close();
    tile = fresh;
    drawnAt = now();
    fit();
  } else if (!tile || now() - drawnAt > staleMs) become("missing");
}

/** Since the page was loaded, in milliseconds. */
function now(): number {
  return Number(document.timeline.currentTime ?? 0);
}

/** Draws everything, as large as the window is, in the screen's own pixels. */
function fit(): void {
  if (!overlay || !tile || isTakenAway) return;
  const hasStyles = getComputedStyle(overlay).getPropertyValue("--screen-mark") === "loaded";
  if (!hasStyles) {
    become("missing"); // nobody's doing: they didn't come
    return;
  }
  const { width, height } = overlay.getBoundingClientRect();
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  paint(0, 0, canvas.width, canvas.height);
  become("drawn");
  paintValues();
}

/** Draws the canvas between these edges anew: what is shown there, and over it the tile. */
function paint(left: number, top: number, right: number, bottom: number): void {
  if (!drawing || !tile) return;
  drawing.save();
  drawing.beginPath();
  drawing.rect(left, top, right - left, bottom - top);
  drawing.clip();
  drawing.clearRect(left, top, right - left, bottom - top);
  for (const value of values) write(drawing, value);
  const ratio = devicePixelRatio;
  const period = (tile.width / tile.height) * band;
  const first = Math.max(0, Math.floor(top / ratio / band) - 1);
  for (let row = first; Math.round(row * band * ratio) < bottom; row++) {
    const [upper, lower] = [row, row + 1].map((each) => Math.round(each * band * ratio));
    const start = ((shift * row) % period) - period;
    for (let place = 0; (start + place * period) * ratio < right; place++) {
      const from = Math.round((start + place * period) * ratio);
      const to = Math.round((start + (place + 1) * period) * ratio);
      if (to > left)
        drawing.drawImage(tile, from, upper ?? 0, to - from, (lower ?? 0) - (upper ?? 0));
    }
  }
  drawing.restore();
}

/** A value's letters where the page has them, in the page's own type and colour. */
function write(on: CanvasRenderingContext2D, { element, lines }: Value): void {
  const style = getComputedStyle(element);
  const ratio = devicePixelRatio;
  on.save();
  on.scale(ratio, ratio);
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

/** Draws the values where they are now, and follows them while there are any: pages scroll, and their parts move. */
function paintValues(): void {
  if (!tile || isTakenAway || overlay?.dataset.state !== "drawn") return;
  const before = values;
  values = [...document.querySelectorAll<HTMLElement>("[data-marked]")].map((element) => ({
    element,
    lines: linesOf(element),
  }));
  if (placesOf(before) !== placesOf(values)) {
    for (const { lines } of [...before, ...values]) for (const line of lines) repaint(line);
  }
  for (const { element } of values)
    if (element.dataset.marked !== "drawn") element.dataset.marked = "drawn";
  if (values.length === 0 || isLooking) return;
  isLooking = true;
  requestAnimationFrame(() => {
    isLooking = false;
    paintValues();
  });
}

function placesOf(all: readonly Value[]): string {
  return JSON.stringify(all.map(({ element, lines }) => [getComputedStyle(element).color, lines]));
}

function repaint({ left, top, right, bottom }: Line): void {
  const ratio = devicePixelRatio;
  const aside = bottom - top; // letters lean out of their line
  paint(
    Math.floor((left - aside) * ratio),
    Math.floor((top - aside) * ratio),
    Math.ceil((right + aside) * ratio),
    Math.ceil((bottom + aside) * ratio),
  );
}

/** The lines that the page breaks a text into. */
function linesOf(element: HTMLElement): Line[] {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? "";
    const range = document.createRange();
    let start = 0;
    for (const letter of text) {
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

/** Says what the mark is now, to the page's other scripts too. */
function become(state: "drawn" | "missing"): void {
  if (!overlay) return;
  if (overlay.dataset.state !== state) overlay.dataset.state = state;
  const isMissing = state === "missing";
  document.dispatchEvent(new Event(isMissing ? "mark:missing" : "mark:drawn"));
  if (!isMissing) return;
  values = [];
  for (const left of document.querySelectorAll("[data-marked]")) left.textContent = "";
}

function keepChecking(): void {
  check();
  setTimeout(keepChecking, checkMs);
}

function check(): void {
  if (!overlay || isTakenAway || overlay.dataset.state === undefined) return;
  const how = matchMedia("print").matches ? undefined : wrongWith(overlay);
  if (how === undefined) return;
  isTakenAway = true;
  become("missing");
  const notice = document.querySelector<HTMLElement>("[data-mark-missing]");
  if (notice) notice.hidden = false;
  void fetch(overlay.dataset.missing ?? "", {
    method: "POST",
    body: new URLSearchParams({ how }),
    keepalive: true,
  }).catch(() => undefined);
}

/** How the mark isn't as it was made. */
function wrongWith(around: HTMLElement): "removed" | "hidden" | "altered" | undefined {
  if (!around.isConnected || canvas.parentElement !== around) return "removed";
  const drawn = around.dataset.state === "drawn" ? [around, canvas] : [around];
  const styles = drawn.map((element) => getComputedStyle(element));
  const isSeen = styles.every(
    ({ display, visibility, opacity }) =>
      display !== "none" && visibility === "visible" && Number(opacity) === 1,
  );
  if (!isSeen) return "hidden";
  const isPlain = styles.every(
    ({ filter, clipPath, transform, maskImage, mixBlendMode }) =>
      [filter, clipPath, transform, maskImage].every((each) => each === "none") &&
      mixBlendMode === "normal",
  );
  const isOver = styles[0]?.position === "fixed" && styles[0].zIndex === topmost;
  return isPlain && isOver && drawn.every(isWhole) ? undefined : "altered";
}

function isWhole(element: HTMLElement): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  return left <= 0 && top <= 0 && right > clientWidth - 1 && bottom > clientHeight - 1;
}
