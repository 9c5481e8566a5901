/*
 * Watch shows what changed without a reload, and is worked by keys. Without this script everything is still there.
 */

/** A stream ends now and then and comes back at once: only what lasts longer is a lost connection. */
const awayMs = 6_000;

const stream = document.querySelector<HTMLElement>("[data-stream]")?.dataset.stream;
if (stream) listen(stream);

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
    away ??= setTimeout(() => show("offline", true), awayMs);
    if (source.readyState !== EventSource.CLOSED) return;
    void refresh().then((isGone) => {
      if (isGone) clearTimeout(away);
      else setTimeout(() => listen(path), awayMs);
    });
  });
}

function show(name: "offline" | "gone", isShown: boolean): void {
  const notice = document.querySelector<HTMLElement>(`[data-${name}]`);
  if (notice) notice.hidden = !isShown;
}

/** Takes the parts that may have changed from the page as it is now. @returns whether it isn't its reader's any more */
async function refresh(): Promise<boolean> {
  const answer = await fetch(location.pathname, { headers: { accept: "text/html" } }).catch(
    () => undefined,
  );
  const isGone = answer !== undefined && (answer.redirected || answer.status === 404);
  if (isGone) show("gone", true);
  if (!answer?.ok || isGone) return isGone;
  const now = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const fresh = now.querySelector<HTMLElement>(`[data-live="${part.dataset.live}"]`);
    if (fresh && fresh.innerHTML !== part.innerHTML) replaceIn(part, fresh);
  }
  return false;
}

/** Whoever stood at a case stands there still. */
function replaceIn(part: HTMLElement, fresh: HTMLElement): void {
  const { activeElement: active } = document;
  const at = active && part.contains(active) && active.matches("a[href]") ? active : undefined;
  const href = at?.getAttribute("href");
  part.replaceChildren(...fresh.childNodes);
  if (href) part.querySelector<HTMLElement>(`a[href="${href}"]`)?.focus({ preventScroll: true });
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
  const back = document.querySelector<HTMLAnchorElement>('main a[href="/staff/watch"]');
  if (key !== "u" || location.pathname === "/staff/watch" || !back) return false;
  location.assign(back.href);
  return true;
}

/** The next or the former case of the list. */
function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row.matches(":focus"));
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  next?.focus();
  return next !== undefined;
}

function showKeys(): boolean {
  const list = document.querySelector<HTMLDetailsElement>("[data-keys]");
  if (!list) return false;
  list.open = !list.open;
  list.querySelector("summary")?.focus();
  return true;
}
