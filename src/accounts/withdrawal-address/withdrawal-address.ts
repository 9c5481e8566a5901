import type { Id } from "#platform";
import type { Profile } from "#policy";
import type { Factor } from "../factor/index.ts";
import { strongestOf } from "../factor/index.ts";
import type { Network } from "./network.ts";

export const addressTable = "accounts.withdrawal_addresses";
export const addressField = "withdrawal_address";

/** How many addresses an account has at most. */
export const addressesMax = 50;
export const labelCharactersMax = 40;

/** Where a client lets money be sent. */
export type WithdrawalAddress = {
  id: Id<"address">;
  network: Network;
  /** What its owner calls it. */
  label: string;
  /** All that the desk ever shows of it. */
  mask: string;
  addedAt: Date;
  confirmation: { is: "waiting" } | { is: "confirmed"; at: Date; usableAt: Date };
};

export type AddressStanding =
  | { is: "to_confirm" }
  /** Confirmed, and too new to send to. */
  | { is: "held"; until: Date }
  | { is: "usable" };

export function standingOf({ confirmation }: WithdrawalAddress, now: Date): AddressStanding {
  if (confirmation.is === "waiting") return { is: "to_confirm" };
  const { usableAt } = confirmation;
  return now < usableAt ? { is: "held", until: usableAt } : { is: "usable" };
}

/** From when a new address may be used: later without a passkey, since codes can be talked out of their owner. */
export function usableFrom(
  factors: readonly Pick<Factor, "kind">[],
  { new_address_hold_seconds: strong, new_address_hold_weak_factor_seconds: weak }: Profile,
  now: Date,
): Date {
  const seconds = strongestOf(factors) === "passkey" ? strong : Math.max(strong, weak);
  return new Date(now.getTime() + seconds * 1_000);
}
