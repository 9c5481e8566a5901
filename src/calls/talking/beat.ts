import { CallRefused, hear } from "../calling/index.ts";
import type { CallsDesk } from "../desk.ts";
import { isVouched, type Leg, leaseMs, vouch } from "../leg/index.ts";
import { maySignal, type Speaker } from "../signal/index.ts";

/** How long a leg rings. */
const ringMs = 60_000;

/** How a page's connection to the other one stands: nothing but a connection through which sound goes counts as a call. */
export const connections = ["waiting", "connected"] as const;
type Connection = (typeof connections)[number];

/**
 * A page says every few seconds that it is there, and that goes on the leg's lease. While it rings, the agent's does; once it is
 * answered both must, and each only while sound goes through. What has lapsed isn't taken up again.
 * @throws {CallRefused}
 */
export async function beat(
  desk: CallsDesk,
  speaker: Speaker,
  leg: Leg,
  connection: Connection,
  now: Date,
): Promise<void> {
  if (!isVouched(leg, now)) throw new CallRefused("leg_over");
  if (!maySignal(leg, speaker)) throw new CallRefused("answered_elsewhere");
  const isAnswered = leg.state.is === "answered";
  if (!isAnswered && now.getTime() - leg.startedAt.getTime() >= ringMs) {
    const report = { is: "ended", at: now, because: "no_answer" } as const;
    await hear(desk, speaker.session.holder, leg, report, now);
    throw new CallRefused("leg_over");
  }
  if (isAnswered && connection !== "connected") return;
  await vouch(desk.database, leg, speaker.side, new Date(now.getTime() + leaseMs));
}
