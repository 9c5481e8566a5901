import { proofFileBytesMax, splitProofs } from "../proof-collection.ts";
import { proves, provesNot, refusalOf, rowsOf, type Shown, type Words } from "../proof-words.ts";
import { verifyEvent } from "./verify-event.ts";

/* The script of the page /log/verify: everything that it says and shows stands in the page. */
const form = part("#check");
const file = part("#file") as HTMLInputElement;
const policy = part("#policy") as HTMLTextAreaElement;
const result = part("#result");
const sentences = new Map(
  [...document.querySelectorAll<HTMLElement>("#words [data-key]")].map((item) => [
    item.dataset.key,
    item.textContent,
  ]),
);

const words: Words = (key, values = {}) =>
  (sentences.get(`verify.${key}`) ?? "").replace(/\{(\w+)\}/g, (_, name) => `${values[name]}`);

if (await canVerify()) {
  form.hidden = false;
  file.addEventListener("change", () => void check(file.files?.[0]));
  policy.addEventListener("change", () => void check(file.files?.[0]));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped && event.dataTransfer) file.files = event.dataTransfer.files;
    void check(dropped);
  });
} else {
  part("#unable").hidden = false;
}

/** Web Crypto is missing on a page without https, and Ed25519 in browsers from before 2025. */
async function canVerify(): Promise<boolean> {
  const anyKey = "MCowBQYDK2VwAyEAYXM4wbSW9GQ+3uAHOS7gnEf7wRh0ba/6aj/aIDACN6c=";
  const key = Uint8Array.from(atob(anyKey), (character) => character.charCodeAt(0));
  try {
    return !!(await crypto.subtle.importKey("spki", key, "Ed25519", false, ["verify"]));
  } catch {
    return false;
  }
}

async function check(chosen: File | undefined): Promise<void> {
  if (!chosen) return;
  result.replaceChildren(); // whatever comes of this file, what was said of another is gone
  try {
    // One byte over the limit is enough to be told that it is too long.
    const source = await chosen.slice(0, proofFileBytesMax + 1).arrayBuffer();
    const [first, ...more] = splitProofs(new Uint8Array(source));
    if (!first) return;
    if (more.length > 0) return show(await several([first, ...more]));
    show(proven(await verifyEvent(crypto.subtle, first, policy.value)));
  } catch (error) {
    show(refused(error));
  }
}

/** Of many proofs, which event each proves; what is refused stands first. */
async function several(sources: readonly Uint8Array[]): Promise<DocumentFragment> {
  const bad: string[] = [];
  const good: string[] = [];
  for (const [place, source] of sources.entries()) {
    try {
      const { event } = await verifyEvent(crypto.subtle, source, policy.value);
      const { kind, field = "", occurredAt } = event;
      const at = occurredAt.toISOString();
      good.push(words("several.entry", { at, kind, field }));
    } catch (error) {
      const { reason } = refusalOf(error, words);
      bad.push(words("several.refused", { number: place + 1, reason }));
    }
  }
  const outcome = copyOf(bad.length > 0 ? "#several-bad" : "#several");
  const told = words("several", { good: good.length, all: sources.length });
  part("[data-is=told]", outcome).textContent = told;
  part("[data-list=entries]", outcome).append(...items([...bad, ...good]));
  return outcome;
}

function proven(shown: Shown): DocumentFragment {
  const outcome = copyOf("#proven");
  const rows = rowsOf(shown, words).flatMap(([name, value]) => [
    element("dt", name),
    element("dd", value),
  ]);
  part("dl", outcome).append(...rows);
  part("[data-list=proves]", outcome).append(...items(proves(shown, words)));
  const not = [...provesNot(shown, words), words("not.page")];
  part("[data-list=not]", outcome).append(...items(not));
  return outcome;
}

function refused(error: unknown): DocumentFragment {
  const outcome = copyOf("#refused");
  const { reason, details } = refusalOf(error, words);
  part("[data-is=reason]", outcome).textContent = reason;
  part("[data-is=details]", outcome).textContent = details;
  return outcome;
}

function show(outcome: DocumentFragment): void {
  result.replaceChildren(outcome);
  part("h2", result).focus();
}

function copyOf(template: string): DocumentFragment {
  const found = part(template) as HTMLTemplateElement;
  return found.content.cloneNode(true) as DocumentFragment;
}

function items(sentencesToList: readonly string[]): HTMLElement[] {
  return sentencesToList.map((sentence) => element("li", sentence));
}

function element(name: "dt" | "dd" | "li", text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function part(selector: string, within: ParentNode = document): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}
