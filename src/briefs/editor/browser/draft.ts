/*
 * The sentences of a brief are checked while they are written: what the desk says of each stands beside it a moment later, and
 * nothing that is typed is touched. Without this script the button does the same.
 */

const waitMs = 700;

const form = document.querySelector<HTMLFormElement>("form[data-checked]");
let waiting: ReturnType<typeof setTimeout> | undefined;
/** Only the answer to what was typed last is shown. */
let asked = 0;
let isChanged = false;

form?.addEventListener("input", () => {
  isChanged = true;
  clearTimeout(waiting);
  waiting = setTimeout(() => void check(form), waitMs);
});
form?.addEventListener("submit", () => {
  isChanged = false;
});
addEventListener("beforeunload", (event) => {
  if (isChanged) event.preventDefault();
});

async function check(typed: HTMLFormElement): Promise<void> {
  asked += 1;
  const own = asked;
  const body = new FormData(typed);
  body.set("act", "look");
  const answer = await fetch(typed.action, { method: "POST", body }).catch(() => undefined);
  if (!answer?.ok || answer.redirected || own !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll<HTMLElement>("[data-check]")) {
    const fresh = page.getElementById(part.id);
    if (fresh && fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes);
  }
}
