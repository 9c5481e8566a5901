/*
 * A page of break-glass: shows a value where its mask stood, masks it again after some seconds, keeps a few at once on
 * the screen, and counts down. Without this script a value is shown by loading the page again. What is read of a value is
 * drawn on the canvas of the page's mark (`data-marked`), and without the mark none is shown.
 */

import { isMarked, putMarked, putMask } from "./marked.ts";

type Showing = { item: HTMLElement; timer: ReturnType<typeof setTimeout> };

const tickMs = 1_000;
let showing: Showing[] = [];

document.addEventListener("submit", (event) => {
  const { target } = event;
  if (!(target instanceof HTMLFormElement) || !target.matches("[data-show]")) return;
  const item = target.closest<HTMLElement>("[data-field]");
  if (!item) return;
  event.preventDefault();
  if (showing.some((one) => one.item === item)) mask(item);
  else void show(item, target);
});

async function show(item: HTMLElement, form: HTMLFormElement): Promise<void> {
  const button = form.querySelector("button");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  const said = item.querySelector<HTMLElement>("[data-said]");
  button.setAttribute("aria-disabled", "true");
  if (!(await isMarked())) {
    button.removeAttribute("aria-disabled");
    if (said) said.textContent = said.dataset.unmarked ?? "";
    return;
  }
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({ field: item.dataset.field ?? "" }),
  }).catch(() => undefined);
  button.removeAttribute("aria-disabled");
  if (answer?.redirected) return location.reload(); // signed out, or over
  const given = answer && ((await answer.json().catch(() => ({}))) as Record<string, string>);
  if (given?.value === undefined) {
    if (said) said.textContent = given?.problem ?? said.dataset.offline ?? "";
    return;
  }
  unmask(item, given.value);
}

function unmask(item: HTMLElement, value: string): void {
  const list = item.closest<HTMLElement>("[data-shown-seconds]");
  const most = Number(list?.dataset.shownAtOnce ?? 1);
  while (showing.length >= most) {
    const [oldest] = showing;
    if (!oldest) break;
    mask(oldest.item);
  }
  const seconds = Number(list?.dataset.shownSeconds ?? 0);
  const timer = setTimeout(() => mask(item), seconds * 1_000);
  showing.push({ item, timer });
  say(item, value, "shown", "hide");
}

function mask(item: HTMLElement): void {
  for (const one of showing) if (one.item === item) clearTimeout(one.timer);
  showing = showing.filter((one) => one.item !== item);
  say(item, item.querySelector<HTMLElement>("[data-value]")?.dataset.mask ?? "", "masked", "show");
}

/** What stands in a field, what is said of it, and what its button does next. */
function say(
  item: HTMLElement,
  text: string,
  about: "shown" | "masked",
  next: "show" | "hide",
): void {
  const value = item.querySelector<HTMLElement>("[data-value]");
  const said = item.querySelector<HTMLElement>("[data-said]");
  const button = item.querySelector<HTMLElement>("button");
  if (value && about === "masked") putMask(value, text);
  if (value && about === "shown" && !putMarked(value, text)) {
    mask(item);
    return;
  }
  if (said) said.textContent = said.dataset[about] ?? "";
  if (!button) return;
  button.textContent = button.dataset[`${next}Word`] ?? "";
  button.setAttribute("aria-label", button.dataset[`${next}Label`] ?? "");
}

document.addEventListener("mark:missing", () => {
  for (const { item } of [...showing]) mask(item);
});

/** Values go with the page: nothing of them comes back by the browser's own back button. */
addEventListener("pagehide", () => {
  for (const { item } of [...showing]) mask(item);
});

const loadedAt = now();

setInterval(() => {
  const left = document.querySelector<HTMLElement>("[data-left]");
  if (!left) return;
  const rest = Number(left.dataset.left) - (now() - loadedAt);
  if (rest <= 0) {
    for (const { item } of [...showing]) mask(item);
    location.assign(left.dataset.over ?? location.pathname);
    return;
  }
  const seconds = Math.ceil(rest / 1_000);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  left.textContent = left.textContent?.replace(/\d+:\d\d/, clock) ?? clock;
}, tickMs);

/** Since the page was loaded, in milliseconds. */
function now(): number {
  return Number(document.timeline.currentTime ?? 0);
}
