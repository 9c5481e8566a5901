import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Leg } from "../leg/index.ts";

/** How many signals of a leg there are. */
export async function countSignals(
  queryable: Queryable,
  { client, id }: Pick<Leg, "client" | "id">,
): Promise<number> {
  const { rows } = await queryable.query<{ count: number }>(
    "select count(*)::integer as count from calls.signals where client = $1::uuid and leg = $2::uuid",
    [uuidOf(client), uuidOf(id)],
  );
  return rows[0]?.count ?? 0;
}

/** @param place counted from 1, in the order in which they came: the leg is held */
export async function insertSignal(
  joining: Transaction,
  { client, id }: Pick<Leg, "client" | "id">,
  place: number,
  side: "agent" | "client",
  body: string,
  now: Date,
): Promise<void> {
  await joining.query(
    `insert into calls.signals (client, leg, place, side, body, sent_at)
     values ($1::uuid, $2::uuid, $3::integer, $4::text, $5::text, $6::timestamptz)`,
    [uuidOf(client), uuidOf(id), place, side, body, now],
  );
}

/** After which place of which leg somebody listens. */
export type Place = Pick<Leg, "client" | "id"> & { after: number };

export type KeptSignal = {
  leg: Id<"leg">;
  place: number;
  side: "agent" | "client";
  body: string;
};

/** What came after these places, in its order. */
export async function signalsAfter(
  queryable: Queryable,
  places: readonly Place[],
): Promise<KeptSignal[]> {
  const { rows } = await queryable.query<Omit<KeptSignal, "leg"> & { leg: string }>({
    name: "calls.signals_after",
    text: `select s.leg, s.place, s.side, s.body
     from unnest($1::uuid[], $2::uuid[], $3::integer[]) as l (client, leg, after)
     join calls.signals s on s.client = l.client and s.leg = l.leg and s.place > l.after
     order by s.leg, s.place`,
    values: [
      places.map(({ client }) => uuidOf(client)),
      places.map(({ id }) => uuidOf(id)),
      places.map(({ after }) => after),
    ],
  });
  return rows.map(({ leg, ...signal }) => ({ ...signal, leg: idFrom("leg", leg) }));
}
