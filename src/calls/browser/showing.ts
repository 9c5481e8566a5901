import { Lease } from "./lease.ts";

/** What a page hears of calls: from the desk, or from the tab that listens for all of this browser. */
export type Heard =
  | { is: "status"; html: string; holdsSeconds: number }
  /** What it was told is still so. */
  | { is: "holds"; holdsSeconds: number }
  /** The desk isn't reached. */
  | { is: "away" }
  /** The session is over. */
  | { is: "over" };

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
  readonly #lease = new Lease(() => this.#look());

  constructor(strip: HTMLElement) {
    this.#strip = strip;
    this.tabs = strip.dataset.tabs ?? "";
    this.#html = this.#shown.innerHTML;
    this.#lease.hold(Number(strip.dataset.holds), askedAt());
    strip.querySelector("[data-made]")?.remove();
    this.#dress();
    if (this.#lease.leftSeconds <= 0) this.#show("unknown");
    document.addEventListener("visibilitychange", () => {
      if (this.#is === "signed_out" && !document.hidden) this.onDoubt();
    });
    addEventListener("online", () => this.doubt());
    addEventListener("offline", () => this.doubt());
    // Whoever comes back to the page sees at once that it knows nothing yet.
    document.addEventListener("freeze", () => this.hear({ is: "away" }));
    addEventListener("pagehide", () => this.hear({ is: "away" }));
  }

  /** What it shows, for the other tabs. */
  current(): Heard {
    if (this.#is === "signed_out") return { is: "over" };
    if (this.#is === "unknown" || this.#lease.hasGap) return { is: "away" };
    return { is: "status", html: this.#html, holdsSeconds: this.#lease.leftSeconds };
  }

  /** What comes after a gap was said before it, and counts for nothing. */
  hear(heard: Heard): void {
    if (this.#is === "status" && this.#lease.hasGap) {
      this.doubt();
      return;
    }
    if (heard.is === "away") this.#show("unknown");
    if (heard.is === "over") this.#show("signed_out");
    if (heard.is === "status") this.#showStatus(heard.html);
    if ("holdsSeconds" in heard && this.#is === "status") {
      this.#lease.hold(heard.holdsSeconds);
    }
  }

  /** Nothing is known until it is heard anew. */
  doubt(): void {
    this.#lease.looked();
    if (this.#is !== "signed_out") this.#show("unknown");
    this.onDoubt();
  }

  #look(): void {
    const asksAgain = this.#is === "unknown" && !document.hidden;
    if (asksAgain || (this.#is === "status" && this.#lease.hasGap)) this.doubt();
    this.#lease.looked();
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
