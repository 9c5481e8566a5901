import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { Channel, EndReason, Leg, LegState, LegWords, Pair } from "./leg.ts";

type LegRow = {
  client: string;
  id: string;
  call: string;
  agent: string;
  channel: Channel;
  started_at: Date;
  ringing_at: Date | null;
  answered_at: Date | null;
  ended_at: Date | null;
  end_reason: EndReason | null;
  agent_until: Date;
  client_until: Date | null;
  session: string | null;
  device_since: Date | null;
  provider_call: string | null;
  words: number[];
  choices: number[];
  words_picked_at: Date | null;
  words_matched: boolean | null;
};

/** @returns false when a leg to this client is up already */
export async function insertLeg(joining: Transaction, leg: Leg): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into calls.legs (client, id, call, agent, channel, started_at, agent_until, provider_call, words, choices)
     values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::timestamptz, $7::timestamptz, $8::text,
       $9::smallint[], $10::smallint[])
     on conflict do nothing`,
    [
      uuidOf(leg.client),
      uuidOf(leg.id),
      uuidOf(leg.call),
      uuidOf(leg.agent),
      leg.channel,
      leg.startedAt,
      leg.agentUntil,
      leg.providerCall,
      leg.words.said,
      leg.words.choices.flat(),
    ],
  );
  return rowCount === 1;
}

/** A leg as it is, held until the transaction ends. */
export async function holdLeg(
  joining: Transaction,
  { client, id }: Pick<Leg, "client" | "id">,
): Promise<Leg | undefined> {
  const { rows } = await joining.query<LegRow>(
    `select client, id, call, agent, channel, started_at, ringing_at, answered_at, ended_at, end_reason, agent_until,
       client_until, session, device_since, provider_call, words, choices, words_picked_at, words_matched
     from calls.legs where client = $1::uuid and id = $2::uuid for update`,
    [uuidOf(client), uuidOf(id)],
  );
  return rows.map(legFrom)[0];
}

/** The leg to a client that isn't ended, vouched for or not. */
export async function liveLegOf(
  queryable: Queryable,
  client: Id<"client">,
): Promise<Leg | undefined> {
  const { rows } = await queryable.query<LegRow>(
    `select client, id, call, agent, channel, started_at, ringing_at, answered_at, ended_at, end_reason, agent_until,
       client_until, session, device_since, provider_call, words, choices, words_picked_at, words_matched
     from calls.legs where client = $1::uuid and ended_at is null`,
    [uuidOf(client)],
  );
  return rows.map(legFrom)[0];
}

/** A leg by its id alone: for staff, whose pages name no client. */
export async function legById(queryable: Queryable, id: Id<"leg">): Promise<Leg | undefined> {
  const { rows } = await queryable.query<LegRow>(
    `select client, id, call, agent, channel, started_at, ringing_at, answered_at, ended_at, end_reason, agent_until,
       client_until, session, device_since, provider_call, words, choices, words_picked_at, words_matched
     from calls.legs where id = $1::uuid`,
    [uuidOf(id)],
  );
  return rows.map(legFrom)[0];
}

export async function legByProviderCall(
  queryable: Queryable,
  providerCall: string,
): Promise<Leg | undefined> {
  const { rows } = await queryable.query<LegRow>(
    `select client, id, call, agent, channel, started_at, ringing_at, answered_at, ended_at, end_reason, agent_until,
       client_until, session, device_since, provider_call, words, choices, words_picked_at, words_matched
     from calls.legs where provider_call = $1::text`,
    [providerCall],
  );
  return rows.map(legFrom)[0];
}

/** The tries of one call, in their order. */
export async function legsOf(
  queryable: Queryable,
  { client, id }: { client: Id<"client">; id: Id<"call"> },
): Promise<Leg[]> {
  const { rows } = await queryable.query<LegRow>(
    `select client, id, call, agent, channel, started_at, ringing_at, answered_at, ended_at, end_reason, agent_until,
       client_until, session, device_since, provider_call, words, choices, words_picked_at, words_matched
     from calls.legs where client = $1::uuid and call = $2::uuid order by started_at`,
    [uuidOf(client), uuidOf(id)],
  );
  return rows.map(legFrom);
}

/** The newest try of each of these calls. */
export async function newestLegs(
  queryable: Queryable,
  calls: readonly { client: Id<"client">; id: Id<"call"> }[],
): Promise<ReadonlyMap<Id<"call">, Leg>> {
  const { rows } = await queryable.query<LegRow>({
    name: "calls.newest_legs",
    text: `select distinct on (l.client, l.call) l.client, l.id, l.call, l.agent, l.channel, l.started_at, l.ringing_at,
       l.answered_at, l.ended_at, l.end_reason, l.agent_until, l.client_until, l.session, l.device_since, l.provider_call, l.words,
       l.choices, l.words_picked_at, l.words_matched
     from unnest($1::uuid[], $2::uuid[]) as c (client, call)
     join calls.legs l on l.client = c.client and l.call = c.call
     order by l.client, l.call, l.started_at desc`,
    values: [calls.map(({ client }) => uuidOf(client)), calls.map(({ id }) => uuidOf(id))],
  });
  return new Map(rows.map((row) => [idFrom("call", row.call), legFrom(row)]));
}

/** Legs of a channel that aren't ended, the oldest first. */
export async function liveLegs(queryable: Queryable, channel: Channel): Promise<Leg[]> {
  const { rows } = await queryable.query<LegRow>(
    `select client, id, call, agent, channel, started_at, ringing_at, answered_at, ended_at, end_reason, agent_until,
       client_until, session, device_since, provider_call, words, choices, words_picked_at, words_matched
     from calls.legs where ended_at is null and channel = $1::text order by started_at`,
    [channel],
  );
  return rows.map(legFrom);
}

/** Keeps what a held leg has become. */
export async function saveLeg(joining: Transaction, leg: Leg): Promise<void> {
  const { state } = leg;
  const answeredAt =
    state.is === "answered" ? state.since : state.is === "ended" && state.answeredAt;
  await joining.query(
    `update calls.legs set ringing_at = coalesce(ringing_at, $3::timestamptz), answered_at = $4::timestamptz,
       ended_at = $5::timestamptz, end_reason = $6::text, agent_until = $7::timestamptz, client_until = $8::timestamptz,
       session = $9::uuid, device_since = $10::timestamptz, provider_call = $11::text,
       words_picked_at = $12::timestamptz, words_matched = $13::boolean
     where client = $1::uuid and id = $2::uuid`,
    [
      uuidOf(leg.client),
      uuidOf(leg.id),
      state.is === "ringing" ? state.since : null,
      answeredAt || null,
      state.is === "ended" ? state.at : null,
      state.is === "ended" ? state.because : null,
      leg.agentUntil,
      leg.clientUntil,
      leg.session && uuidOf(leg.session),
      leg.deviceSince,
      leg.providerCall,
      leg.words.picked?.at,
      leg.words.picked?.matched,
    ],
  );
}

/** One side goes on vouching for a leg that isn't ended. @returns whether it wasn't */
export async function vouch(
  queryable: Queryable,
  { client, id }: Pick<Leg, "client" | "id">,
  side: "agent" | "client",
  until: Date,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update calls.legs set
       agent_until = case when $3::text = 'agent' then greatest(agent_until, $4::timestamptz) else agent_until end,
       client_until = case when $3::text = 'client' then greatest(client_until, $4::timestamptz) else client_until end
     where client = $1::uuid and id = $2::uuid and ended_at is null`,
    [uuidOf(client), uuidOf(id), side, until],
  );
  return rowCount === 1;
}

/** What the pages of a leg told each other goes with it: it says where people are. */
export async function deleteSignals(
  joining: Transaction,
  { client, id }: Pick<Leg, "client" | "id">,
): Promise<void> {
  await joining.query("delete from calls.signals where client = $1::uuid and leg = $2::uuid", [
    uuidOf(client),
    uuidOf(id),
  ]);
}

function legFrom(row: LegRow): Leg {
  return {
    client: idFrom("client", row.client),
    id: idFrom("leg", row.id),
    call: idFrom("call", row.call),
    agent: idFrom("staff", row.agent),
    channel: row.channel,
    startedAt: row.started_at,
    state: stateFrom(row),
    agentUntil: row.agent_until,
    clientUntil: row.client_until ?? undefined,
    session: row.session === null ? undefined : idFrom("session", row.session),
    deviceSince: row.device_since ?? undefined,
    providerCall: row.provider_call ?? undefined,
    words: wordsFrom(row),
  };
}

function stateFrom(
  row: Pick<LegRow, "ringing_at" | "answered_at" | "ended_at" | "end_reason">,
): LegState {
  const { ringing_at: ringing, answered_at: answered, ended_at: ended, end_reason: because } = row;
  if (ended && because) {
    return { is: "ended", at: ended, because, ...(answered && { answeredAt: answered }) };
  }
  if (answered) return { is: "answered", since: answered };
  return ringing ? { is: "ringing", since: ringing } : { is: "dialling" };
}

function wordsFrom({
  words,
  choices,
  words_picked_at: at,
  words_matched: matched,
}: LegRow): LegWords {
  const pairs = choices.flatMap((first, place): Pair[] =>
    place % 2 === 0 ? [[first, choices[place + 1] ?? 0]] : [],
  );
  return {
    said: [words[0] ?? 0, words[1] ?? 0],
    choices: pairs,
    ...(at && matched !== null && { picked: { at, matched } }),
  };
}
