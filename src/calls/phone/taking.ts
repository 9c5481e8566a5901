import type { Transaction } from "#platform";
import type { CallsDesk } from "../desk.ts";
import { hearInbound } from "../inbound/index.ts";
import type { Told } from "../provider/index.ts";
import { hearSaid } from "./hearing.ts";

/** What follows from what the provider told, in the transaction that takes it. */
export function takesTold(desk: CallsDesk) {
  return async (joining: Transaction, told: Told, at: Date, now: Date): Promise<void> => {
    if (told.is === "placed") await hearSaid(desk, joining, told, now);
    else await hearInbound(joining, told, at, now);
  };
}
