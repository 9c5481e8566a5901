import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
import type { Leg } from "../leg/index.ts";

type LegKey = Pick<Leg, "client" | "id">;

type KeyRow = { client: string; id: string };

/** Legs that aren't ended, and that the agent's or the client's page, or the provider, vouched for no longer than until then. */
export async function legsVouchedUntil(queryable: Queryable, until: Date): Promise<LegKey[]> {
  const { rows } = await queryable.query<KeyRow>(
    `select client, id from calls.legs where ended_at is null
       and least(agent_until, case when channel = 'browser' and answered_at is not null then client_until end)
         <= $1::timestamptz
     order by agent_until limit 500`,
    [until],
  );
  return rows.map(keyFrom);
}

/** Legs of an agent that aren't ended. */
export async function openLegsOf(queryable: Queryable, agent: Id<"staff">): Promise<LegKey[]> {
  const { rows } = await queryable.query<KeyRow>(
    "select client, id from calls.legs where agent = $1::uuid and ended_at is null order by started_at",
    [uuidOf(agent)],
  );
  return rows.map(keyFrom);
}

/** Who has a leg that isn't ended. */
export async function agentsOnLegs(queryable: Queryable): Promise<Id<"staff">[]> {
  const { rows } = await queryable.query<{ agent: string }>(
    "select distinct agent from calls.legs where ended_at is null",
  );
  return rows.map(({ agent }) => idFrom("staff", agent));
}

/** What two pages told each other to connect, and what the provider told, until then. */
export async function forgetTold(queryable: Queryable, before: Date): Promise<void> {
  await queryable.query("delete from calls.signals where sent_at < $1::timestamptz", [before]);
  await queryable.query("delete from calls.provider_events where taken_at < $1::timestamptz", [
    before,
  ]);
}

function keyFrom({ client, id }: KeyRow): LegKey {
  return { client: idFrom("client", client), id: idFrom("leg", id) };
}
