/*
 * The client's page of who looked: a new look is on it within seconds. Without this script everything is still there,
 * after a reload.
 */

const newestEveryMs = 2_500;
/** A single question that fails is nothing. */
const awayAfter = 3;

const live = document.querySelector<HTMLElement>("[data-live]");
let known = live?.dataset.newest;
let failed = 0;

if (live) void follow();

/** Asks what is newest, as long as the page is looked at. What isn't looked at asks nothing. */
async function follow(): Promise<void> {
  if (document.visibilityState === "visible" && !(await ask())) return;
  setTimeout(() => void follow(), newestEveryMs);
}

/** @returns whether to go on: who is signed out isn't told any more */
async function ask(): Promise<boolean> {
  const answer = await fetch("/account/looks/newest", {
    headers: { accept: "application/json" },
  }).catch(() => undefined);
  if (answer && (answer.status === 401 || answer.redirected)) {
    show("gone", true);
    return false;
  }
  failed = answer?.ok ? 0 : failed + 1;
  show("away", failed >= awayAfter);
  if (!answer?.ok) return true;
  const { newest } = (await answer.json()) as { newest: string };
  if (known !== newest) await refresh();
  known = newest;
  return true;
}

/** Takes what may have changed from the page as it is now; whoever stood somewhere stands there still. */
async function refresh(): Promise<void> {
  const answer = await fetch(location.pathname, { headers: { accept: "text/html" } });
  if (!answer.ok || answer.redirected || !live) return;
  const now = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = now.querySelector<HTMLElement>("[data-live]");
  if (!fresh || fresh.innerHTML === live.innerHTML) return;
  const place = placeOf(document.activeElement);
  const open = [...live.querySelectorAll("details")].map((one) => one.open);
  live.replaceChildren(...fresh.childNodes);
  live.querySelectorAll("details").forEach((one, at) => {
    one.open = open[at] ?? false;
  });
  if (place) live.querySelector<HTMLElement>(place)?.focus({ preventScroll: true });
}

/** How the element that has the focus is found again. */
function placeOf(active: Element | null): string | undefined {
  if (!active || !live?.contains(active)) return undefined;
  const card = active.closest("section[id]")?.id;
  const within = card ? `#${CSS.escape(card)} ` : "";
  if (active.matches("button")) return `${within}button[value="${active.getAttribute("value")}"]`;
  return active.matches("a[href]")
    ? `${within}a[href="${active.getAttribute("href")}"]`
    : undefined;
}

function show(name: "away" | "gone", isShown: boolean): void {
  const notice = document.querySelector<HTMLElement>(`[data-${name}]`);
  if (notice) notice.hidden = !isShown;
}
