import type { ClientSession } from "#accounts";
import { type Actor, type Id, newId, system, type Transaction, transaction } from "#platform";
import { stopTicket } from "#tickets";
import {
  type Call,
  callById,
  holdCall,
  isInWindow,
  saveState,
  saveTicketOf,
} from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";
import { callApproved, callEnded, legAnswered, legEnded, legStarted } from "../events.ts";
import {
  deleteSignals,
  holdLeg,
  insertLeg,
  isVouched,
  type Leg,
  type LegReport,
  type LegState,
  leaseMs,
  liveLegOf,
  saveLeg,
  stateAfter,
} from "../leg/index.ts";
import { say } from "../messages.ts";
import { touch } from "../status/index.ts";
import { drawWords } from "../words/index.ts";
import { CallRefused } from "./refusals.ts";

/** The number that is dialled: nobody on the staff sees it. */
type Dialling = { field: string; version: number };

/**
 * An agent calls the client who booked, within the window: the one verb by which anybody is reached. It begins a leg that
 * nobody has heard of yet.
 * @throws {CallRefused}
 */
export async function beginLeg(
  desk: CallsDesk,
  agent: Id<"staff">,
  id: Id<"call">,
  now: Date,
): Promise<Leg> {
  return (await beginNoted(desk, agent, id, now)).leg;
}

/**
 * The same, with the event that says so: for it the keykeeper gives out the number.
 * @param dialling what the event says of the number that is dialled
 * @throws {CallRefused}
 */
export async function beginNoted(
  desk: CallsDesk,
  agent: Id<"staff">,
  id: Id<"call">,
  now: Date,
  dialling?: Dialling,
): Promise<{ leg: Leg; event: Id<"event"> }> {
  const { call_window_seconds: windowSeconds } = await desk.accounts.desk.profile();
  const found = await callById(desk.database, id);
  if (!found) throw new CallRefused("call_unknown");
  return await transaction(desk.database, async (joining) => {
    await endUnvouched(desk, joining, found.client, now); // legs are held before their calls, everywhere
    const call = await holdCall(joining, found);
    if (call?.agent !== agent) throw new CallRefused("not_your_call");
    if (call.state.is === "ended") throw new CallRefused("call_over");
    if (!isInWindow(call, windowSeconds, now)) throw new CallRefused("not_in_window");
    const leg: Leg = {
      ...{ client: call.client, id: newId("leg", now), call: id, agent, channel: call.channel },
      startedAt: now,
      state: { is: "dialling" },
      agentUntil: new Date(now.getTime() + leaseMs),
      clientUntil: undefined,
      session: undefined,
      deviceSince: undefined,
      providerCall: undefined,
      words: drawWords(),
    };
    if (!(await insertLeg(joining, leg))) throw new CallRefused("leg_up");
    const version = dialling && { version: dialling.version };
    const details = { call: id, leg: leg.id, channel: leg.channel, ...version };
    const columns = dialling && { field: dialling.field, decision: "allow" as const };
    const event = { kind: legStarted, details, client: leg.client, ...columns };
    const receipt = await desk.appender.append({ is: "staff", id: agent }, event, now, joining);
    await touch(joining, leg.client, now);
    return { leg, event: receipt.event };
  });
}

/**
 * Takes what is heard of a leg, from a page of it or from the provider. What is late, doubled or out of order changes nothing.
 * @returns the leg as it is then
 * @throws {CallRefused} when there is no such leg
 */
export async function hear(
  desk: CallsDesk,
  by: Actor,
  leg: Pick<Leg, "client" | "id">,
  report: LegReport,
  now: Date,
): Promise<Leg> {
  return await transaction(desk.database, async (joining) => {
    const held = await holdLeg(joining, leg);
    if (!held) throw new CallRefused("call_unknown");
    return await hearHeld(desk, joining, by, held, report, now);
  });
}

/** The same within a transaction that holds the leg and, where it may stop the call, before that the call's ticket. */
export async function hearHeld(
  desk: Pick<CallsDesk, "appender" | "tickets">,
  joining: Transaction,
  by: Actor,
  held: Leg,
  report: LegReport,
  now: Date,
): Promise<Leg> {
  const state = stateAfter(held.state, report);
  if (state === held.state) return held;
  const leg = { ...held, state };
  await saveLeg(joining, leg);
  await touch(joining, leg.client, now);
  const { client, id, call, channel, session } = leg;
  if (state.is === "answered") {
    const details = { call, leg: id, channel, ...(session && { session }) };
    const ticket = report.is === "answered" ? report.ticket : undefined;
    const event = { kind: legAnswered, details, client, ...(ticket && { ticket }) };
    await desk.appender.append(by, event, now, joining);
  }
  if (state.is === "ended") {
    await deleteSignals(joining, leg);
    const answered = state.answeredAt !== undefined;
    const details = { call, leg: id, because: state.because, answered };
    await desk.appender.append(by, { kind: legEnded, details, client }, now, joining);
    const outcome = outcomeOf(state);
    if (outcome) await endCall(desk, joining, leg, outcome, now);
  }
  return leg;
}

/**
 * A signed-in client answers in the browser, in one session: that opens the call's ticket, by the client's own act, and
 * what staff may see is derived from it as from any ticket that a client opens.
 * @throws {CallRefused}
 */
export async function answerLeg(
  desk: CallsDesk,
  session: ClientSession,
  id: Id<"leg">,
  now: Date,
): Promise<Leg> {
  const client = session.holder.id;
  const live = await liveLegOf(desk.database, client);
  const isUp = live?.id === id && live.channel === "browser" && isVouched(live, now);
  if (!live || !isUp) throw new CallRefused("leg_over");
  const call = await callById(desk.database, live.call);
  if (!call) throw new CallRefused("call_unknown");
  // A call that broke off and is placed again goes on in the ticket that its first answer opened.
  const { ticket: former } = call;
  const opening = former ? async () => former : await prepareTicket(desk, session, call, now);
  const deviceSince = await desk.accounts.sessions.knownSince(session);
  return await transaction(desk.database, async (joining) => {
    const held = await holdLeg(joining, live);
    if (!held || held.state.is === "ended") throw new CallRefused("leg_over");
    if (held.state.is === "answered") throw new CallRefused("answered_elsewhere");
    const clientUntil = new Date(now.getTime() + leaseMs);
    const answered: Leg = { ...held, session: session.id, deviceSince, clientUntil };
    const ticket = await opening(joining);
    const report = { is: "answered", at: now, ticket } as const;
    return await hearHeld(desk, joining, session.holder, answered, report, now);
  });
}

/**
 * A client says, signed in and by a passkey just now, that a phone call which is up is really with them: until then it opens
 * nothing.
 * @param note keeps the passkey's use, in the same transaction
 * @throws {CallRefused} and what `note` throws
 */
export async function approveCall(
  desk: CallsDesk,
  session: ClientSession,
  id: Id<"leg">,
  now: Date,
  note: (joining: Transaction) => Promise<void>,
): Promise<void> {
  const live = await liveLegOf(desk.database, session.holder.id);
  const isUp = live?.id === id && live.state.is === "answered" && isVouched(live, now);
  if (!live || !isUp || live.channel !== "phone") throw new CallRefused("leg_over");
  const call = await callById(desk.database, live.call);
  if (!call) throw new CallRefused("call_unknown");
  if (call.ticket) return;
  const opening = await prepareTicket(desk, session, call, now);
  await transaction(desk.database, async (joining) => {
    const leg = await holdLeg(joining, live); // legs are held before their calls, everywhere
    if (leg?.state.is !== "answered" || !isVouched(leg, now)) throw new CallRefused("leg_over");
    const held = await holdCall(joining, call);
    if (!held || held.ticket) return;
    await note(joining);
    const ticket = await opening(joining);
    const { client } = call;
    const details = { call: call.id, leg: id, session: session.id };
    const event = { kind: callApproved, details, client, ticket };
    await desk.appender.append(session.holder, event, now, joining);
    await touch(joining, client, now);
  });
}

/** Ends legs that nobody vouches for any more: a page or a process that died, a provider that answers nothing. */
export async function endUnvouched(
  desk: Pick<CallsDesk, "appender" | "tickets">,
  joining: Transaction,
  client: Id<"client">,
  now: Date,
): Promise<void> {
  const live = await liveLegOf(joining, client);
  const held = live && (await holdLeg(joining, live));
  if (!held || held.state.is === "ended" || isVouched(held, now)) return;
  await hearHeld(desk, joining, system, held, { is: "ended", at: now, because: "lapsed" }, now);
}

/** What became of the call with its leg; nothing yet when nobody was reached or it broke off: then it may be placed again. */
function outcomeOf({ because, answeredAt }: Extract<LegState, { is: "ended" }>) {
  if (because === "mismatch" || because === "reported") return "stopped";
  const brokeOff = because === "lapsed" || because === "failed";
  return answeredAt && !brokeOff ? "held" : undefined;
}

async function endCall(
  desk: Pick<CallsDesk, "appender" | "tickets">,
  joining: Transaction,
  { client, call }: Pick<Leg, "client" | "call">,
  outcome: "held" | "stopped",
  now: Date,
): Promise<void> {
  const held = await holdCall(joining, { client, id: call });
  if (!held || held.state.is === "ended") return;
  await saveState(joining, held, { is: "ended", at: now, outcome, by: "system" });
  const event = { kind: callEnded, details: { call, outcome }, client };
  await desk.appender.append(system, event, now, joining);
  // The client says that this call was wrong: from here on it lets nobody see anything.
  if (outcome === "stopped" && held.ticket) {
    await stopTicket(desk.tickets.desk, joining, { client, ticket: held.ticket }, now);
  }
}

/** The ticket of a call, made before the transaction in which the client's act opens it. */
async function prepareTicket(desk: CallsDesk, session: ClientSession, call: Call, now: Date) {
  const { topic, language, agent } = call;
  const made = await desk.tickets.prepareSignedIn(session, { topic, via: "call" }, now);
  const text = say({ tag: language, direction: "ltr" }, "ticket.text");
  return async (joining: Transaction): Promise<Id<"ticket">> => {
    const question = { topic, language, text, agent };
    const opened = await desk.tickets.openSignedIn(joining, session, question, "call", now, made);
    await saveTicketOf(joining, call, opened.ticket.id);
    return opened.ticket.id;
  };
}
