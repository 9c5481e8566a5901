import type { ClientSession } from "#accounts";
import { HoldfastError, transaction } from "#platform";
import { callById, holdTicketOf } from "../call/index.ts";
import { CallRefused, hearHeld } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { wordsPicked } from "../events.ts";
import { holdLeg, isVouched, type Leg, legById, saveLeg } from "../leg/index.ts";
import { prepareCallReport } from "../reporting/index.ts";

/** Which of the pairs the client heard, by its place among the four; or none of them. */
export type Choice = 0 | 1 | 2 | 3 | "none";

/** There is one try: who could try again would try all four. */
export class WordsPicked extends HoldfastError {
  readonly code = "words_picked";
  readonly refusal = "conflict";
  constructor() {
    super("You have chosen the words of this call already. There is one try for each call.");
  }
}

/**
 * The client says which words the caller said. In the browser only the session that answered may; the words of a call by phone
 * stand in every signed-in page. Other words end the leg and open a report. The right ones permit nothing.
 * @returns whether they are the words that the agent was given
 * @throws {CallRefused} {WordsPicked}
 */
export async function pickWords(
  desk: CallsDesk,
  session: ClientSession,
  { id, client }: Pick<Leg, "client" | "id">,
  choice: Choice,
  now: Date,
): Promise<boolean> {
  const found = await legById(desk.database, id);
  if (!found || client !== session.holder.id || found.client !== client) {
    throw new CallRefused("call_unknown");
  }
  const matched = isSaid(found, choice);
  const report = matched ? undefined : await mismatchReport(desk, session, found, now);
  return await transaction(desk.database, async (joining) => {
    if (report) await holdTicketOf(joining, found.call);
    const held = await holdLeg(joining, found);
    if (held?.state.is !== "answered" || !isVouched(held, now)) throw new CallRefused("leg_over");
    const isElsewhere = held.channel === "browser" && held.session !== session.id;
    if (isElsewhere) throw new CallRefused("answered_elsewhere");
    if (held.words.picked) throw new WordsPicked();
    const picked = { ...held, words: { ...held.words, picked: { at: now, matched } } };
    await saveLeg(joining, picked);
    const event = { kind: wordsPicked, details: { call: held.call, leg: id, matched }, client };
    await desk.appender.append(session.holder, event, now, joining);
    if (report) {
      const ended = { is: "ended", at: now, because: "mismatch" } as const;
      await hearHeld(desk, joining, session.holder, picked, ended, now);
      await report(joining);
    }
    return matched;
  });
}

async function mismatchReport(desk: CallsDesk, session: ClientSession, leg: Leg, now: Date) {
  const call = await callById(desk.database, leg.call);
  if (!call) throw new CallRefused("call_unknown");
  return await prepareCallReport(desk, session, call, leg, { is: "mismatch" }, now);
}

function isSaid({ words }: Leg, choice: Choice): boolean {
  const pair = choice === "none" ? undefined : words.choices[choice];
  return pair?.every((place, at) => place === words.said[at]) ?? false;
}
