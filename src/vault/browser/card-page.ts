/*
 * The client's card on the desk: a value takes its mask's place for a while and goes again. It stands in one text node and
 * nowhere else; no more than a few at once, and none while the page is hidden or nobody vouches for the session. What is read
 * of it is drawn on the canvas of the page's mark (`data-marked`), and without the mark nothing is asked for or shown.
 */

import { isMarked, putMarked, putMask } from "./marked.ts";

const secondMs = 1_000;
const inSeconds = new Intl.NumberFormat(document.documentElement.lang || "en", {
  style: "unit",
  unit: "second",
});

type Answer = { value?: string; said?: string; seconds?: number; refused?: string[] };

/** A value that is on the screen. */
type Shown = { row: HTMLElement; mask: string; secondsLeft: number };

const form = document.querySelector<HTMLFormElement>("form[data-card]");
const atOnceMax = Number(form?.dataset.atOnce ?? 1);
const words = new Map(
  [...document.querySelectorAll<HTMLElement>("#card-words [data-key]")].map((item) => [
    item.dataset.key,
    item.textContent ?? "",
  ]),
);

/** Buttons that wait for their answer. */
const busy = new WeakSet<HTMLButtonElement>();

/** The oldest first. */
let shown: Shown[] = [];
/** How often everything was masked: what is answered to an older question isn't shown. */
let timesMasked = 0;
let counting: ReturnType<typeof setInterval> | undefined;

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { submitter } = event;
  if (submitter instanceof HTMLButtonElement) void press(form, submitter);
});

form?.addEventListener("click", ({ target }) => {
  const row = target instanceof Element && target.closest("[data-mask]")?.closest("li");
  if (row) maskIn(row);
});

form?.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (key !== "Enter" || !(target instanceof HTMLInputElement) || target.type !== "text") return;
  event.preventDefault();
  target.closest("details")?.querySelector("button")?.click();
});

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") maskAll();
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden) maskAll();
});
document.addEventListener("desk:away", () => maskAll());
document.addEventListener("mark:missing", () => maskAll());
addEventListener("pagehide", () => maskAll());
addEventListener("beforeprint", () => maskAll());

async function press(all: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const row = button.closest<HTMLElement>("[data-field]");
  if (busy.has(button)) return;
  busy.add(button); // not disabled: that would take the focus away
  const before = timesMasked;
  if (button.formAction.endsWith("/reveal") && !(await isMarked())) {
    busy.delete(button);
    say(row ?? all, words.get("unmarked") ?? "", true);
    return;
  }
  const answer = await ask(button.formAction, fieldsFor(all, button));
  busy.delete(button);
  for (const field of row?.querySelectorAll<HTMLInputElement>("details input") ?? [])
    field.value = "";
  const isMeanwhile = document.hidden || timesMasked !== before;
  if (answer.value === undefined || !row) tell(row ?? button.closest("details") ?? all, answer);
  else if (isMeanwhile) say(row, words.get("meanwhile") ?? "", true);
  else show(row, answer.value, answer);
}

/** What goes along with a button: the purpose, the reason, and of the fields only its own. */
function fieldsFor(all: HTMLFormElement, button: HTMLButtonElement): URLSearchParams {
  const sent = new URLSearchParams();
  const whole = new FormData(all);
  const around = button.closest("details");
  for (const [name, value] of whole) {
    const isCommon = name === "purpose" || name === "reason";
    const isOwn = around?.querySelector(`[name="${name}"]`);
    if (typeof value === "string" && (isCommon || isOwn)) sent.append(name, value);
  }
  if (button.name !== "") sent.append(button.name, button.value);
  return sent;
}

async function ask(path: string, body: URLSearchParams): Promise<Answer> {
  const answered = await fetch(path, {
    method: "POST",
    headers: { accept: "application/json" },
    cache: "no-store",
    body,
  }).catch(() => undefined);
  if (answered?.redirected) {
    maskAll();
    return { refused: [words.get("signed_out") ?? ""] };
  }
  const read = answered && ((await answered.json().catch(() => undefined)) as Answer | undefined);
  if (!read || (!answered.ok && !read.refused))
    return { refused: [words.get("unreachable") ?? ""] };
  return read;
}

function show(row: HTMLElement, value: string, { said = "", seconds = 0 }: Answer): void {
  maskIn(row); // else its value would be kept as its mask
  while (shown.length >= atOnceMax && shown[0]) maskIn(shown[0].row);
  const place = row.querySelector<HTMLElement>("[data-value]");
  if (!place) return;
  shown.push({ row, mask: place.textContent ?? "", secondsLeft: seconds });
  if (!putMarked(place, value)) {
    maskIn(row);
    say(row, words.get("unmarked") ?? "", true);
    return;
  }
  place.dataset.value = "shown";
  const button = row.querySelector<HTMLButtonElement>("[data-mask]");
  const wasThere = row.querySelector("[data-live]")?.contains(document.activeElement);
  if (button) button.hidden = false;
  if (wasThere) button?.focus(); // the button that showed it goes while it is shown
  say(row, said, false);
  counting ??= setInterval(count, secondMs);
  tellLeft(row, seconds);
}

/** Counts down, and masks what has been there for its time. */
function count(): void {
  for (const one of [...shown]) {
    one.secondsLeft -= 1;
    if (one.secondsLeft <= 0) maskIn(one.row);
    else tellLeft(one.row, one.secondsLeft);
  }
}

function tellLeft(row: HTMLElement, seconds: number): void {
  const left = row.querySelector<HTMLElement>("[data-left]");
  if (left) left.textContent = inSeconds.format(seconds);
}

function maskAll(): void {
  timesMasked += 1;
  for (const { row } of [...shown]) maskIn(row);
}

/** Whoever stands at the button that masks stands at the one that shows again. */
function maskIn(row: Element): void {
  const one = shown.find((each) => each.row === row);
  if (!one) return;
  shown = shown.filter((each) => each !== one);
  const place = one.row.querySelector<HTMLElement>("[data-value]");
  if (place) {
    putMask(place, one.mask);
    place.dataset.value = "";
  }
  const left = one.row.querySelector<HTMLElement>("[data-left]");
  if (left) left.textContent = "";
  const button = one.row.querySelector<HTMLButtonElement>("[data-mask]");
  const isThere = document.activeElement === button;
  if (button) button.hidden = true;
  if (isThere) one.row.querySelector<HTMLElement>("[data-live] button")?.focus();
  if (shown.length > 0) return;
  clearInterval(counting);
  counting = undefined;
}

function tell(within: HTMLElement, { refused, said = "" }: Answer): void {
  say(within, refused?.join(" ") ?? said, refused !== undefined);
}

function say(within: HTMLElement, sentence: string, isWrong: boolean): void {
  const place = within.querySelector<HTMLElement>("[data-said]");
  if (!place) return;
  place.textContent = sentence;
  place.hidden = sentence === "";
  place.classList.toggle("error", isWrong);
}
