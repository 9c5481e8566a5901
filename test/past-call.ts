import { newId, uuidOf } from "#platform";
import type { TestSite } from "./site.ts";

type Past = {
  outcome: "held" | "missed" | "cancelled" | "stopped";
  hoursAgo: number;
  /** From asking to the booked time. */
  waitedHours: number;
  tries?: number;
  /** The last try was answered, and lasted so long. */
  minutes?: number;
  language?: string;
  channel?: "browser" | "phone";
};

/** Rows alone: what became of a call of somebody's. */
export async function keepPastCall(
  { opened, time }: Pick<TestSite, "opened" | "time">,
  { outcome, hoursAgo, waitedHours, tries = 0, minutes, language, channel }: Past,
): Promise<void> {
  const startsAt = new Date(time.now.getTime() - hoursAgo * 3_600_000);
  const client = uuidOf(newId("client", startsAt));
  const call = uuidOf(newId("call", startsAt));
  const agent = uuidOf(newId("staff", startsAt));
  const askedAt = new Date(startsAt.getTime() - waitedHours * 3_600_000);
  await opened.database.query(
    `insert into calls.calls (client, id, topic, language, channel, time_zone, asked_at, session, agent, starts_at,
       statement, signature, ended_at, outcome, ended_by_kind)
     values ($1, $2, 'account', $3, $4, 'UTC', $5, $2, $6, $7, '', '\\x00', $7, $8, 'system')`,
    [client, call, language ?? "en", channel ?? "browser", askedAt, agent, startsAt, outcome],
  );
  for (let place = 0; place < tries; place++) {
    const isAnswered = minutes !== undefined && place === tries - 1;
    const endedAt = new Date(startsAt.getTime() + (minutes ?? 1) * 60_000);
    const leg = uuidOf(newId("leg", startsAt));
    await opened.database.query(
      `insert into calls.legs (client, id, call, agent, channel, started_at, answered_at, ended_at, end_reason,
         agent_until, words, choices)
       values ($1, $2, $3, $4, 'browser', $5, $6, $7, 'completed', $5, '{0,1}', '{}')`,
      [client, leg, call, agent, startsAt, isAnswered ? startsAt : null, endedAt],
    );
  }
}
