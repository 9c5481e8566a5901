import { Conversation } from "./conversation.ts";
import { openMicrophone } from "./devices.ts";
import { Hearing } from "./hearing.ts";
import { onPress, post, postLast, put, showFor, Timer, tellProblem, word } from "./page.ts";
import { Sounds } from "./sounds.ts";

/* The agent's page of a call: it calls who booked, talks and hangs up. How the call stands, the live page beside this shows. */

/** How the call stands, as the desk tells it. */
type Told =
  | { is: "waiting" }
  | { is: "ringing" | "talking"; leg: string; seconds: number; channel: "browser" | "phone" }
  | { is: "over"; leg: string };

type Begun = { leg: string; ice: RTCConfiguration | undefined };

const path = document.querySelector<HTMLElement>("[data-console]")?.dataset.console ?? "";
const sounds = new Sounds();
const timer = new Timer();

let conversation: Conversation | undefined;
let leg = "";
let isBeginning = false;

const pathOf = (id: string) => `${path}/legs/${id}`;

const hearing = new Hearing<Told>(`${path}/stream`, {
  call: show,
  away: () => showFor("unknown"),
  signal: (id, place, signal) => {
    if (conversation?.path === pathOf(id)) conversation.take(place, signal);
  },
});

function show(told: Told): void {
  if (told.is === "waiting") {
    showFor("waiting");
    return;
  }
  const isOlder = conversation !== undefined && conversation.path !== pathOf(told.leg);
  if (isBeginning || isOlder) return;
  leg = told.leg;
  if (told.is === "over") {
    end();
    return;
  }
  timer.start(told.seconds);
  const isElsewhere = told.channel === "browser" && conversation === undefined;
  showFor(isElsewhere ? "elsewhere" : told.is);
}

function end(): void {
  timer.stop();
  conversation?.close();
  conversation = undefined;
  showFor("over");
}

onPress("call", async (button) => {
  if (isBeginning || conversation) return;
  isBeginning = true;
  tellProblem();
  await sounds.unlock();
  const isPhone = button.dataset.channel === "phone";
  const microphone = isPhone ? undefined : await openMicrophone();
  try {
    if (typeof microphone === "string") throw new Error(word(`microphone.${microphone}`));
    const begun = await post<Begun>(`${path}/legs`);
    leg = begun.leg;
    if (begun.ice) {
      const configuration = begun.ice;
      conversation = new Conversation({
        ...{ path: pathOf(leg), offers: true, configuration, microphone, sounds },
        over: () => end(),
      });
    }
    timer.start(0);
    if (!hearing.isAway) showFor("ringing");
  } catch (error) {
    if (typeof microphone === "object") for (const track of microphone.getTracks()) track.stop();
    throw error;
  } finally {
    isBeginning = false;
  }
});
onPress("hang-up", async () => {
  if (!hearing.isAway) {
    await post(`${pathOf(leg)}/end`);
    return;
  }
  postLast(`${pathOf(leg)}/end`); // whether it arrives or not, nothing is heard here any more
  end();
});
onPress("mute", (button) => {
  const isMuted = conversation?.mute() ?? false;
  button.setAttribute("aria-pressed", String(isMuted));
  put("muted", isMuted ? word("muted") : "");
});

addEventListener("beforeunload", (event) => {
  if (conversation) event.preventDefault();
});
addEventListener("pagehide", () => {
  if (conversation) postLast(`${pathOf(leg)}/end?left`);
});
