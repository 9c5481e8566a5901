import { type Id, newId, type Transaction } from "#platform";
import { makeChange, requireChangeable } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { insertLink } from "../link/index.ts";
import type { ClientSession } from "../session/index.ts";
import { isAddressOf, isNetwork } from "./network.ts";
import {
  AddressesChanged,
  AddressTaken,
  LabelTaken,
  NoSuchAddress,
  TooManyAddresses,
  UnknownNetwork,
  WrongAddress,
  WrongLabel,
} from "./refusals.ts";
import {
  addressByIndex,
  addressesOf,
  confirmAddress,
  endAddress,
  insertAddress,
  lastAddressVersion,
} from "./store.ts";
import {
  addressesMax,
  addressField,
  addressTable,
  labelCharactersMax,
  usableFrom,
} from "./withdrawal-address.ts";

/** What somebody typed. */
export type TypedAddress = { network: string; address: string; label: string };

/** Characters that a person sees and types: no controls, nothing that turns the direction of writing. */
const labelForm = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u;

/**
 * Adds an address, which does nothing before it is confirmed by the link in the mail.
 * @throws {UnknownNetwork} {WrongAddress} {WrongLabel} {LabelTaken} {AddressTaken} {TooManyAddresses} {AddressesChanged}
 */
export async function addAddress(
  desk: Desk,
  session: ClientSession,
  typed: TypedAddress,
  now: Date,
): Promise<Id<"address">> {
  const { network, address, label } = checked(typed);
  const by = { is: "session", session } as const;
  const client = session.holder.id;
  // The keykeeper may need a connection of its own, so it is asked before one is held.
  await requireChangeable(desk, session, "withdrawal_address_added", now);
  const version = (await lastAddressVersion(desk.database, client)) + 1;
  const place = { table: addressTable, field: addressField, client, version };
  const encrypted = await desk.keykeeper.encrypt({ ...place, kind: "wallet", value: address });
  const { ciphertext, mask, index } = encrypted;
  if (!index) throw new Error("wallets have blind indexes");
  return await makeChange(desk, by, "withdrawal_address_added", now, async (changing) => {
    const { joining, change, profile } = changing;
    const known = await addressesOf(joining, client);
    if (known.length >= addressesMax) throw new TooManyAddresses();
    if (known.some((other) => sameLabel(other.label, label))) throw new LabelTaken();
    if ((await lastAddressVersion(joining, client)) >= version) throw new AddressesChanged();
    if (await addressByIndex(joining, client, network, index)) throw new AddressTaken();
    const id = newId("address", now);
    const row = { id, version, network, label, ciphertext, mask, index, addedBy: change };
    await insertAddress(joining, client, row, now);
    const until = new Date(now.getTime() + profile.withdrawal_address_link_seconds * 1_000);
    const confirm = newId("link", now);
    const link = { client, id: confirm, purpose: "confirm_address", subject: id } as const;
    await insertLink(joining, { ...link, madeAt: now, expiresAt: until });
    return {
      result: id,
      details: { subject: id },
      notice: {
        template: "withdrawal_address_confirm",
        values: { until },
        links: { confirm },
      },
    };
  });
}

/**
 * Its owner confirmed it by the link, signed in. From then on it is held for a while.
 * @param take uses up the link
 * @returns from when it can be used
 * @throws {NoSuchAddress} when it was removed, or confirmed before
 */
export async function confirmByLink(
  desk: Desk,
  session: ClientSession,
  id: Id<"address">,
  take: (joining: Transaction) => Promise<void>,
  now: Date,
): Promise<Date> {
  // The link is the second act of what a fresh proof began an hour ago at most.
  const by = { is: "link", client: session.holder.id } as const;
  return await makeChange(desk, by, "withdrawal_address_confirmed", now, async (changing) => {
    const { joining, change, account, factors, profile } = changing;
    await take(joining);
    const usableAt = usableFrom(factors, profile, now);
    const confirmed = await confirmAddress(
      joining,
      account.client,
      id,
      { by: change, usableAt },
      now,
    );
    if (!confirmed) throw new NoSuchAddress();
    return {
      result: usableAt,
      details: { subject: id, until: usableAt.getTime() },
      notice: {
        template: "withdrawal_address_added",
        values: { when: now, device: session.browser, until: usableAt },
      },
    };
  });
}

/** Removes an address at once, lock or not: it tightens. @throws {NoSuchAddress} */
export async function removeAddress(
  desk: Desk,
  session: ClientSession,
  id: Id<"address">,
  now: Date,
): Promise<void> {
  const by = { is: "session", session } as const;
  await makeChange(desk, by, "withdrawal_address_removed", now, async (changing) => {
    const { joining, change, account } = changing;
    if (!(await endAddress(joining, account.client, id, change, now))) throw new NoSuchAddress();
    return {
      result: undefined,
      details: { subject: id },
      notice: {
        template: "withdrawal_address_removed",
        values: { when: now, device: session.browser },
      },
    };
  });
}

function checked({ network, address: typedAddress, label: typedLabel }: TypedAddress) {
  const label = typedLabel.normalize("NFC").trim().replace(/\s+/g, " ");
  const isLabel = label.length <= labelCharactersMax && labelForm.test(label);
  if (!isLabel) throw new WrongLabel();
  if (!isNetwork(network)) throw new UnknownNetwork();
  const address = typedAddress.trim();
  if (!isAddressOf(network, address)) throw new WrongAddress();
  return { network, address, label };
}

function sameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
