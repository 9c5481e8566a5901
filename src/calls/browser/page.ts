/** What both pages of a call have in common: their words, what they show, and how they ask the desk. */

const words = new Map(
  [...document.querySelectorAll<HTMLElement>("#call-words [data-key]")].map((item) => [
    item.dataset.key,
    item.textContent ?? "",
  ]),
);

export function word(key: string): string {
  return words.get(key) ?? "";
}

/** The desk said no: its sentence is for the reader. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** What the desk hasn't answered after so long isn't waited for. */
const answerMs = 15_000;

/** Asks the desk to do something. @throws {Refused} */
export async function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  const answered = await fetch(path, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    cache: "no-store",
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(answerMs),
  }).catch(() => undefined);
  if (!answered) throw new Refused("unreachable", word("unreachable"));
  if (answered.redirected) throw new Refused("signed_out", word("signed_out"));
  const read = await answered.json().catch(() => ({}));
  if (answered.ok) return read as Answer;
  if (answered.status === 401) throw new Refused("signed_out", word("signed_out"));
  const { code, detail } = read as { code?: string; detail?: string };
  throw new Refused(code ?? "failed", detail ?? word("unreachable"));
}

/** Says something although the page is going. */
export function postLast(path: string): void {
  void fetch(path, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    keepalive: true,
    body: "{}",
  }).catch(() => {});
}

/** Shows the parts of the page that are for this state, and no others. */
export function showFor(state: string): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-when]")) {
    part.hidden = !part.dataset.when?.split(" ").includes(state);
  }
}

/** Puts words into a place of the page. */
export function put(name: string, text: string): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-put="${name}"]`)) {
    place.textContent = text;
    place.hidden = text === "";
  }
}

/** What went wrong, above everything else. */
export function tellProblem(error?: unknown): void {
  put("problem", error instanceof Error ? error.message : "");
}

/** Calls back when something with `data-do` of this name is pressed, however often the page was shown anew. */
export function onPress(name: string, press: (button: HTMLElement) => unknown): void {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>(`[data-do="${name}"]`);
    if (button) void Promise.resolve(press(button)).catch(tellProblem);
  });
}

/** Counts how long it has been, from what the desk said: never by the clock of this device. */
export class Timer {
  #from = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  start(seconds: number): void {
    this.stop();
    this.#from = performance.now() - seconds * 1_000;
    this.#timer = setInterval(() => this.#show(), 1_000);
    this.#show();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #show(): void {
    const seconds = Math.max(0, Math.floor((performance.now() - this.#from) / 1_000));
    const rest = String(seconds % 60).padStart(2, "0");
    put("timer", `${Math.floor(seconds / 60)}:${rest}`);
  }
}
