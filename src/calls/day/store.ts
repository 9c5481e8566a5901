import { type Id, idFrom, type Queryable, uuidOf } from "#platform";
import type { Topic } from "#tickets";
import type { CallState, Outcome } from "../call/index.ts";
import type { Channel } from "../leg/index.ts";
import type { DayCall } from "./day.ts";

type DayRow = {
  id: string;
  topic: Topic;
  language: string;
  channel: Channel;
  starts_at: Date;
  ticket: string | null;
  ended_at: Date | null;
  outcome: Outcome | null;
  ended_by_kind: "client" | "staff" | "system" | null;
  public_id: string | null;
  is_up: boolean;
  was_tried: boolean;
};

type Span = { from: Date; to: Date };

/** An agent's calls of a time, by their time. */
export async function callsOfAgent(
  queryable: Queryable,
  agent: Id<"staff">,
  { from, to }: Span,
): Promise<DayCall[]> {
  const { rows } = await queryable.query<DayRow>(
    `select c.id, c.topic, c.language, c.channel, c.starts_at, c.ticket, c.ended_at, c.outcome, c.ended_by_kind,
       a.public_id, coalesce(l.is_up, false) as is_up, coalesce(l.was_tried, false) as was_tried
     from calls.calls c
     left join accounts.door_accounts a on a.client = c.client
     left join lateral (select bool_or(ended_at is null) as is_up, count(*) > 0 as was_tried
       from calls.legs where client = c.client and call = c.id) l on true
     where c.agent = $1::uuid and c.starts_at >= $2::timestamptz and c.starts_at < $3::timestamptz
     order by c.starts_at, c.id`,
    [uuidOf(agent), from, to],
  );
  return rows.map(callFrom);
}

/** Another text as soon as one of an agent's calls of a time changes. */
export async function markOf(
  queryable: Queryable,
  agent: Id<"staff">,
  { from, to }: Span,
): Promise<string> {
  const { rows } = await queryable.query<{ mark: string }>(
    `select concat_ws(' ', count(*), sum(c.sequence), count(c.ended_at), count(c.ticket), max(c.asked_at),
       sum(l.legs), sum(l.answered), sum(l.ended)) as mark
     from calls.calls c
     left join lateral (select count(*) as legs, count(answered_at) as answered, count(ended_at) as ended
       from calls.legs where client = c.client and call = c.id) l on true
     where c.agent = $1::uuid and c.starts_at >= $2::timestamptz and c.starts_at < $3::timestamptz`,
    [uuidOf(agent), from, to],
  );
  return rows[0]?.mark ?? "";
}

function callFrom(row: DayRow): DayCall {
  return {
    id: idFrom("call", row.id),
    ...{ topic: row.topic, language: row.language, channel: row.channel },
    startsAt: row.starts_at,
    ticket: row.ticket === null ? undefined : idFrom("ticket", row.ticket),
    state: stateFrom(row),
    publicId: row.public_id ?? undefined,
    isUp: row.is_up,
    wasTried: row.was_tried,
  };
}

function stateFrom({ ended_at: at, outcome, ended_by_kind: by }: DayRow): CallState {
  return at && outcome && by ? { is: "ended", at, outcome, by } : { is: "booked" };
}
