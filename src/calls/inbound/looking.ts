import { hourMs } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { leaseMs } from "../leg/index.ts";
import type { Provider } from "../provider/index.ts";
import {
  endSilentInbound,
  inboundToHangUp,
  openInbound,
  saveInboundEnded,
  vouchInbound,
} from "./store.ts";

const hangUpMs = hourMs;
const silentMs = 60_000;

type LookingDesk = Pick<CallsDesk, "database" | "clock">;

/** Asks the provider about every call that came in and isn't over; what it says nothing of for a minute is. */
export async function lookAtInbound(desk: LookingDesk, provider: Provider): Promise<void> {
  const { database, clock } = desk;
  const calls = await openInbound(database);
  await Promise.all(calls.map((call) => lookAt(desk, provider, call)));
  const now = clock();
  await endSilentInbound(database, new Date(now.getTime() - silentMs), now);
}

async function lookAt(
  { database, clock }: LookingDesk,
  provider: Provider,
  call: string,
): Promise<void> {
  const askedAt = clock();
  const answer = await provider.look(call);
  if (answer.is !== "said" || answer.leg !== undefined) return;
  if (answer.heard.is === "ended") return saveInboundEnded(database, call, clock());
  if (answer.heard.is === "waiting") return;
  await vouchInbound(database, call, new Date(askedAt.getTime() + leaseMs));
}

/** Has the provider end what was ended here. */
export async function hangUpInbound(
  { database, clock }: LookingDesk,
  provider: Provider,
): Promise<void> {
  const calls = await inboundToHangUp(database, new Date(clock().getTime() - hangUpMs));
  await Promise.all(
    calls.map(async (call) => {
      if (!(await provider.end(call))) return;
      await saveInboundEnded(database, call, clock());
    }),
  );
}
