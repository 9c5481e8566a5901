import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { ClaimAnswer, InboundLeg } from "./inbound.ts";

type LegRow = {
  id: string;
  began_at: Date;
  until: Date;
  ended_at: Date | null;
  claimed_at: Date | null;
  claimed_by: string | null;
};

/** @returns false when it is known already */
export async function insertInbound(
  joining: Transaction,
  { id, beganAt, until }: Pick<InboundLeg, "id" | "beganAt" | "until">,
  providerCall: string,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into calls.inbound_legs (id, provider_call, began_at, until)
     values ($1::uuid, $2::text, $3::timestamptz, $4::timestamptz)
     on conflict do nothing`,
    [uuidOf(id), providerCall, beganAt, until],
  );
  return rowCount === 1;
}

/** A call that came in, held until the transaction ends. */
export async function holdInbound(
  joining: Transaction,
  id: Id<"inbound">,
): Promise<InboundLeg | undefined> {
  const { rows } = await joining.query<LegRow>(
    `select id, began_at, until, ended_at, claimed_at, claimed_by from calls.inbound_legs
     where id = $1::uuid for update`,
    [uuidOf(id)],
  );
  return rows.map(legFrom)[0];
}

/** The provider says that it is over. The first word on it stays. */
export async function saveInboundEnded(
  queryable: Queryable,
  providerCall: string,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update calls.inbound_legs set ended_at = coalesce(ended_at, $2::timestamptz),
       provider_ended_at = coalesce(provider_ended_at, $2::timestamptz)
     where provider_call = $1::text`,
    [providerCall, now],
  );
}

/** It is over here; the provider is told to end it. */
export async function endInbound(
  joining: Transaction,
  id: Id<"inbound">,
  now: Date,
): Promise<void> {
  await joining.query(
    "update calls.inbound_legs set ended_at = $2::timestamptz where id = $1::uuid and ended_at is null",
    [uuidOf(id), now],
  );
}

/** The same for those for which this person entered an account id: that is who talks there. */
export async function endInboundOf(
  joining: Transaction,
  by: Id<"staff">,
  now: Date,
): Promise<void> {
  await joining.query(
    "update calls.inbound_legs set ended_at = $2::timestamptz where claimed_by = $1::uuid and ended_at is null",
    [uuidOf(by), now],
  );
}

/** Who talks to somebody who phoned us. */
export async function agentsOnInbound(queryable: Queryable): Promise<Id<"staff">[]> {
  const { rows } = await queryable.query<{ claimed_by: string }>(
    "select distinct claimed_by from calls.inbound_legs where ended_at is null and claimed_by is not null",
  );
  return rows.map((row) => idFrom("staff", row.claimed_by));
}

export async function vouchInbound(
  queryable: Queryable,
  providerCall: string,
  until: Date,
): Promise<void> {
  await queryable.query(
    `update calls.inbound_legs set until = greatest(until, $2::timestamptz)
     where provider_call = $1::text and ended_at is null`,
    [providerCall, until],
  );
}

/** What the provider calls those that aren't over. */
export async function openInbound(queryable: Queryable): Promise<string[]> {
  const { rows } = await queryable.query<{ provider_call: string }>(
    "select provider_call from calls.inbound_legs where ended_at is null order by began_at limit 500",
  );
  return rows.map((row) => row.provider_call);
}

/** Forgets those that nobody has vouched for since then. They may still be up: nobody is cut off because a provider is silent. */
export async function endSilentInbound(
  queryable: Queryable,
  before: Date,
  now: Date,
): Promise<void> {
  await queryable.query(
    `update calls.inbound_legs set ended_at = $2::timestamptz, provider_ended_at = $2::timestamptz
     where ended_at is null and until < $1::timestamptz`,
    [before, now],
  );
}

/** What the provider calls those that ended here since then, and that it may still have up. */
export async function inboundToHangUp(queryable: Queryable, since: Date): Promise<string[]> {
  const { rows } = await queryable.query<{ provider_call: string }>(
    `select provider_call from calls.inbound_legs
     where ended_at > $1::timestamptz and provider_ended_at is null order by ended_at limit 100`,
    [since],
  );
  return rows.map((row) => row.provider_call);
}

export async function saveClaimed(
  joining: Transaction,
  id: Id<"inbound">,
  by: Id<"staff">,
  now: Date,
): Promise<void> {
  await joining.query(
    `update calls.inbound_legs set claimed_at = $3::timestamptz, claimed_by = $2::uuid
     where id = $1::uuid and claimed_at is null`,
    [uuidOf(id), uuidOf(by), now],
  );
}

export type Claim = {
  client: Id<"client">;
  id: Id<"claim">;
  inbound: Id<"inbound">;
  at: Date;
  by: Id<"staff">;
};

export async function insertClaim(
  joining: Transaction,
  { client, id, inbound, at, by }: Claim,
): Promise<void> {
  await joining.query(
    `insert into calls.claims (client, id, inbound, claimed_at, claimed_by)
     values ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5::uuid)`,
    [uuidOf(client), uuidOf(id), uuidOf(inbound), at, uuidOf(by)],
  );
}

/** A client's own, held until the transaction ends. */
export async function holdClaim(
  joining: Transaction,
  client: Id<"client">,
  id: Id<"claim">,
): Promise<{ inbound: Id<"inbound">; answer: ClaimAnswer | undefined } | undefined> {
  const { rows } = await joining.query<{ inbound: string; answer: ClaimAnswer | null }>(
    `select inbound, answer from calls.claims
     where client = $1::uuid and id = $2::uuid for update`,
    [uuidOf(client), uuidOf(id)],
  );
  return rows.map(({ inbound, answer }) => ({
    inbound: idFrom("inbound", inbound),
    answer: answer ?? undefined,
  }))[0];
}

export async function saveAnswer(
  joining: Transaction,
  client: Id<"client">,
  id: Id<"claim">,
  { answer, at, session }: { answer: ClaimAnswer; at: Date; session: Id<"session"> },
): Promise<void> {
  await joining.query(
    `update calls.claims set answer = $3::text, answered_at = $4::timestamptz, session = $5::uuid
     where client = $1::uuid and id = $2::uuid`,
    [uuidOf(client), uuidOf(id), answer, at, uuidOf(session)],
  );
}

/** A line of an agent's page. An account id that nobody has looks like one whose owner says nothing. */
export type ShownInbound = InboundLeg & { isMine: boolean; answer: ClaimAnswer | undefined };

/** The calls that are up, and those for which this person named an account since then, the newest first. */
export async function inboundFor(
  queryable: Queryable,
  staff: Id<"staff">,
  since: Date,
  now: Date,
): Promise<ShownInbound[]> {
  const { rows } = await queryable.query<LegRow & { answer: ClaimAnswer | null }>(
    `select l.id, l.began_at, l.until, l.ended_at, l.claimed_at, l.claimed_by, m.answer
     from calls.inbound_legs l left join calls.claims m on m.inbound = l.id
     where (l.ended_at is null and l.until > $3::timestamptz)
       or (l.claimed_by = $1::uuid and l.claimed_at > $2::timestamptz)
     order by l.began_at desc, l.id limit 50`,
    [uuidOf(staff), since, now],
  );
  return rows.map((row) => {
    const isMine = row.claimed_by === uuidOf(staff);
    // What an owner said is for who asked.
    return { ...legFrom(row), isMine, answer: (isMine && row.answer) || undefined };
  });
}

function legFrom(row: LegRow): InboundLeg {
  const { claimed_at: at, claimed_by: by } = row;
  return {
    id: idFrom("inbound", row.id),
    beganAt: row.began_at,
    until: row.until,
    endedAt: row.ended_at ?? undefined,
    claimed: at && by ? { at, by: idFrom("staff", by) } : undefined,
  };
}
