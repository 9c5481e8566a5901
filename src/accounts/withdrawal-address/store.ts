import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Network } from "./network.ts";
import type { WithdrawalAddress } from "./withdrawal-address.ts";

type AddressRow = {
  id: string;
  network: Network;
  label: string;
  mask: string;
  added_at: Date;
  confirmed_at: Date | null;
  usable_at: Date | null;
};

/** The addresses that a client has now, by their names. */
export async function addressesOf(
  queryable: Queryable,
  client: Id<"client">,
): Promise<WithdrawalAddress[]> {
  const { rows } = await queryable.query<AddressRow>(
    `select id, network, label, mask, added_at, confirmed_at, usable_at from accounts.withdrawal_addresses
     where client = $1::uuid and ended_at is null order by lower(label)`,
    [uuidOf(client)],
  );
  return rows.map(addressFrom);
}

export async function addressOf(
  queryable: Queryable,
  client: Id<"client">,
  id: Id<"address">,
): Promise<WithdrawalAddress | undefined> {
  const { rows } = await queryable.query<AddressRow>(
    `select id, network, label, mask, added_at, confirmed_at, usable_at from accounts.withdrawal_addresses
     where client = $1::uuid and id = $2::uuid and ended_at is null`,
    [uuidOf(client), uuidOf(id)],
  );
  return rows[0] && addressFrom(rows[0]);
}

/** One of a client's addresses, by its blind index. */
export async function addressByIndex(
  queryable: Queryable,
  client: Id<"client">,
  network: Network,
  index: Uint8Array,
): Promise<WithdrawalAddress | undefined> {
  const { rows } = await queryable.query<AddressRow>(
    `select id, network, label, mask, added_at, confirmed_at, usable_at from accounts.withdrawal_addresses
     where client = $1::uuid and network = $2::text and index = $3::bytea and ended_at is null`,
    [uuidOf(client), network, index],
  );
  return rows[0] && addressFrom(rows[0]);
}

/** The highest version that an address of this client ever had; 0 for none. */
export async function lastAddressVersion(
  queryable: Queryable,
  client: Id<"client">,
): Promise<number> {
  const { rows } = await queryable.query<{ version: number | null }>(
    "select max(version) as version from accounts.withdrawal_addresses where client = $1::uuid",
    [uuidOf(client)],
  );
  return rows[0]?.version ?? 0;
}

export type NewAddress = {
  id: Id<"address">;
  version: number;
  network: Network;
  label: string;
  ciphertext: Uint8Array;
  mask: string;
  index: Uint8Array;
  addedBy: Id<"change">;
};

export async function insertAddress(
  joining: Transaction,
  client: Id<"client">,
  { id, version, network, label, ciphertext, mask, index, addedBy }: NewAddress,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into accounts.withdrawal_addresses (client, id, version, network, label, ciphertext, mask, index,
       added_at, added_by)
     values ($1::uuid, $2::uuid, $3::integer, $4::text, $5::text, $6::bytea, $7::text, $8::bytea,
       $9::timestamptz, $10::uuid)`,
    [
      uuidOf(client),
      uuidOf(id),
      version,
      network,
      label,
      ciphertext,
      mask,
      index,
      now,
      uuidOf(addedBy),
    ],
  );
}

/** False when it was confirmed or removed already. */
export async function confirmAddress(
  joining: Transaction,
  client: Id<"client">,
  id: Id<"address">,
  confirmed: { by: Id<"change">; usableAt: Date },
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.withdrawal_addresses
     set confirmed_at = $3::timestamptz, confirmed_by = $4::uuid, usable_at = $5::timestamptz
     where client = $1::uuid and id = $2::uuid and confirmed_at is null and ended_at is null`,
    [uuidOf(client), uuidOf(id), now, uuidOf(confirmed.by), confirmed.usableAt],
  );
  return rowCount === 1;
}

/** False when it was removed already. */
export async function endAddress(
  joining: Transaction,
  client: Id<"client">,
  id: Id<"address">,
  by: Id<"change">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.withdrawal_addresses set ended_at = $4::timestamptz, ended_by = $3::uuid
     where client = $1::uuid and id = $2::uuid and ended_at is null`,
    [uuidOf(client), uuidOf(id), uuidOf(by), now],
  );
  return rowCount === 1;
}

function addressFrom(row: AddressRow): WithdrawalAddress {
  const { id, network, label, mask, added_at: addedAt, confirmed_at: at, usable_at } = row;
  return {
    ...{ id: idFrom("address", id), network, label, mask, addedAt },
    confirmation:
      at && usable_at ? { is: "confirmed", at, usableAt: usable_at } : { is: "waiting" },
  };
}
