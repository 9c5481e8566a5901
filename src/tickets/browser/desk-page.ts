/*
 * The agents' page of a ticket: it says what the guard would stop before it is sent, puts prepared answers in, and sends what is typed along with the page's other forms, whose answers show it again. Without this script everything is still there.
 */

const typingPauseMs = 600;
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
  const { wouldStop } = (await answer.json()) as { wouldStop: boolean };
  warning.hidden = !wouldStop;
}

const macros = form?.querySelector<HTMLElement>("[data-macros]");
const prepared = macros?.querySelector<HTMLSelectElement>("#macro");
if (macros) macros.hidden = false;
macros?.querySelector("button")?.addEventListener("click", insert);
prepared?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || prepared.value === "") return;
  event.preventDefault();
  insert();
});

/** Puts the prepared answer that is chosen behind what is typed. */
function insert(): void {
  if (!box || !prepared || prepared.value === "") return;
  box.value = [box.value, prepared.value.trim()].filter(Boolean).join("\n\n");
  prepared.value = "";
  box.focus();
  box.dispatchEvent(new Event("input"));
}

for (const other of document.querySelectorAll<HTMLFormElement>("form[data-with-draft]")) {
  other.addEventListener("formdata", ({ formData }) => {
    if (box && box.value !== "") formData.set(other.dataset.withDraft ?? "", box.value);
  });
}
