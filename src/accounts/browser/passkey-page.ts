import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from "@simplewebauthn/browser";

/* The script of every page with a passkey's button: it asks the authenticator and posts what it answers. */

const answerWithinMs = 299_000; // a second less than src/accounts/passkey/challenge.ts has, which a page can't load
const askAnewMs = 240_000;

/** What went wrong, by the names of the sentences that the page has for it. */
type Problem =
  | "cancelled"
  | "timeout"
  | "known"
  | "unable"
  | "address"
  | "device"
  | "offline"
  | "too_many";

/** The desk didn't say what to ask: `problem` is for the reader, `next` is where to go on. */
class NotAsked extends Error {
  readonly problem: Problem;
  readonly next: string | undefined;
  constructor(problem: Problem, next?: string) {
    super(problem);
    this.problem = problem;
    this.next = next;
  }
}

const sentences = new Map(
  [...document.querySelectorAll<HTMLElement>("#passkey-words [data-key]")].map((item) => [
    item.dataset.key,
    item.textContent,
  ]),
);

const forms = document.querySelectorAll<HTMLFormElement>("form[data-passkey]");
if (browserSupportsWebAuthn()) {
  for (const form of forms) prepare(form);
} else {
  document.querySelector<HTMLElement>("#no-passkeys")?.removeAttribute("hidden");
}

function prepare(form: HTMLFormElement): void {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void press(form);
  });
  if (form.dataset.field !== undefined) void offerInField(form);
}

async function press(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector("button");
  const label = button?.textContent ?? "";
  say(form, undefined);
  if (button) {
    button.disabled = true;
    button.textContent = sentences.get("busy") ?? label;
  }
  let isLate = false;
  const waiting = setTimeout(() => {
    isLate = true;
  }, answerWithinMs);
  try {
    send(form, await ask(form, false));
  } catch (error) {
    tell(form, error, isLate);
    if (form.dataset.field !== undefined) void offerInField(form);
  } finally {
    clearTimeout(waiting);
    if (button) {
      button.disabled = false;
      button.textContent = label;
    }
  }
}

/** Offers passkeys among what the browser fills into the field for the e-mail address, as long as the page is open. */
async function offerInField(form: HTMLFormElement): Promise<void> {
  const hasField = document.querySelector("input[autocomplete$='webauthn']") !== null;
  if (!hasField || !(await browserSupportsWebAuthnAutofill())) return;
  // Beginning again ends the round before it: its challenge would be too old by the time that somebody answers.
  const renewing = setTimeout(() => void offerInField(form), askAnewMs);
  try {
    send(form, await ask(form, true));
  } catch {
    // Nobody asked for anything here: the button says what is wrong.
    clearTimeout(renewing);
  }
}

async function ask(form: HTMLFormElement, useBrowserAutofill: boolean): Promise<unknown> {
  const optionsJSON = await optionsFor(form);
  return form.dataset.passkey === "create"
    ? await startRegistration({ optionsJSON })
    : await startAuthentication({ optionsJSON, useBrowserAutofill });
}

async function optionsFor(form: HTMLFormElement) {
  const answered = await fetch(form.dataset.options ?? "", {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: "{}",
  }).catch(() => undefined);
  if (answered?.ok) return await answered.json();
  const code: unknown = await answered?.json().then(
    (problem) => problem.code,
    () => undefined,
  );
  const back = `?back=${encodeURIComponent(location.pathname)}`;
  if (code === "step_up_needed") throw new NotAsked("offline", `/step-up${back}`);
  if (code === "not_signed_in") throw new NotAsked("offline", `/sign-in${back}`);
  throw new NotAsked(answered?.status === 429 ? "too_many" : "offline");
}

function send(form: HTMLFormElement, answer: unknown): void {
  const field = form.querySelector<HTMLInputElement>("input[name=answer]");
  if (field) field.value = JSON.stringify(answer);
  form.submit();
}

function tell(form: HTMLFormElement, error: unknown, isLate: boolean): void {
  if (error instanceof NotAsked && error.next) {
    location.assign(error.next);
    return;
  }
  const problem = error instanceof NotAsked ? error.problem : problemOf(error, isLate);
  if (problem) say(form, sentences.get(problem));
}

function problemOf(error: unknown, isLate: boolean): Problem | undefined {
  if (!(error instanceof WebAuthnError)) {
    const isCancelled = error instanceof Error && error.name === "NotAllowedError";
    return isCancelled ? "cancelled" : "device";
  }
  switch (error.code) {
    case "ERROR_CEREMONY_ABORTED":
      return undefined; // by a newer round
    case "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED":
      return "known";
    case "ERROR_INVALID_DOMAIN":
    case "ERROR_INVALID_RP_ID":
      return "address";
    case "ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT":
    case "ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT":
    case "ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG":
      return "unable";
    case "ERROR_PASSTHROUGH_SEE_CAUSE_PROPERTY":
      return isLate ? "timeout" : "cancelled";
    default:
      return "device";
  }
}

function say(form: HTMLFormElement, sentence: string | undefined): void {
  const place = form.querySelector<HTMLElement>("[data-is=problem]");
  if (!place) return;
  place.textContent = sentence ?? "";
  place.hidden = sentence === undefined;
}
