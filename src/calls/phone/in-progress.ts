import { addresseeOf } from "#accounts";
import { normalForm } from "#keys";
import { type Id, InvalidInput, system } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { progressAsked } from "../events.ts";
import { isVouched, liveLegOf } from "../leg/index.ts";

type ProgressDesk = Pick<CallsDesk, "database" | "appender" | "provider">;

/**
 * Whether a phone call of ours with the owner of this account, from this number, rings or is talked on right now: what Android's
 * verified financial calls ask the firm's own app. Every doubt is a no, and nothing tells whether there is such an account.
 * @param account the public account id
 */
export async function isInProgress(
  desk: ProgressDesk,
  { account, number }: { account: string; number: string },
  now: Date,
): Promise<boolean> {
  const owner = await addresseeOf(account, desk.database);
  const client = owner?.is === "client" ? owner.id : undefined;
  const isFromUs = desk.provider !== undefined && normalOf(number) === desk.provider.from;
  const answer = client !== undefined && (await isUp(desk, client, now)) && isFromUs;
  const event = { kind: progressAsked, details: { answer }, ...(client && { client }) };
  await desk.appender.append(system, event, now);
  return answer;
}

async function isUp({ database }: ProgressDesk, client: Id<"client">, now: Date): Promise<boolean> {
  const live = await liveLegOf(database, client);
  if (live?.channel !== "phone" || !isVouched(live, now)) return false;
  return live.state.is === "ringing" || live.state.is === "answered";
}

function normalOf(number: string): string | undefined {
  try {
    return normalForm("phone", number);
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}
