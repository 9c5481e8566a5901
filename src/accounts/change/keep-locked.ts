import type { Id, Transaction } from "#platform";
import { voidLinks } from "../link/index.ts";
import { type SettingsLock, stopUnlocking } from "../lock/index.ts";
import { markUndone } from "./store.ts";

/** Stops the opening of the settings, as a part of a change. @returns whether they were opening */
export async function keepLocked(
  joining: Transaction,
  client: Id<"client">,
  settings: SettingsLock,
  now: Date,
): Promise<boolean> {
  if (settings.is !== "opening") return false;
  const begun = await stopUnlocking(joining, client, settings.id);
  if (begun) await markUndone(joining, client, begun, now);
  await voidLinks(joining, client, "stop_unlock", now);
  return begun !== undefined;
}
