import { dayMs, type Id } from "#platform";
import { numberOnFile } from "#vault";
import type { CallsDesk } from "../desk.ts";

/** For so long after it changed nobody calls a number: who takes over an account changes the number first. */
export const newNumberMs = 7 * dayMs;

/** Where a client's number lies, and nothing of it. */
export type OnFile = { version: number; ciphertext: Uint8Array };

/** Whether a client can be called by phone, and why not. */
export type NumberStanding =
  | ({ is: "ready" } & OnFile)
  | { is: "new"; until: Date }
  | { is: "none" };

export async function numberOf(
  { database }: Pick<CallsDesk, "database">,
  client: Id<"client">,
  now: Date,
): Promise<NumberStanding> {
  const kept = await numberOnFile(database, client);
  if (!kept) return { is: "none" };
  const { version, ciphertext, since } = kept;
  const until = new Date(since.getTime() + newNumberMs);
  return now < until ? { is: "new", until } : { is: "ready", version, ciphertext };
}

/** Whether a phone call can be asked for: somebody places them, and the number on file has stood for long enough. */
export async function hasNumber(
  desk: Pick<CallsDesk, "database" | "provider">,
  client: Id<"client">,
  now: Date,
): Promise<boolean> {
  return desk.provider !== undefined && (await numberOf(desk, client, now)).is === "ready";
}
