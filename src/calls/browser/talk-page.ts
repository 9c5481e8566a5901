import { Conversation } from "./conversation.ts";
import { openMicrophone } from "./devices.ts";
import { Hearing } from "./hearing.ts";
import {
  onPress,
  post,
  postLast,
  put,
  Refused,
  showFor,
  Timer,
  tellProblem,
  word,
} from "./page.ts";
import type { Signal } from "./peer.ts";
import { Sounds } from "./sounds.ts";

/*
 * The client's page of a call in the browser: being ready, ringing that is heard and seen, answering, talking, the words, and
 * hanging up.
 */

/** How the call stands for this client, as the desk tells it. */
type Told =
  | { is: "waiting" }
  | { is: "ringing"; leg: string; who: string }
  | {
      is: "talking";
      leg: string;
      who: string;
      seconds: number;
      choices: string[];
      isPicked: boolean;
    }
  | { is: "elsewhere"; leg: string; who: string }
  | { is: "over"; leg: string; because: string; wasAnswered: boolean };

type Placed = { place: number; signal: Signal };
type Answered = { ice: RTCConfiguration; told: Placed[] };

const flashEveryMs = 1_000;
const sampleMs = 1_100;

const root = document.querySelector<HTMLElement>("[data-talk]");
const path = root?.dataset.talk ?? "";
/** Of a call by phone the page says how it stands; the sound is elsewhere. */
const isPhone = root?.dataset.channel === "phone";
const title = document.title;
const sounds = new Sounds();
const timer = new Timer();

let conversation: Conversation | undefined;
/** The leg that the reader means by a button. */
let leg = "";
/** The leg that is being answered here. */
let answering = "";
/** The leg whose answering found no microphone: what is said of it stays until the reader chooses. */
let unheard = "";
/** What its other side told before there was something to tell it to. */
let early: Placed[] = [];
let rung = "";
let flashing: ReturnType<typeof setInterval> | undefined;
let notification: Notification | undefined;
let isLeaving = false;

const pathOf = (id: string) => `${path}/legs/${id}`;

const hearing = new Hearing<Told>(`${path}/stream`, {
  call: show,
  away: () => {
    quiet();
    rung = "";
    unheard = "";
    showFor("unknown");
  },
  signal: (id, place, signal) => {
    if (conversation?.path === pathOf(id)) conversation.take(place, signal);
    else if (answering === id) early.push({ place, signal });
  },
});

function show(told: Told): void {
  if (told.is === "waiting") {
    showFor("waiting");
    return;
  }
  leg = told.leg;
  if (told.is !== "over") put("who", told.who);
  if (told.is === "over") end(told.because, told.wasAnswered);
  else if (told.is === "ringing") ring(told.leg);
  else if (told.is === "talking" && isHere()) talk(told);
  else {
    quiet();
    showFor("elsewhere");
  }
}

/** Whether this very page answered: the same session may have another one open. */
function isHere(): boolean {
  return isPhone || conversation?.path === pathOf(leg) || answering === leg;
}

function talk({ seconds, choices, isPicked }: Extract<Told, { is: "talking" }>): void {
  quiet();
  timer.start(seconds);
  for (const [place, choice] of choices.entries()) {
    const button = document.querySelector(`[data-choice="${place}"]`);
    if (button) button.textContent = choice;
  }
  const words = document.querySelector<HTMLElement>("[data-words]");
  if (words) words.hidden = isPicked;
  showFor("talking");
}

function ring(id: string): void {
  if (answering === id || unheard === id) return;
  showFor("ringing");
  if (rung === id) return;
  rung = id;
  tellProblem();
  if (isPhone) return;
  sounds.ring();
  const calling = word("ringing.title");
  flashing = setInterval(() => {
    document.title = document.title === calling ? title : calling;
  }, flashEveryMs);
  document.title = calling;
  if ("Notification" in globalThis && Notification.permission === "granted" && document.hidden) {
    notification = new Notification(calling, { body: word("ringing.body"), tag: id });
    notification.addEventListener("click", () => globalThis.focus());
  }
  void post(`${pathOf(id)}/ringing`).catch(() => {});
}

function quiet(): void {
  sounds.stopRinging();
  clearInterval(flashing);
  document.title = title;
  notification?.close();
}

function end(because: string, wasAnswered: boolean): void {
  quiet();
  timer.stop();
  const wasHere = conversation !== undefined;
  conversation?.close();
  conversation = undefined;
  answering = "";
  put("over", word(`over.${because}`));
  const after = document.querySelector<HTMLElement>("[data-after]");
  if (after) after.hidden = !wasAnswered;
  showFor("over");
  if (wasHere) document.querySelector<HTMLElement>("[data-when=over] h2")?.focus();
}

async function answer(canSpeak: boolean): Promise<void> {
  const id = leg;
  await sounds.unlock();
  quiet();
  tellProblem();
  const microphone = canSpeak ? await openMicrophone() : undefined;
  if (typeof microphone === "string") {
    unheard = id;
    put("microphone", word(`microphone.${microphone}`));
    showFor("microphone");
    return;
  }
  answering = id;
  early = [];
  try {
    const { ice: configuration, told } = await post<Answered>(`${pathOf(id)}/answer`);
    conversation = new Conversation({
      ...{ path: pathOf(id), offers: false, configuration, microphone, sounds },
      over: (error) => {
        tellProblem(error);
        end("lapsed", true);
      },
    });
    const all = [...told, ...early].sort((a, b) => a.place - b.place);
    for (const { place, signal } of all) conversation.take(place, signal);
    put("listening", canSpeak ? "" : word("listening"));
    if (!hearing.isAway) showFor("talking");
  } catch (error) {
    for (const track of microphone?.getTracks() ?? []) track.stop();
    answering = "";
    if (error instanceof Refused && error.code === "leg_over") end("cancelled", false);
    throw error;
  }
}

onPress("ready", async () => {
  await sounds.unlock();
  const microphone = await openMicrophone();
  if (typeof microphone === "string") {
    put("microphone-test", word(`microphone.${microphone}`));
  } else {
    put("microphone-test", word("microphone.works"));
    for (const track of microphone.getTracks()) track.stop();
  }
  const ready = document.querySelector<HTMLElement>("[data-ready]");
  if (ready) ready.hidden = false;
  const ask = document.querySelector<HTMLElement>('[data-do="notify"]');
  const canAsk = "Notification" in globalThis && Notification.permission === "default";
  if (ask) ask.hidden = !canAsk;
  sounds.ring();
  setTimeout(() => {
    if (!flashing) sounds.stopRinging();
  }, sampleMs);
});

onPress("notify", async (button) => {
  await Notification.requestPermission();
  button.hidden = true;
});

onPress("answer", () => answer(true));
onPress("listen", () => answer(false));
onPress("hang-up", async () => {
  if (!hearing.isAway) {
    await post(`${pathOf(leg)}/end`);
    return;
  }
  postLast(`${pathOf(leg)}/end`); // whether it arrives or not, nothing is heard here any more
  end("lapsed", true);
});
onPress("mute", (button) => {
  const isMuted = conversation?.mute() ?? false;
  button.setAttribute("aria-pressed", String(isMuted));
});
onPress("pick", async ({ dataset }) => {
  const choice = dataset.choice === "none" ? "none" : Number(dataset.choice);
  const { matched } = await post<{ matched: boolean }>(`${pathOf(leg)}/words`, { choice });
  put("picked", word(matched ? "words.right" : "words.wrong"));
  const words = document.querySelector<HTMLElement>("[data-words]");
  if (words) words.hidden = true;
});

document.addEventListener("submit", ({ target }) => {
  if (!(target instanceof HTMLFormElement) || target.dataset.report === undefined) return;
  target.action = `${pathOf(leg)}/report`;
  isLeaving = true; // what it posts ends the leg
});
// What leads here from above, where every page says how a call stands, would end what is going on here: it answers.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link || link.pathname !== location.pathname) return;
  event.preventDefault();
  const shown = document.querySelector<HTMLElement>("[data-talk] > [data-when]:not([hidden])");
  if (shown?.dataset.when === "ringing" && !isPhone) void answer(true).catch(tellProblem);
  else shown?.scrollIntoView();
});
addEventListener("beforeunload", (event) => {
  if (conversation && !isLeaving) event.preventDefault();
});
addEventListener("pagehide", () => {
  if (conversation && !isLeaving) postLast(`${pathOf(leg)}/end?left`);
});
