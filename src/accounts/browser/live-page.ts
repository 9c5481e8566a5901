/*
 * A page of the staff that stays live: it shows what changed without a reload, and is worked by keys. What else a page can do
 * stands in a script of its own. Without this one everything is still there.
 */

/** A stream ends now and then and comes back at once: only what lasts longer is a lost connection. */
const awayMs = 6_000;

/** A browser opens six connections to a site: of all tabs the one that was looked at last has the stream, the others ask. */
const holder = "desk-stream";
const askEveryMs = 10_000;

const stream = document.querySelector<HTMLElement>("[data-stream]")?.dataset.stream;
let source: EventSource | undefined;
let away: ReturnType<typeof setTimeout> | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;
let isHolding = false;

if (stream) {
  hold(stream);
  addEventListener("focus", () => hold(stream));
  document.addEventListener("visibilitychange", () => hold(stream));
  setInterval(() => {
    if (!isHolding && !document.hidden) void ask();
  }, askEveryMs);
}

/** Takes the stream from the tab that has it, and keeps it until another one takes it. */
function hold(path: string): void {
  if (isHolding || document.hidden) return;
  isHolding = true;
  if (!navigator.locks) {
    listen(path); // without https, to a name that isn't this machine's
    return;
  }
  const held = navigator.locks.request(holder, { steal: true }, () => {
    listen(path);
    return new Promise<never>(() => {});
  });
  held.catch(() => {
    isHolding = false;
    source?.close();
    clearTimeout(away);
    away = undefined;
    doubt();
  });
}

/** Hears what changed, and goes on hearing it: a browser itself gives up at an answer that is none. */
function listen(path: string): void {
  const opened = new EventSource(path);
  source = opened;
  opened.addEventListener("changed", () => void refresh());
  opened.addEventListener("ready", () => {
    clearTimeout(away);
    away = undefined;
    show("offline", false);
    void refresh(); // what changed while nobody told, also since the page was made
  });
  opened.addEventListener("error", () => {
    doubt();
    away ??= setTimeout(() => show("offline", true), awayMs);
    if (opened.readyState !== EventSource.CLOSED) return;
    void refresh().then((is) => {
      if (is === "gone") clearTimeout(away);
      else setTimeout(() => isHolding && source === opened && listen(path), awayMs);
    });
  });
}

/** Asks once what changed, where nothing tells it. */
async function ask(): Promise<void> {
  const is = await refresh();
  if (is !== "fresh") doubt();
  if (!isHolding) show("offline", is === "away");
}

/** Whatever else is on the page learns that nobody vouches for it now: the session may be over. */
function doubt(): void {
  document.dispatchEvent(new Event("desk:away"));
}

/** A form that waits for its answer says so: its page is here still, with what was typed. */
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || !isAnsweredHere(event)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => show("unanswered", true), awayMs);
});

/** The answer is here; whoever goes back finds the page without the notice. */
addEventListener("pagehide", () => {
  clearTimeout(waiting);
  show("unanswered", false);
});

/** The answer takes this page's place, and doesn't go to a tab of its own. */
function isAnsweredHere({ target, submitter }: SubmitEvent): boolean {
  const place =
    submitter?.getAttribute("formtarget") ?? (target as HTMLFormElement).getAttribute("target");
  return place === null || place === "" || place === "_self";
}

/** One of the page's notices about itself. */
function show(name: "offline" | "gone" | "unanswered", isShown: boolean): void {
  const notice = document.querySelector<HTMLElement>(`[data-${name}]`);
  if (notice) notice.hidden = !isShown;
}

/**
 * Takes the parts that may have changed from the page as it is now; what is being typed stays.
 * @returns "gone" when the page isn't its reader's any more
 */
async function refresh(): Promise<"fresh" | "gone" | "away"> {
  const page = stream?.replace(/\/stream$/, "") ?? location.pathname;
  const isThis = page === location.pathname; // it may be a later page of a list
  const answer = await fetch(isThis ? page + location.search : page, {
    headers: { accept: "text/html" },
  }).catch(() => undefined);
  const isGone = answer !== undefined && (answer.redirected || answer.status === 404);
  if (isGone) show("gone", true);
  if (answer?.status === 404) clear();
  if (!answer?.ok || isGone) return isGone ? "gone" : "away";
  const now = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const fresh = now.querySelector<HTMLElement>(`[data-live="${part.dataset.live}"]`);
    if (fresh && fresh.innerHTML !== part.innerHTML) replaceIn(part, fresh);
    if (fresh) part.hidden = fresh.hidden;
  }
  return "fresh";
}

/** What the page showed isn't its reader's any more: of `data-clears` only what was typed stays, to be copied. */
function clear(): void {
  doubt();
  const place = document.querySelector("[data-clears]");
  const drafts = [...(place?.querySelectorAll("[data-draft]") ?? [])].filter(
    (draft) => draft.querySelector("textarea")?.value,
  );
  for (const element of place?.querySelectorAll("*") ?? []) {
    const isKept = drafts.some((draft) => draft.contains(element) || element.contains(draft));
    if (!isKept) element.remove();
  }
}

/** Whoever stood somewhere stands there still. */
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

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof HTMLElement && target.matches("input, textarea, select")) {
    if (key === "Escape") target.blur();
    return;
  }
  if (press(key)) event.preventDefault();
});

function press(key: string): boolean {
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
  if (key === "?") return showKeys();
  if (key === "u") return goUp();
  if (pressInRow(key)) return true;
  return focused(document.querySelector(`[data-key="${CSS.escape(key)}"]`));
}

/** The next or the former row of a list, or message of a conversation. */
function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row], .message")];
  const at = rows.findIndex((row) => row.matches(":focus"));
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  if (!next) return false;
  if (!next.matches("a")) next.tabIndex = -1;
  return focused(next);
}

/** What a key does to the row that somebody stands on; then the next one. */
function pressInRow(key: string): boolean {
  const row = document.activeElement?.closest<HTMLElement>("[data-row]");
  const choice = row?.querySelector<HTMLElement>(`[data-press="${CSS.escape(key)}"]`);
  if (!choice) return false;
  choice.click();
  step(1);
  return true;
}

function showKeys(): boolean {
  const list = document.querySelector<HTMLDetailsElement>("[data-keys]");
  if (!list) return false;
  list.open = !list.open;
  list.querySelector("summary")?.focus();
  return true;
}

/** To the list that the page belongs to. */
function goUp(): boolean {
  const up = document.querySelector<HTMLElement>("[data-up]")?.dataset.up;
  if (up === undefined) return false;
  location.assign(up);
  return true;
}

function focused(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}
