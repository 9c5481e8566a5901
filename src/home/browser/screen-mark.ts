/*
 * The mark over a page of the staff: the tile of this session and minute. While the page shows values, both stand on one
 * canvas, the values' letters beside their places as this minute has them: who takes the mark away takes the values away. A
 * page says so to the desk when its mark isn't there any more, and shows nothing more. Pages hear `mark:missing`, and say
 * `mark:values` when what stands in their [data-marked] changed.
 */

import { MarkCanvas, type MinuteMark } from "./mark-canvas.ts";
import { type Wrong, wrongWith } from "./mark-check.ts";
import { LetterShifts, markedElements, placesOf } from "./marked-values.ts";

const minuteMs = 60_000;
const againMs = 5_000;
const checkMs = 1_000;
/** A tile says its minute: a little longer it may stay, while the desk isn't reached. */
const staleMs = 150_000;

/** The overlay that the server put around the page, with what happens to it. */
class ScreenMark {
  readonly #overlay: HTMLElement;
  readonly #canvas: MarkCanvas;
  #mark: MinuteMark | undefined;
  #marks = 0;
  #drawnAt = 0;
  #places = placesOf([]);
  /** Once it was, until the page is loaded again. */
  #wrong: Wrong | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #looking = 0;

  constructor(overlay: HTMLElement) {
    const { band, shift } = overlay.dataset;
    this.#overlay = overlay;
    this.#canvas = new MarkCanvas({ band: Number(band), shift: Number(shift) });
  }

  start(): void {
    this.#overlay.append(this.#canvas.element);
    void this.#renew();
    this.#keepChecking();
    new MutationObserver(() => this.#check()).observe(document.documentElement, {
      ...{ childList: true, subtree: true, attributes: true },
      attributeFilter: ["class", "style", "hidden"],
    });
    new ResizeObserver(() => this.#fit()).observe(this.#overlay);
    document.addEventListener("mark:values", () => {
      this.#check();
      this.#follow();
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && now() - this.#drawnAt > minuteMs) void this.#renew();
    });
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) void this.#renew();
    });
  }

  /** Asks for the mark of this minute, and again a minute later: not all pages at once. */
  async #renew(): Promise<void> {
    clearTimeout(this.#waiting);
    const mark = await markFor(this.#overlay);
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#renew(), mark ? minuteMs : againMs);
    if (mark) this.#take(mark);
    else if (!this.#mark || now() - this.#drawnAt > staleMs) this.#become("missing");
  }

  #take(mark: MinuteMark): void {
    this.#mark?.tile.close();
    this.#mark = mark;
    this.#drawnAt = now();
    this.#marks += 1;
    if (this.#wrong) return;
    const { style, dataset } = this.#overlay;
    if (this.#marks > 1) style.setProperty("--tile", `url("${dataset.screenMark}?${this.#marks}")`);
    const styles = getComputedStyle(this.#overlay);
    const hasStyles = styles.getPropertyValue("--screen-mark") === "loaded";
    this.#become(hasStyles ? "drawn" : "missing"); // that they didn't come is nobody's doing
    this.#fit();
    this.#follow();
  }

  #fit(): void {
    if (this.#mark && "values" in this.#overlay.dataset)
      this.#canvas.fit(this.#mark, this.#overlay);
  }

  /** Draws the values where they are, and follows them while there are any: pages scroll, and their parts move. */
  #follow(): void {
    const { dataset } = this.#overlay;
    if (!this.#mark || this.#wrong || dataset.state !== "drawn") return;
    const elements = markedElements();
    const places = placesOf(elements);
    if (places !== this.#places) this.#draw(this.#mark, elements);
    this.#places = places;
    cancelAnimationFrame(this.#looking);
    if (elements.length > 0) this.#looking = requestAnimationFrame(() => this.#follow());
  }

  #draw(mark: MinuteMark, elements: readonly HTMLElement[]): void {
    const { dataset } = this.#overlay;
    if (elements.length === 0) {
      delete dataset.values;
      this.#canvas.empty();
      return;
    }
    if (!("values" in dataset)) {
      dataset.values = "";
      this.#canvas.fit(mark, this.#overlay);
    }
    this.#canvas.show(elements);
    for (const element of elements) element.dataset.marked = "drawn";
  }

  /** Says what the mark is now, to the page's other scripts too. */
  #become(state: "drawn" | "missing"): void {
    const { dataset } = this.#overlay;
    dataset.state = state;
    document.dispatchEvent(new Event(`mark:${state}`));
    if (state === "drawn") return;
    for (const left of markedElements()) left.textContent = "";
    delete dataset.values;
    this.#canvas.empty();
    this.#places = placesOf([]);
  }

  #keepChecking(): void {
    this.#check();
    setTimeout(() => this.#keepChecking(), checkMs);
  }

  #check(): void {
    const { dataset } = this.#overlay;
    if (this.#wrong || dataset.state !== "drawn" || matchMedia("print").matches) return;
    this.#wrong = wrongWith(this.#overlay, this.#canvas.element);
    if (!this.#wrong) return;
    this.#become("missing");
    const notice = document.querySelector<HTMLElement>("[data-mark-missing]");
    if (notice) notice.hidden = false;
    const body = new URLSearchParams({ how: this.#wrong });
    void fetch(dataset.missing ?? "", { method: "POST", body, keepalive: true }).catch(
      () => undefined,
    );
  }
}

async function markFor({ dataset }: HTMLElement): Promise<MinuteMark | undefined> {
  const asked = fetch(dataset.screenMark ?? "", { cache: "no-store", redirect: "error" });
  const answer = await asked.catch(() => undefined);
  const picture = answer?.ok ? await answer.blob().catch(() => undefined) : undefined;
  const tile = picture && (await createImageBitmap(picture).catch(() => undefined));
  const ways = answer?.headers.get("mark-letters") ?? "";
  if (!tile || ways === "") return undefined;
  return { tile, letters: new LetterShifts(ways, Number(dataset.letterShift)) };
}

/** Since the page was loaded, in milliseconds. */
function now(): number {
  return Number(document.timeline.currentTime ?? 0);
}

const overlay = document.querySelector<HTMLElement>("[data-screen-mark]");
if (overlay) new ScreenMark(overlay).start();
