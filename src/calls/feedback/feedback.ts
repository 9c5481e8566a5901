import type { ClientSession } from "#accounts";
import { HoldfastError, transaction } from "#platform";
import { stopTicket } from "#tickets";
import { type Call, holdTicketOf, saveFeedback } from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";
import { feedbackGiven } from "../events.ts";
import { isVouched, type Leg, newestLegs } from "../leg/index.ts";
import { prepareCallReport, type Wrong } from "../reporting/index.ts";

/** What a client says of a call: which of the things that we never ask for were asked, in the policy's ids and words. */
export type Said = {
  isRight: boolean;
  asked: readonly { id: string; sentence: string }[];
  text: string;
};

export class NothingToSay extends HoldfastError {
  readonly code = "nothing_to_say";
  readonly refusal = "conflict";
  constructor() {
    super("There is nothing to say of this call yet. Come back when it is over.");
  }
}

/** Whether the client talked with us on this call, and doesn't any more: then it can be said how it was. */
export function hasTalked(leg: Leg | undefined, now: Date): boolean {
  if (!leg || isVouched(leg, now)) return false;
  const { state } = leg;
  return state.is === "answered" || (state.is === "ended" && state.answeredAt !== undefined);
}

/**
 * Keeps what the client says of a call, once. If anything was asked, or is told in the client's words, that is a report.
 * @returns whether there is a report now; undefined when it was said before
 * @throws {NothingToSay} and what a report throws
 */
export async function giveFeedback(
  desk: CallsDesk,
  session: ClientSession,
  call: Call,
  { isRight, asked, text }: Said,
  now: Date,
): Promise<{ isReported: boolean } | undefined> {
  const { client } = call;
  const leg = (await newestLegs(desk.database, [call])).get(call.id);
  if (!hasTalked(leg, now)) throw new NothingToSay();
  const wasRight = isRight && asked.length === 0;
  const wrong = wrongIn(wasRight, asked, text);
  const report = wrong && (await prepareCallReport(desk, session, call, leg, wrong, now));
  return await transaction(desk.database, async (joining) => {
    await holdTicketOf(joining, call.id);
    const ids = asked.map(({ id }) => id);
    const isFirst = await saveFeedback(joining, call, { at: now, wasRight, askedFor: ids });
    if (!isFirst) return undefined;
    const details = { call: call.id, right: wasRight, asked: ids };
    const event = { kind: feedbackGiven, details, client };
    await desk.appender.append(session.holder, event, now, joining);
    if (!wasRight && call.ticket) {
      await stopTicket(desk.tickets.desk, joining, { client, ticket: call.ticket }, now);
    }
    await report?.(joining);
    return { isReported: report !== undefined };
  });
}

function wrongIn(wasRight: boolean, asked: Said["asked"], text: string): Wrong | undefined {
  if (asked.length > 0) {
    return { is: "asked", items: asked.map(({ sentence }) => sentence), text };
  }
  return wasRight || text.trim() === "" ? undefined : { is: "reported", text };
}
