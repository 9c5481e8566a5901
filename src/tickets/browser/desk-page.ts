/*
 * The agents' pages: they show what changed without a reload, say what the guard would stop before it is sent, and are
 * worked by keys. Without this script everything is still there.
 */

const typingPauseMs = 600;
/** A stream ends now and then and comes back at once: only what lasts longer is a lost connection. */
const awayMs = 6_000;

const stream = document.querySelector<HTMLElement>("[data-stream]")?.dataset.stream;
if (stream) listen(stream);

/** Hears what changed, and goes on hearing it: a browser itself gives up at an answer that is none. */
function listen(path: string): void {
  const source = new EventSource(path);
  let away: ReturnType<typeof setTimeout> | undefined;
  source.addEventListener("changed", () => void refresh());
  source.addEventListener("ready", () => {
    clearTimeout(away);
    away = undefined;
    show("offline", false);
    void refresh(); // what changed while nobody told, also since the page was made
  });
  source.addEventListener("error", () => {
    // Whatever else is on the page learns that nobody vouches for it now: the session may be over.
    document.dispatchEvent(new Event("desk:away"));
    away ??= setTimeout(() => show("offline", true), awayMs);
    if (source.readyState !== EventSource.CLOSED) return;
    void refresh().then((isGone) => {
      if (isGone) clearTimeout(away);
      else setTimeout(() => listen(path), awayMs);
    });
  });
}

/** One of the page's notices about itself. */
function show(name: "offline" | "gone", isShown: boolean): void {
  const notice = document.querySelector<HTMLElement>(`[data-${name}]`);
  if (notice) notice.hidden = !isShown;
}

/**
 * Takes the parts that may have changed from the page as it is now; what is being typed stays.
 * @returns whether the page isn't its reader's any more
 */
async function refresh(): Promise<boolean> {
  const page = stream?.replace(/\/stream$/, "") ?? location.pathname;
  const isThis = page === location.pathname; // it may be a later page of a list
  const answer = await fetch(isThis ? page + location.search : page, {
    headers: { accept: "text/html" },
  }).catch(() => undefined);
  const isGone = answer !== undefined && (answer.redirected || answer.status === 404);
  if (isGone) show("gone", true);
  if (!answer?.ok || isGone) return isGone;
  const now = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const fresh = now.querySelector<HTMLElement>(`[data-live="${part.dataset.live}"]`);
    if (fresh && fresh.innerHTML !== part.innerHTML) replaceIn(part, fresh);
    if (fresh) part.hidden = fresh.hidden;
  }
  return false;
}

/** Whoever stood at a ticket or a message stands there still. */
function replaceIn(part: HTMLElement, fresh: HTMLElement): void {
  const { activeElement: active } = document;
  const at = active && part.contains(active) ? active : undefined;
  const place = at?.id
    ? `#${at.id}`
    : at?.matches("a[href]") && `a[href="${at.getAttribute("href")}"]`;
  part.replaceChildren(...fresh.childNodes);
  const again = place ? part.querySelector<HTMLElement>(place) : undefined;
  if (!again) return;
  if (!again.matches("a, button")) again.tabIndex = -1;
  again.focus({ preventScroll: true });
}

const form = document.querySelector<HTMLFormElement>("form[data-typing]");
const box = form?.querySelector("textarea");
const warning = form?.querySelector<HTMLElement>("[data-guard]");
let asking: ReturnType<typeof setTimeout> | undefined;

box?.addEventListener("input", () => {
  clearTimeout(asking);
  asking = setTimeout(() => void askGuard(), typingPauseMs);
});

async function askGuard(): Promise<void> {
  const path = form?.dataset.typing;
  if (!path || !box || !warning) return;
  const { value } = box;
  const answer = await fetch(path, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({ text: value }),
  }).catch(() => undefined);
  if (!answer?.ok || answer.redirected || box.value !== value) return;
  const { wouldStop, writing } = (await answer.json()) as { wouldStop: boolean; writing: string };
  warning.hidden = !wouldStop;
  const writers = document.querySelector<HTMLElement>('[data-live="writing"]');
  if (!writers) return;
  writers.hidden = writing === "";
  if (writing !== "") writers.textContent = writing;
}

const macros = form?.querySelector<HTMLElement>("[data-macros]");
if (macros && box) {
  macros.hidden = false;
  macros.querySelector("#macro")?.addEventListener("change", ({ currentTarget }) => {
    if (!(currentTarget instanceof HTMLSelectElement) || currentTarget.value === "") return;
    box.value = [box.value, currentTarget.value.trim()].filter(Boolean).join("\n\n");
    currentTarget.value = "";
    box.focus();
    box.dispatchEvent(new Event("input"));
  });
}

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof HTMLElement && target.matches("input, textarea, select")) {
    if (key === "Escape") target.blur();
    return;
  }
  const acted = press(key);
  if (acted) event.preventDefault();
});

function press(key: string): boolean {
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
  if (key === "?") return showKeys();
  if (!form) return false;
  if (key === "r" && box) return focused(box);
  if (key === "n") return focused(form.querySelector<HTMLElement>('button[value="note"]'));
  if (key === "u") {
    location.assign("/staff/tickets");
    return true;
  }
  return false;
}

/** The next or the former ticket of the list, or message of the conversation. */
function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row], .message")];
  const at = rows.findIndex((row) => row.matches(":focus"));
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  if (!next) return false;
  if (!next.matches("a")) next.tabIndex = -1;
  return focused(next);
}

function showKeys(): boolean {
  const list = document.querySelector<HTMLDetailsElement>("[data-keys]");
  if (!list) return false;
  list.open = !list.open;
  list.querySelector("summary")?.focus();
  return true;
}

function focused(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}
