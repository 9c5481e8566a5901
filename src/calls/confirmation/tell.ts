import { addresseeById, insertLink } from "#accounts";
import type { Message } from "#outbox";
import { newId, type Transaction } from "#platform";
import { isTopic } from "#tickets";
import { type Call, slotMs } from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";

/** What a client is told of a booking. A browser is named as `deviceName` does. */
type Told =
  | { is: "booked"; browser: string }
  | { is: "rebooked"; by: "client" | "staff" }
  | { is: "cancelled"; by: "client" | "staff" | "system" };

type TellingDesk = Pick<CallsDesk, "outbox">;

/** How long links in messages work. */
export type LinkTimes = { windowSeconds: number; undoSeconds: number };

/**
 * Tells the client of a call when it is, on every channel, with its entry for a calendar, and a link that locks the account;
 * while it is booked also with one that cancels it. Nothing that anybody typed stands in it, and no number.
 */
export async function tell(
  { outbox }: TellingDesk,
  joining: Transaction,
  call: Call,
  told: Told,
  { windowSeconds, undoSeconds }: LinkTimes,
  now: Date,
): Promise<void> {
  const { client, id, startsAt, timeZone, sequence, channel } = call;
  const addressee = await addresseeById(client, joining);
  if (!addressee) return;
  const lock = newId("link", now);
  const lockUntil = new Date(now.getTime() + undoSeconds * 1_000);
  const madeAt = now;
  await insertLink(joining, { client, id: lock, purpose: "not_me", madeAt, expiresAt: lockUntil });
  const topic = isTopic(call.topic) ? call.topic : "other";
  const said = { starts: { at: startsAt, timeZone }, topic };
  const entry = { of: id, sequence, minutes: slotMs / 60_000 };
  if (told.is === "cancelled") {
    const values = { ...said, by: told.by };
    const message = { template: "call_cancelled", values, links: { not_me: lock }, entry };
    await outbox.send(addressee, message, now, joining);
    return;
  }
  const cancel = newId("link", now);
  const expiresAt = new Date(startsAt.getTime() + windowSeconds * 1_000);
  const link = { client, id: cancel, purpose: "cancel_call", subject: id } as const;
  await insertLink(joining, { ...link, madeAt, expiresAt });
  const links = { cancel, not_me: lock };
  const minutes = Math.floor(windowSeconds / 60);
  const message: Message =
    told.is === "booked"
      ? {
          template: "call_booked",
          values: { ...said, minutes, channel, when: now, device: told.browser },
        }
      : { template: "call_rebooked", values: { ...said, minutes, channel, by: told.by } };
  await outbox.send(addressee, { ...message, links, entry }, now, joining);
}
