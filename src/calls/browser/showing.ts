/** What a page hears of calls: from the desk, or from the tab that listens for all of this browser. */
export type Heard =
  | { is: "status"; html: string; holdsSeconds: number }
  /** What it was told is still so. */
  | { is: "holds"; holdsSeconds: number }
  /** The desk isn't reached. */
  | { is: "away" }
  /** The session is over. */
  | { is: "over" };

const secondMs = 1_000;
/** The desk tells of a lease's end when it ends: the page gives it a moment to be heard. */
const graceMs = 400;
const lookEveryMs = 2_000;
/** The wall clock went on so much further than the page's own: the device slept, which stops the latter in some browsers. */
const sleptMs = 5_000;

const language = document.documentElement.lang || "en";
const timeOfDay = new Intl.DateTimeFormat(language, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/**
 * What the page shows. A status goes when it has run out by the page's own clock, and comes back only when it is heard anew:
 * by `onDoubt` the page asks. The wall clock is never compared with anything of the desk's.
 */
export class Showing {
  readonly tabs: string;
  onDoubt: () => void = () => {};
  readonly #strip: HTMLElement;
  readonly #title = document.title;
  #html: string;
  #is: "status" | "unknown" | "signed_out" = "status";
  #deadline: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looked = { own: performance.now(), wall: Date.now() };

  constructor(strip: HTMLElement) {
    this.#strip = strip;
    this.tabs = strip.dataset.tabs ?? "";
    this.#html = this.#shown.innerHTML;
    this.#deadline = askedAt() + Number(strip.dataset.holds) * secondMs;
    strip.querySelector("[data-made]")?.remove();
    this.#dress();
    if (this.#deadline <= performance.now()) this.#show("unknown");
    setInterval(() => this.#look(), lookEveryMs);
    document.addEventListener("visibilitychange", () => {
      if (this.#is === "signed_out" && !document.hidden) this.onDoubt();
      else this.#look();
    });
    addEventListener("online", () => this.doubt());
    addEventListener("offline", () => this.doubt());
    // Whoever comes back to the page sees at once that it knows nothing yet.
    document.addEventListener("freeze", () => this.hear({ is: "away" }));
    addEventListener("pagehide", () => this.hear({ is: "away" }));
    this.#wait();
  }

  /** What it shows, for the other tabs. */
  current(): Heard {
    if (this.#is === "signed_out") return { is: "over" };
    if (this.#is === "unknown" || this.#hasGap()) return { is: "away" };
    const holdsSeconds = (this.#deadline - performance.now()) / secondMs;
    return { is: "status", html: this.#html, holdsSeconds };
  }

  /** What comes after a gap was said before it, and counts for nothing. */
  hear(heard: Heard): void {
    if (this.#is === "status" && this.#hasGap()) {
      this.doubt();
      return;
    }
    if (heard.is === "away") this.#show("unknown");
    if (heard.is === "over") this.#show("signed_out");
    if (heard.is === "status") this.#showStatus(heard.html);
    if ("holdsSeconds" in heard && this.#is === "status") {
      this.#deadline = performance.now() + heard.holdsSeconds * secondMs;
      this.#wait();
    }
  }

  /** Nothing is known until it is heard anew. */
  doubt(): void {
    this.#looked = { own: performance.now(), wall: Date.now() };
    if (this.#is !== "signed_out") this.#show("unknown");
    this.onDoubt();
  }

  #look(): void {
    const asksAgain = this.#is === "unknown" && !document.hidden;
    if (asksAgain || (this.#is === "status" && this.#hasGap())) this.doubt();
    this.#looked = { own: performance.now(), wall: Date.now() };
  }

  #hasGap(): boolean {
    const [own, wall] = [performance.now(), Date.now()];
    const slept = wall - this.#looked.wall - (own - this.#looked.own) > sleptMs;
    return slept || own > this.#deadline + graceMs;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const leftMs = this.#deadline - performance.now() + graceMs + 1;
    this.#timer = setTimeout(() => this.#look(), Math.max(leftMs, 0));
  }

  #showStatus(html: string): void {
    if (this.#is === "status" && html === this.#html) return;
    this.#is = "status";
    this.#html = html;
    this.#replace(new DOMParser().parseFromString(html, "text/html").body.childNodes);
  }

  #show(is: "unknown" | "signed_out"): void {
    if (this.#is === is) return;
    this.#is = is;
    const name = is === "unknown" ? "[data-unknown]" : "[data-signed-out]";
    const template = this.#strip.querySelector<HTMLTemplateElement>(name);
    if (template) this.#replace(template.content.cloneNode(true).childNodes);
  }

  #replace(nodes: NodeListOf<ChildNode>): void {
    this.#shown.replaceChildren(...nodes);
    this.#dress();
  }

  /** The tab says what can't wait, and times are those of where the reader is. */
  #dress(): void {
    const tab = this.#shown.querySelector<HTMLElement>("[data-tab]")?.dataset.tab;
    document.title = tab ? `${tab} · ${this.#title}` : this.#title;
    for (const time of this.#shown.querySelectorAll<HTMLTimeElement>("time[data-local]")) {
      time.textContent = timeOfDay.format(new Date(time.dateTime));
    }
  }

  get #shown(): HTMLElement {
    return this.#strip.querySelector<HTMLElement>("[data-shown]") ?? this.#strip;
  }
}

/** When the page was asked for, by its own clock; long ago, when it comes out of the history. */
function askedAt(): number {
  const [loaded] = performance.getEntriesByType("navigation");
  if (!(loaded instanceof PerformanceNavigationTiming)) return 0;
  return loaded.type === "back_forward" ? Number.NEGATIVE_INFINITY : loaded.requestStart;
}
