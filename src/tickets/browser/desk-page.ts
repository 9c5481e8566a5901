/*
 * The agents' page of a ticket: it says what the guard would stop before it is sent, that a colleague writes too, puts prepared
 * answers in, and sends what is typed along with the page's other forms, whose answers show it again. Without this script everything is still there.
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

for (const other of document.querySelectorAll<HTMLFormElement>("form[data-with-draft]")) {
  other.addEventListener("formdata", ({ formData }) => {
    if (box && box.value !== "") formData.set(other.dataset.withDraft ?? "", box.value);
  });
}
