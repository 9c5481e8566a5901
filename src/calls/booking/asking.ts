import { type ClientSession, requireStepUp, requireUnlocked } from "#accounts";
import type { Evidence } from "#keys";
import { type Id, type NamedRequest, newId, once, type Transaction } from "#platform";
import { isTopic, type Topic } from "#tickets";
import { attestAsking, type Call, callById, insertCall, saveAlias, slotMs } from "../call/index.ts";
import { tell } from "../confirmation/index.ts";
import type { CallsDesk } from "../desk.ts";
import { callAsked } from "../events.ts";
import type { Channel } from "../leg/index.ts";
import { hasNumber } from "../phone/index.ts";
import { aheadMs, callLanguages, slotsWithin, timeZoneFrom } from "../slots/index.ts";
import { touch } from "../status/index.ts";
import { bookOne } from "./drawing.ts";
import { BookingRefused } from "./refusals.ts";
import { openCallOf } from "./store.ts";

/** How often a client may ask for a call. */
const asks = { name: "calls_asked", requestsMax: 10, windowSeconds: 86_400 };
/** As soon as possible is one of so many times, when others book at the same moment. */
const soonestTries = 8;

/** The call that a client wishes. */
export type Wish = {
  topic: Topic;
  /** A BCP 47 tag. */
  language: string;
  channel: Channel;
  /** The client's, as the IANA database names it. */
  timeZone: string;
  /** `soonest`: as soon as somebody is free. */
  startsAt: Date | "soonest";
};

/** Whether a call about it takes a proof just now: all but a general question is about the account. */
export function needsStepUp(topic: Topic): boolean {
  return topic !== "other";
}

/**
 * A signed-in client asks for a call, by an act that the keykeeper attests, and gets one of the times in which somebody is
 * free. There is one open call for each client.
 * @param named a request that is known again when it is sent twice: then it gives the same call
 * @throws {BookingRefused} {StepUpNeeded} {AccountLocked} {TooManyRequests}
 */
export async function ask(
  desk: CallsDesk,
  session: ClientSession,
  wish: Wish,
  now: Date,
  named?: NamedRequest,
): Promise<Call> {
  const { database, accounts, keykeeper } = desk;
  const client = session.holder.id;
  await checkWish(desk, client, wish, now);
  await requireUnlocked(database, client, now);
  if (needsStepUp(wish.topic)) await requireStepUp(accounts.desk, session, now);
  const id = newId("call", now);
  const deviceSince = await accounts.sessions.knownSince(session);
  const profile = await accounts.desk.profile();
  const earliest = now.getTime() + profile.call_after_request_seconds_min * 1_000;
  let asking: Evidence | undefined;
  const beforehand = async () => {
    await accounts.desk.limits(asks)(client);
    const { topic, channel } = wish;
    asking = await attestAsking(keykeeper, session, { call: id, topic, channel }, now);
  };
  const inTransaction = async (joining: Transaction) => {
    if (!asking) throw new Error("nothing was attested");
    const { topic, language, channel, timeZone } = wish;
    const draft = {
      ...{ client, id, topic, language, channel, timeZone, askedAt: now, session: session.id },
      ...{ deviceSince, sequence: 0, asking, ticket: undefined, said: undefined },
      state: { is: "booked" },
    } as const;
    const call = await book(joining, draft, wish, new Date(earliest), now);
    await saveAlias(joining, call.agent);
    const times = timesOf(profile);
    await tell(desk, joining, call, { is: "booked", browser: session.browser }, times, now);
    const starts = call.startsAt.toISOString();
    const booking = { call: id, agent: call.agent, starts, channel, topic };
    const details = { ...booking, session: session.id, told: false as const };
    const event = { kind: callAsked, details, client };
    await desk.appender.append(session.holder, event, now, joining);
    await touch(joining, client, now);
    return id;
  };
  const made = (await once(database, named, now, { beforehand, inTransaction })) as Id<"call">;
  const call = await callById(database, made);
  if (!call) throw new Error(`${made} isn't there`);
  return call;
}

/** What of the profile messages need. */
export function timesOf(profile: { call_window_seconds: number; change_undo_seconds: number }) {
  return { windowSeconds: profile.call_window_seconds, undoSeconds: profile.change_undo_seconds };
}

async function checkWish(
  desk: CallsDesk,
  client: Id<"client">,
  wish: Wish,
  now: Date,
): Promise<void> {
  if (!isTopic(wish.topic)) throw new BookingRefused("topic_missing");
  if (timeZoneFrom(wish.timeZone) !== wish.timeZone) throw new BookingRefused("time_zone_missing");
  if (!(await callLanguages(desk)).includes(wish.language)) {
    throw new BookingRefused("language_missing");
  }
  if (wish.channel === "phone" && !(await hasNumber(desk, client, now))) {
    throw new BookingRefused("number_missing");
  }
}

/** @throws {BookingRefused} */
async function book(
  joining: Transaction,
  draft: Omit<Call, "agent" | "startsAt">,
  { language, startsAt }: Pick<Wish, "language" | "startsAt">,
  earliest: Date,
  now: Date,
): Promise<Call> {
  const { client } = draft;
  const before = await openCallOf(joining, client);
  if (before) throw new BookingRefused("already_asked", before);
  const isSoonest = startsAt === "soonest";
  const from = isSoonest ? earliest : startsAt;
  const to = new Date(isSoonest ? now.getTime() + aheadMs : startsAt.getTime() + 1);
  const isBookable = from >= earliest && to.getTime() <= now.getTime() + aheadMs;
  const slots = isBookable ? await slotsWithin(joining, { client, language, from, to }) : [];
  if (isSoonest && slots.length === 0) throw new BookingRefused("nobody_free");
  for (const slot of slots.slice(0, soonestTries)) {
    const agent = await bookOne(joining, slot, (drawn, at) =>
      insertCall(joining, { ...draft, agent: drawn, startsAt: at }),
    );
    if (agent) return { ...draft, agent, startsAt: slot.startsAt };
  }
  const meanwhile = await openCallOf(joining, client); // asked for at the same moment, somewhere else
  throw new BookingRefused(meanwhile ? "already_asked" : "slot_taken", meanwhile);
}

/** A whole quarter of an hour that a page offered. */
export function startFrom(text: string): Date | undefined {
  const at = new Date(text);
  const isSlot = at.toJSON() === text && at.getTime() % slotMs === 0;
  return isSlot ? at : undefined;
}
