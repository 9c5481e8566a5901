import type { Id } from "#platform";
import { makeChange } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import {
  type ClientSession,
  endDevices,
  endSession,
  endSessions,
  openSessions,
} from "../session/index.ts";

/**
 * Ends one of a client's sessions.
 * @returns false when it was over already, or is none of this client's
 */
export async function endOne(
  desk: Desk,
  by: ClientSession,
  ended: Id<"session">,
  now: Date,
): Promise<boolean> {
  const acting = { is: "session", session: by } as const;
  return await makeChange(desk, acting, "sessions_ended", now, async ({ joining }) => ({
    result: await endSession(joining, by.holder, ended, "by_its_owner", now),
    details: { subject: ended },
  }));
}

/** Ends every session of a client but this one. */
export async function endOthers(desk: Desk, by: ClientSession, now: Date): Promise<void> {
  const acting = { is: "session", session: by } as const;
  await makeChange(desk, acting, "sessions_ended", now, async ({ joining }) => ({
    result: await endSessions(joining, by.holder, "by_its_owner", now, by.id),
    notice: { template: "other_sessions_ended", values: { when: now, device: by.browser } },
  }));
}

/**
 * Removes a browser that a client used, or every one, and signs it out. The session that removes stays.
 * @returns how many were removed
 */
export async function removeDevices(
  desk: Desk,
  by: ClientSession,
  now: Date,
  device?: Id<"device">,
): Promise<number> {
  const acting = { is: "session", session: by } as const;
  return await makeChange(desk, acting, "devices_removed", now, async ({ joining }) => {
    for (const session of await openSessions(joining, by.holder, now)) {
      const isMeant = device === undefined || session.device === device;
      if (isMeant && session.id !== by.id) {
        await endSession(joining, by.holder, session.id, "device_removed", now);
      }
    }
    const result = await endDevices(joining, by.holder.id, now, device);
    return { result, ...(device && { details: { subject: device } }) };
  });
}
