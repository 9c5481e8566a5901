const secondMs = 1_000;
/** The desk tells of a lease's end when it ends: the page gives it a moment to be heard. */
const graceMs = 400;
const lookEveryMs = 2_000;
/** The wall clock went on so much further than the page's own: the device slept, which stops the latter in some browsers. */
const sleptMs = 5_000;

/**
 * For how long what the page heard holds, by the page's own clock. The wall clock is never compared with anything of the desk's.
 * `look` is called when it has run out, now and then, and when somebody comes back to the page.
 */
export class Lease {
  readonly #look: () => void;
  #deadline = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looked = { own: performance.now(), wall: Date.now() };

  constructor(look: () => void) {
    this.#look = look;
    setInterval(look, lookEveryMs);
    document.addEventListener("visibilitychange", look);
  }

  /** It holds for so long from when it was asked for, or from now. */
  hold(seconds: number, from = performance.now()): void {
    this.#deadline = from + seconds * secondMs;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, Math.max(this.leftSeconds * secondMs + graceMs + 1, 0));
  }

  get leftSeconds(): number {
    return (this.#deadline - performance.now()) / secondMs;
  }

  /** It has run out, or the device slept: what comes now was said before, and counts for nothing. */
  get hasGap(): boolean {
    const [own, wall] = [performance.now(), Date.now()];
    const slept = wall - this.#looked.wall - (own - this.#looked.own) > sleptMs;
    return slept || own > this.#deadline + graceMs;
  }

  /** Somebody has looked: a sleep before this is dealt with. */
  looked(): void {
    this.#looked = { own: performance.now(), wall: Date.now() };
  }
}
