import { accountOf } from "#accounts";
import { type Id, newId, transaction } from "#platform";
import { attestAsking, type Call, callsOf, insertCall, saveAlias, slotMs } from "../call/index.ts";
import { tell } from "../confirmation/index.ts";
import type { CallsDesk } from "../desk.ts";
import { callAsked } from "../events.ts";
import { touch } from "../status/index.ts";

const asked = { topic: "account", channel: "browser", language: "en" } as const;

/**
 * The demo's client has asked for a call of the demo's agent, at the next quarter of an hour: sooner than anybody else gets one, so
 * that whoever tries the desk needn't wait. One that is booked already stays; whose account is closed or erased has asked for none.
 */
export async function demoCall(
  desk: CallsDesk,
  client: Id<"client">,
  agent: Id<"staff">,
  now: Date,
): Promise<void> {
  const account = await accountOf(desk.database, client);
  if (account?.standing.is !== "active") return;
  const [last] = await callsOf(desk.database, client, 1);
  if (last?.state.is === "booked") return;
  const holder = { is: "client", id: client } as const;
  const session = { id: newId("session", now), holder };
  const id = newId("call", now);
  const { topic, channel } = asked;
  const asking = await attestAsking(desk.keykeeper, session, { call: id, topic, channel }, now);
  const startsAt = new Date(Math.ceil((now.getTime() + 1) / slotMs) * slotMs);
  const call: Call = {
    ...{ client, id, agent, startsAt, asking, ...asked, timeZone: "UTC", askedAt: now },
    ...{ session: session.id, deviceSince: undefined, sequence: 0, ticket: undefined },
    ...{ state: { is: "booked" }, said: undefined },
  };
  const profile = await desk.accounts.desk.profile();
  const { call_window_seconds: windowSeconds, change_undo_seconds: undoSeconds } = profile;
  await transaction(desk.database, async (joining) => {
    if (!(await insertCall(joining, call))) return;
    await saveAlias(joining, agent);
    const told = { is: "booked", browser: "Firefox on Linux" } as const;
    await tell(desk, joining, call, told, { windowSeconds, undoSeconds }, now);
    const booking = { call: id, agent, starts: startsAt.toISOString(), channel, topic };
    const details = { ...booking, session: session.id, told: false as const };
    await desk.appender.append(holder, { kind: callAsked, details, client }, now, joining);
    await touch(joining, client, now);
  });
}
