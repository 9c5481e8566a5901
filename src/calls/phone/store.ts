import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
import type { Leg } from "../leg/index.ts";

type LegKey = Pick<Leg, "client" | "id">;

/** Keeps what the provider calls a leg, once. */
export async function saveProviderCall(
  queryable: Queryable,
  { client, id }: LegKey,
  providerCall: string,
): Promise<void> {
  await queryable.query(
    `update calls.legs set provider_call = $3::text
     where client = $1::uuid and id = $2::uuid and provider_call is null`,
    [uuidOf(client), uuidOf(id), providerCall],
  );
}

/** The provider says that it is over there. */
export async function saveProviderEnded(
  queryable: Queryable,
  { client, id }: LegKey,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update calls.legs set provider_ended_at = $3::timestamptz
     where client = $1::uuid and id = $2::uuid and provider_ended_at is null`,
    [uuidOf(client), uuidOf(id), now],
  );
}

export type ToHangUp = { client: Id<"client">; id: Id<"leg">; providerCall: string };

/** Legs that ended here since then, and that the provider may still have up. */
export async function legsToHangUp(queryable: Queryable, since: Date): Promise<ToHangUp[]> {
  const { rows } = await queryable.query<{ client: string; id: string; provider_call: string }>(
    `select client, id, provider_call from calls.legs
     where ended_at > $1::timestamptz and provider_call is not null and provider_ended_at is null
     order by ended_at limit 100`,
    [since],
  );
  return rows.map(({ client, id, provider_call: providerCall }) => ({
    ...{ client: idFrom("client", client), id: idFrom("leg", id), providerCall },
  }));
}
