import { InvalidInput, transaction } from "#platform";
import { CallRefused } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { holdLeg, isVouched, type Leg } from "../leg/index.ts";
import { isTold, type Signal, withoutOrigin } from "./signal.ts";
import { maySignal, type Speaker } from "./speaker.ts";
import { countSignals, insertSignal } from "./store.ts";

/** An honest leg has about twenty, and as many for each change of a network. */
const signalsMax = 500;

class TooManySignals extends InvalidInput {
  constructor() {
    super(
      "too_many_signals",
      "This call has changed its network too often. Hang up and call again.",
    );
  }
}

/**
 * Keeps what one page of a leg tells the other one, until the leg ends. An agent may tell it before the client answers; the
 * client's page in the session that answered.
 * @throws {CallRefused} {TooManySignals}
 */
export async function sendSignal(
  { database, turn }: Pick<CallsDesk, "database" | "turn">,
  speaker: Speaker,
  leg: Pick<Leg, "client" | "id">,
  signal: Signal,
  now: Date,
): Promise<void> {
  const isRelayed = turn !== undefined;
  if (!isTold(signal, isRelayed)) return;
  const body = JSON.stringify(isRelayed ? withoutOrigin(signal) : signal);
  await transaction(database, async (joining) => {
    const held = await holdLeg(joining, leg);
    if (!held) throw new CallRefused("call_unknown");
    if (!isVouched(held, now)) throw new CallRefused("leg_over");
    if (!maySignal(held, speaker)) throw new CallRefused("answered_elsewhere");
    const count = await countSignals(joining, held);
    if (count >= signalsMax) throw new TooManySignals();
    await insertSignal(joining, held, count + 1, speaker.side, body, now);
  });
}
