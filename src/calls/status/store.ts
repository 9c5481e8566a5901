import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Topic } from "#tickets";
import type { Channel, EndReason, LegState } from "../leg/index.ts";
import type { Known } from "./status.ts";

type KnownRow = {
  client: string;
  leg: string | null;
  call: string | null;
  channel: Channel | null;
  started_at: Date | null;
  ringing_at: Date | null;
  answered_at: Date | null;
  ended_at: Date | null;
  end_reason: EndReason | null;
  agent_until: Date | null;
  client_until: Date | null;
  session: string | null;
  topic: Topic | null;
  alias: string | null;
  team: string | null;
  claim: string | null;
  claimed_at: Date | null;
  next: string | null;
  starts_at: Date | null;
  time_zone: string | null;
};

/** What is known of these clients' calls, in one question. A leg that is up goes before one that is over. */
export async function knownOf(
  queryable: Queryable,
  clients: readonly Id<"client">[],
): Promise<ReadonlyMap<Id<"client">, Known>> {
  const { rows } = await queryable.query<KnownRow>({
    name: "calls.known_of",
    text: `select a.client, l.id as leg, l.call, l.channel, l.started_at, l.ringing_at, l.answered_at, l.ended_at,
       l.end_reason, l.agent_until, l.client_until, l.session, c.topic, n.alias, t.team,
       m.id as claim, m.claimed_at, b.id as next, b.starts_at, b.time_zone
     from unnest($1::uuid[]) as a (client)
     left join lateral (select id, call, channel, agent, started_at, ringing_at, answered_at, ended_at, end_reason,
         agent_until, client_until, session from calls.legs where client = a.client
       order by ended_at is null desc, started_at desc limit 1) l on true
     left join calls.calls c on c.client = a.client and c.id = l.call
     left join calls.agents n on n.staff = l.agent
     left join accounts.door_teams t on t.staff = l.agent
     left join lateral (select id, claimed_at from calls.claims where client = a.client and answer is null
       order by claimed_at desc limit 1) m on true
     left join calls.calls b on b.client = a.client and b.ended_at is null`,
    values: [clients.map(uuidOf)],
  });
  return new Map(rows.map((row) => [idFrom("client", row.client), knownFrom(row)]));
}

/** Says that open pages of a client show something else now, in the transaction that changes it. */
export async function touch(joining: Transaction, client: Id<"client">, now: Date): Promise<void> {
  await joining.query(
    `insert into calls.changes as c (client, revision, changed_at) values ($1::uuid, 1, $2::timestamptz)
     on conflict (client) do update set revision = c.revision + 1, changed_at = excluded.changed_at`,
    [uuidOf(client), now],
  );
}

export type Change = { client: Id<"client">; revision: string };

/** Whose status changed since then. */
export async function changedSince(queryable: Queryable, since: Date): Promise<Change[]> {
  const { rows } = await queryable.query<{ client: string; revision: string }>({
    name: "calls.changed_since",
    text: "select client, revision from calls.changes where changed_at > $1::timestamptz",
    values: [since],
  });
  return rows.map(({ client, revision }) => ({ client: idFrom("client", client), revision }));
}

function knownFrom(row: KnownRow): Known {
  return {
    newest: newestFrom(row),
    claim:
      row.claim && row.claimed_at
        ? { id: idFrom("claim", row.claim), at: row.claimed_at }
        : undefined,
    next:
      row.next && row.starts_at && row.time_zone
        ? { call: idFrom("call", row.next), startsAt: row.starts_at, timeZone: row.time_zone }
        : undefined,
  };
}

function newestFrom(row: KnownRow): Known["newest"] {
  const { leg, call, channel, started_at: startedAt, agent_until: agentUntil, topic } = row;
  if (!leg || !call || !channel || !startedAt || !agentUntil || !topic) return undefined;
  return {
    id: idFrom("leg", leg),
    call: idFrom("call", call),
    ...{ channel, startedAt, agentUntil, topic },
    state: stateFrom(row),
    clientUntil: row.client_until ?? undefined,
    session: row.session === null ? undefined : idFrom("session", row.session),
    alias: row.alias ?? "",
    team: row.team ?? "",
  };
}

function stateFrom(row: KnownRow): LegState {
  const { ringing_at: ringing, answered_at: answered, ended_at: at, end_reason: because } = row;
  if (at && because) return { is: "ended", at, because };
  if (answered) return { is: "answered", since: answered };
  return ringing ? { is: "ringing", since: ringing } : { is: "dialling" };
}
