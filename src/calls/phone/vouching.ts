import { hourMs, transaction } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { isVouched, type Leg, type LegState, leaseMs, liveLegs, vouch } from "../leg/index.ts";
import type { Heard, Provider } from "../provider/index.ts";
import { touch } from "../status/index.ts";
import { type HearingDesk, hearSaid } from "./hearing.ts";
import { legsToHangUp, saveProviderEnded } from "./store.ts";

const hangUpMs = hourMs;

export type VouchingDesk = HearingDesk & Pick<CallsDesk, "clock">;

/** Asks the provider about every phone call of ours that is up. */
export async function lookAtLegs(desk: VouchingDesk, provider: Provider): Promise<void> {
  const legs = await liveLegs(desk.database, "phone");
  await Promise.all(legs.map((leg) => lookAt(desk, provider, leg)));
}

/**
 * Only a new answer that says that it rings, or that somebody talks, lets a leg stand for longer, from when it was asked for. No
 * answer, a late one, one about another call and one that goes back behind what is known let its lease run out.
 */
async function lookAt(desk: VouchingDesk, provider: Provider, leg: Leg): Promise<void> {
  if (leg.providerCall === undefined) return;
  const askedAt = desk.clock();
  const answer = await provider.look(leg.providerCall);
  const now = desk.clock();
  if (answer.is !== "said" || answer.leg !== leg.id) return;
  await transaction(desk.database, async (joining) => {
    const held = await hearSaid(desk, joining, { ...answer, leg: leg.id }, now);
    if (!held || !agrees(held.state, answer.heard)) return;
    const until = new Date(askedAt.getTime() + leaseMs);
    if (until <= now) return;
    await vouch(joining, held, "agent", until);
    // Pages fell back when the lease was over, and hear of it again.
    if (!isVouched(held, now)) await touch(joining, held.client, now);
  });
}

/** Has the provider end the calls that ended here: by the client, the agent, a mismatch, or because nobody vouched for them. */
export async function hangUp(desk: VouchingDesk, provider: Provider): Promise<void> {
  const now = desk.clock();
  const legs = await legsToHangUp(desk.database, new Date(now.getTime() - hangUpMs));
  await Promise.all(
    legs.map(async (leg) => {
      if (!(await provider.end(leg.providerCall))) return;
      await saveProviderEnded(desk.database, leg, desk.clock());
    }),
  );
}

/** Whether what was just said is what is known. */
function agrees(state: LegState, heard: Heard): boolean {
  return heard.is !== "waiting" && heard.is !== "ended" && state.is === heard.is;
}
