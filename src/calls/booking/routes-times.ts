import { createHash, randomBytes } from "node:crypto";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { type ClientSession, requireStepUp } from "#accounts";
import {
  assetRoutes,
  declares,
  type Form,
  type HttpContext,
  type HttpEnvironment,
  type NamedRequest,
  readForm,
  script,
  smallForm,
  textIn,
} from "#platform";
import { isTopic } from "#tickets";
import { callById, callsOf } from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";
import { channels } from "../leg/index.ts";
import { numberOf } from "../phone/index.ts";
import { aheadMs, callLanguages, freeSlots, timeZoneFrom } from "../slots/index.ts";
import { ask, needsStepUp, startFrom, type Wish } from "./asking.ts";
import { listPath, TimesPage, type WishCodes, WishPage } from "./pages/index.ts";
import { rebook } from "./rebooking.ts";
import { BookingRefused } from "./refusals.ts";
import { ownCall, sentenceOf, titled } from "./routes-calls.ts";

const zoneCookie = "time_zone";
const yearSeconds = 31_536_000;
const formBytes = 16;
const timesPath = `${listPath}/new/times`;
/** Pages of ours that show times. */
const backPattern = /^\/account\/calls\/[\w/]{1,100}(\?[\w=&+%.-]{0,300})?$/;

const timeZoneScript = script("call-times", new URL("../browser/time-zone.ts", import.meta.url));

/** What the page of times shows beside them. */
type Shown = {
  codes?: WishCodes;
  moved?: { id: string; language: string; startsAt: Date; timeZone: string };
  wrong?: { sentence: string; hasCall: boolean };
  chosen?: string;
};

/** Choosing what a call is about and when it is, for a new call and for another time. */
export function timesRoutes(desk: CallsDesk) {
  const { accounts, database, clock } = desk;
  const { sessions } = accounts;
  const routes = new Hono<HttpEnvironment>();
  routes.route("/", assetRoutes([timeZoneScript]));

  routes.get(`${listPath}/new/about`, async (context) => {
    const { holder } = await sessions.client(context);
    return await showWish(
      desk,
      context,
      holder.id,
      codesIn((name) => context.req.query(name)),
    );
  });

  routes.get(timesPath, async (context) => {
    const session = await sessions.client(context);
    const codes = codesIn((name) => context.req.query(name));
    const isSpoken = (await callLanguages(desk)).includes(codes.language);
    if (!isTopic(codes.topic) || !isSpoken) return context.redirect(`${listPath}/new/about`, 303);
    if (needsStepUp(codes.topic)) await requireStepUp(accounts.desk, session, clock());
    return await showTimes(desk, context, session, { codes });
  });

  routes.post(listPath, smallForm, declares("nothing"), async (context) => {
    const session = await sessions.client(context);
    const form = await readForm(context);
    if (textIn(form, "told") !== "no") return context.redirect(`${listPath}/new`, 303);
    const codes = codesIn((name) => textIn(form, name));
    const { zone } = await zoneOf(desk, context, session);
    try {
      const named = namedForm(session, form);
      await ask(desk, session, wishIn(codes, textIn(form, "slot"), zone), clock(), named);
    } catch (error) {
      const sentence = sentenceOf(error, context);
      const hasCall = error instanceof BookingRefused && error.call !== undefined;
      const chosen = textIn(form, "slot");
      if (!isTopic(codes.topic)) return await showWish(desk, context, session.holder.id, codes);
      const shown = { codes, chosen, wrong: { sentence, hasCall } };
      return await showTimes(desk, context, session, shown);
    }
    return context.redirect(`${listPath}?done=asked`, 303);
  });

  routes.get(`${listPath}/:call/times`, async (context) => {
    const session = await sessions.client(context);
    return await showTimes(desk, context, session, { moved: await bookedCall(context, session) });
  });

  routes.post(`${listPath}/:call/rebook`, smallForm, declares("nothing"), async (context) => {
    const session = await sessions.client(context);
    const named = ownCall(context, session.holder.id);
    const chosen = textIn(await readForm(context), "slot");
    try {
      const startsAt = startFrom(chosen);
      if (!startsAt) throw new BookingRefused("time_missing");
      const { zone } = await zoneOf(desk, context, session);
      await rebook(desk, session.holder, named, { startsAt, timeZone: zone }, clock());
    } catch (error) {
      const wrong = { sentence: sentenceOf(error, context), hasCall: false };
      const moved = await bookedCall(context, session);
      return await showTimes(desk, context, session, { moved, chosen, wrong });
    }
    return context.redirect(`${listPath}?done=rebooked`, 303);
  });

  routes.post(`${listPath}/zone`, smallForm, declares("nothing"), async (context) => {
    await sessions.client(context);
    const form = await readForm(context);
    const zone = timeZoneFrom(textIn(form, "zone"));
    if (zone) rememberZone(context, zone, accounts.desk.publicUrl?.startsWith("https:") ?? false);
    const back = textIn(form, "back");
    return context.redirect(backPattern.test(back) ? back : listPath, 303);
  });

  async function bookedCall(context: HttpContext, { holder }: ClientSession) {
    const named = ownCall(context, holder.id);
    const call = await callById(database, named.id);
    if (call?.client !== holder.id) throw new BookingRefused("booking_unknown");
    if (call.state.is === "ended") throw new BookingRefused("booking_over");
    return call;
  }

  return routes;
}

async function showWish(
  desk: CallsDesk,
  context: HttpContext,
  client: ClientSession["holder"]["id"],
  chosen: WishCodes,
) {
  const { language } = context.var;
  const spoken = await callLanguages(desk);
  const now = desk.clock();
  const number = await numberOf(desk, client, now);
  const phone = desk.provider ? number : ({ is: "unserved" } as const);
  const page = WishPage({ language, spoken, phone, chosen });
  return await context.render(page, titled(context, "wish.title"));
}

async function showTimes(
  desk: CallsDesk,
  context: HttpContext,
  session: ClientSession,
  { codes, moved, wrong, chosen = "" }: Shown,
) {
  const { language } = context.var;
  const now = desk.clock();
  const { zone, isGuessed } = await zoneOf(desk, context, session);
  const profile = await desk.accounts.desk.profile();
  const client = session.holder.id;
  const wanted = { client, language: codes?.language ?? moved?.language ?? "" };
  const slots = await freeSlots(desk, wanted, now, new Date(now.getTime() + aheadMs), now);
  const path = moved ? `${listPath}/${moved.id}/times` : timesPath;
  const page = TimesPage({
    ...{ language, slots, timeZone: zone, isZoneGuessed: isGuessed, path, query: codes, moved },
    ...{ wrong, chosen, form: randomBytes(formBytes).toString("base64url") },
    windowMinutes: Math.floor(profile.call_window_seconds / 60),
    day: context.req.query("day") ?? "",
    action: moved ? `${listPath}/${moved.id}/rebook` : listPath,
    script: timeZoneScript.path,
  });
  return await context.render(page, titled(context, moved ? "times.move" : "times.title"));
}

/** Codes of closed lists, as an address or a form has them; what isn't one is empty. */
function codesIn(read: (name: keyof WishCodes) => string | undefined): WishCodes {
  const topic = read("topic") ?? "";
  const language = read("language") ?? "";
  const channel = channels.find((one) => one === read("channel")) ?? "browser";
  return {
    topic: isTopic(topic) ? topic : "",
    language: /^[a-z]{2,3}$/.test(language) ? language : "",
    channel,
  };
}

function wishIn({ topic, language, channel }: WishCodes, slot: string, timeZone: string): Wish {
  const startsAt = slot === "soonest" ? slot : startFrom(slot);
  if (!isTopic(topic)) throw new BookingRefused("topic_missing");
  if (!startsAt) throw new BookingRefused("time_missing");
  return {
    topic,
    language,
    channel: channel === "phone" ? channel : "browser",
    timeZone,
    startsAt,
  };
}

/** The zone in which a client's times are told: the one that this browser chose, the last call's, or UTC. */
async function zoneOf({ database }: CallsDesk, context: HttpContext, { holder }: ClientSession) {
  const kept = timeZoneFrom(getCookie(context, zoneCookie) ?? "");
  if (kept) return { zone: kept, isGuessed: false };
  const [last] = await callsOf(database, holder.id, 1);
  return { zone: last?.timeZone ?? "UTC", isGuessed: last === undefined };
}

function rememberZone(context: HttpContext, zone: string, secure: boolean): void {
  setCookie(context, zoneCookie, zone, {
    ...{ path: "/", sameSite: "Lax", httpOnly: true, maxAge: yearSeconds, secure },
  });
}

/** Who presses twice asks once; other words of the same form are another request. */
function namedForm({ holder }: ClientSession, form: Form): NamedRequest | undefined {
  const name = textIn(form, "form");
  if (name === "") return undefined;
  const hash = createHash("sha256")
    .update(JSON.stringify([holder.id, "calls", form]))
    .digest();
  return { nameHash: hash, requestHash: hash };
}
